import { expect, test } from "vitest";
import { storedZip } from "../../src/extract/stored-zip.ts";
import { openZip } from "../../src/extract/zip.ts";
import { contextFor } from "./reading.ts";

test("what is laid into a stored archive comes out of it", async () => {
  const files = { mimetype: "a/b", "内/文.xml": "<文/>", empty: "" };
  const bytes = storedZip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const archive = await openZip(bytes, contextFor("a.zip").context);
  const read = async (name: string) => [name, Buffer.from(await archive.read(name)).toString()];
  expect(Object.fromEntries(await Promise.all(archive.names.map(read)))).toEqual(files);
});
