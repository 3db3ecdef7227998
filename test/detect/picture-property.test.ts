import { expect, test } from "vitest";
import type { TextBlock } from "../../src/model/index.ts";
import { find, rule } from "./find.ts";

const property = (object: string, text: string): TextBlock => ({
  text,
  part: "metadata",
  channel: "property",
  location: { object },
});
const severities = (id: string, block: TextBlock) =>
  find([block], [rule(id)]).map(({ severity }) => severity);

test.each(["exif:GPS", "word/media/image1.jpeg!/exif:GPS"])(
  "where a photo was taken is told: %s",
  (object) => {
    expect(severities("metadata-gps", property(object, "29.654321,121.412345"))).toEqual(["info"]);
  },
);

test.each([
  ["exif:XPKeywords", "机密"],
  ["word/media/image1.jpeg!/exif:XPTitle", "机密★10年"],
  ["png:Comment", "密级：秘密"],
  ["iptc:Keywords", "防汛；秘密"],
])("a level in %s stops the file", (object, text) => {
  expect(severities("metadata-secrecy", property(object, text))).toEqual(["block"]);
});

test.each([
  ["exif:XPKeywords", "春季植树"],
  ["exif:Model", "秘密"],
  ["exif:XPTitle", "秘密花园"],
])("an ordinary %s does not: %s", (object, text) => {
  expect(severities("metadata-secrecy", property(object, text))).toEqual([]);
});
