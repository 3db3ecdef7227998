import { expect, it } from "vitest";
import { PDF } from "../../../fixtures/formats/pdf.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { read } from "./read.ts";

/** Text, or the reason why there is none; any other error is ours. */
async function outcome(bytes: Uint8Array): Promise<number> {
  try {
    const { blocks, notices } = await read(bytes);
    return blocks.length + notices.length;
  } catch (error) {
    if (error instanceof Unread) return 1;
    throw error;
  }
}

it("damage anywhere in a page that hides text gives text or a reason", async () => {
  const whole = Buffer.from(await PDF.build());
  for (let step = 1; step <= 40; step++) {
    const at = Math.floor((whole.length * step) / 41);
    const flipped = Buffer.from(whole);
    for (let index = 0; index < 8; index++) flipped[(at + index * 97) % whole.length]! ^= 0x15;
    expect(await outcome(flipped)).toBeGreaterThan(0);
    expect(await outcome(whole.subarray(0, at))).toBeGreaterThan(0);
  }
});
