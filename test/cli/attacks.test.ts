import { beforeAll, describe, expect, test } from "vitest";
import { ATTACKS, type Attack } from "../../fixtures/build/attacks.ts";
import { codes, folder, scan } from "./run.ts";

const PATIENCE_MS = 300_000;

function folderOf(attacks: readonly Attack[]): string {
  return folder(Object.fromEntries(attacks.map(({ name, bytes }) => [name, bytes()])));
}

const isEndless = ({ aim }: Attack) => aim === "time" || aim === "memory";

describe("attack documents", () => {
  const bounded = ATTACKS.filter((attack) => !isEndless(attack));
  let ran: ReturnType<typeof scan>;
  beforeAll(() => {
    ran = scan([folderOf(bounded)], "--limit", "fileMs=5min");
  }, PATIENCE_MS);

  test.each(bounded)("$name is told as $codes", ({ name, codes: expected }) => {
    expect([...new Set(codes(ran.file(name)))]).toEqual(expected);
    expect(ran.file(name).status).not.toBe(expected.length === 0 ? "unexamined" : "examined");
  });

  test("leave the run incomplete and nothing broken", () => {
    expect(ran.status).toBe(3);
    expect(ran.report.files.flatMap(codes)).not.toContain("crash");
    const { found, examined, partial, unexamined, skipped } = ran.report.totals;
    expect([found, examined + partial + unexamined + skipped]).toEqual([bounded.length, found]);
    const deepest = ran.report.files.filter(({ path }) => path.startsWith("zip-nested-20.zip!/")).at(-1)!;
    expect(codes(deepest)).toContain("limit-depth");
  });

  test("say what was found and what is allowed", () => {
    const { notices } = ran.file("nested-tables-3000.docx");
    expect(notices[0]?.message).toMatch(/至少 513 层，上限 512 层/u);
  });

  test("carry nothing of this machine's files", () => {
    expect(JSON.stringify(ran.report)).not.toContain("root:x:0");
  });
});

describe("documents that never end", () => {
  const swelling = folderOf(ATTACKS.filter(isEndless));

  test(
    "are stopped at the deadline",
    () => {
      const { file, status } = scan([swelling], "--limit", "fileMs=2s", "--limit", "fileMsMax=2s");
      expect([codes(file("forms-exponential.pdf")), status]).toEqual([["timeout"], 3]);
    },
    PATIENCE_MS,
  );

  test(
    "and at the most memory they may take",
    () => {
      const { file, status } = scan([swelling], "--limit", "rssMb=256", "--limit", "retries=0");
      const found = ATTACKS.filter(isEndless).map(({ name }) => codes(file(name)));
      expect([found, status]).toEqual([[["oom"], ["oom"]], 3]);
    },
    PATIENCE_MS,
  );
});
