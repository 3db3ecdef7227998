import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createMemory, type Memory } from "./memory.ts";
import { FUNCTIONS, type Pdfium } from "./pdfium.ts";
import { type AddFunction, installStandInFonts, type StandInFonts } from "./redaction/stand-in-fonts.ts";
import { checkChinese } from "./self-test.ts";

/** PDFium with the heap it lives in. One per process: its heap grows with the largest file and never shrinks. */
export interface Engine {
  readonly pdfium: Pdfium;
  readonly memory: Memory;
  /** For painting, never for reading. */
  readonly fonts: StandInFonts;
}

/** SHA-256 of pdfium.wasm in @embedpdf/pdfium 2.15.1. Builds of other people are known to lose Chinese silently. */
export const PDFIUM_SHA256 = "5e4cd023c3dad4a895b3571ca573d3fc51bac6de48360d95283134385b954eaa";

let engine: Promise<Engine> | null = null;

/**
 * The engine of this process, started on first use.
 * @throws Error when pdfium.wasm is not the pinned one, or does not read Chinese: nothing it says can be trusted then.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= startEngine();
  return engine;
}

/** Forgets an engine that trapped; the next file gets a fresh one. */
export function discardEngine(): void {
  engine = null;
}

/** Whether an error came out of the wasm itself; the engine's state is undefined then. */
export function isTrap(error: unknown): boolean {
  // A native stack overflow inside wasm surfaces as RangeError.
  return error instanceof Error && (error.name === "RuntimeError" || error instanceof RangeError);
}

async function startEngine(): Promise<Engine> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  checkWasm(wasm);
  const { init } = await import("@embedpdf/pdfium");
  const module = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  module.PDFiumExt_Init();
  // The wrapped functions convert every argument; per-character calls go to the exports themselves.
  const exports = module.pdfium.wasmExports as unknown as Pdfium & {
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  for (const name of FUNCTIONS)
    if (typeof exports[name] !== "function") throw new Error(`pdfium.wasm lacks ${name}`);
  const memory = createMemory(exports, () => exports.memory.buffer);
  const fonts = installStandInFonts(exports, memory, module.pdfium.addFunction as AddFunction);
  const started = { pdfium: exports, memory, fonts };
  checkChinese(started);
  return started;
}

/** @throws Error when the bytes are not the pinned build. */
export function checkWasm(wasm: Uint8Array): void {
  const found = createHash("sha256").update(wasm).digest("hex");
  if (found !== PDFIUM_SHA256)
    throw new Error(`pdfium.wasm is not the pinned build: sha256 ${found}, expected ${PDFIUM_SHA256}`);
}
