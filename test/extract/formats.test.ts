import { describe, expect, test } from "vitest";
import type { Marker } from "../../fixtures/formats/fixture.ts";
import { FORMAT_FIXTURES } from "../../fixtures/formats/index.ts";
import { type Extracted, extractAll } from "../../src/cli/extracted.ts";
import type { TextBlock } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";

describe.each(FORMAT_FIXTURES)("$name", ({ name, format, build, markers }) => {
  const read = (async () => extractAll(name, await build(), DEFAULT_LIMITS))();

  test("is read as what it is", async () => {
    expect((await read).format).toBe(format);
  });

  test.each(markers)("$text: $part, $channel, $location $member", async (marker) => {
    expect(placesOf(await read, marker)).toContainEqual(expect.objectContaining(placeOf(marker)));
  });
});

test("no two markers of a fixture are the same text", () => {
  for (const { markers } of FORMAT_FIXTURES) {
    const texts = markers.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

function placeOf({ part, channel, location, member }: Marker) {
  return { part, channel, location: expect.objectContaining(location), member: member ?? "" };
}

/** Where the marker was found, so that a failure tells the place that was said instead. */
function placesOf(root: Extracted, { text }: Marker) {
  return flatten(root).flatMap((file) =>
    file.blocks
      .filter((block) => block.text.includes(text))
      .map(({ part, channel, location }: TextBlock) => ({
        part,
        channel,
        location,
        member: file.path.slice(root.path.length).replace(/^!\//, ""),
      })),
  );
}

function flatten(file: Extracted): Extracted[] {
  return [file, ...file.members.flatMap(flatten)];
}
