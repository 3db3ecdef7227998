export * from "./document.ts";
export * from "./finding.ts";
export type * from "./ledger.ts";
export * from "./limits.ts";
export * from "./lint.ts";
export * from "./preview.ts";
export * from "./report.ts";
export type * from "./review.ts";
export * from "./rule.ts";
