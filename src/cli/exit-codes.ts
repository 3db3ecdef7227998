/** Exit codes (docs/architecture.md). When several hold: bug > failed > findings > incomplete > clean. */
export const EXIT = {
  clean: 0,
  findings: 1,
  failed: 2,
  incomplete: 3,
  bug: 70,
  interrupt: 130,
  terminate: 143,
} as const;
