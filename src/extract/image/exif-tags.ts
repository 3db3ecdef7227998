/** How a field's value is written. */
export type Writing = "text" | "utf-16le" | "prefixed";

/** Tags that are meant for words of people or name a person, a device or a place (CIPA DC-008; Windows; DNG 1.7). */
export const TEXT_TAGS: ReadonlyMap<number, readonly [name: string, writing: Writing]> = new Map([
  [0x010d, ["DocumentName", "text"]],
  [0x010e, ["ImageDescription", "text"]],
  [0x010f, ["Make", "text"]],
  [0x0110, ["Model", "text"]],
  [0x011d, ["PageName", "text"]],
  [0x0131, ["Software", "text"]],
  [0x013b, ["Artist", "text"]],
  [0x013c, ["HostComputer", "text"]],
  [0x8298, ["Copyright", "text"]],
  [0x9003, ["DateTimeOriginal", "text"]],
  [0x9286, ["UserComment", "prefixed"]],
  [0x9c9b, ["XPTitle", "utf-16le"]],
  [0x9c9c, ["XPComment", "utf-16le"]],
  [0x9c9d, ["XPAuthor", "utf-16le"]],
  [0x9c9e, ["XPKeywords", "utf-16le"]],
  [0x9c9f, ["XPSubject", "utf-16le"]],
  [0xa430, ["OwnerName", "text"]],
  [0xa431, ["BodySerialNumber", "text"]],
  [0xa435, ["LensSerialNumber", "text"]],
  [0xa436, ["ImageTitle", "text"]],
  [0xa437, ["Photographer", "text"]],
  [0xa438, ["ImageEditor", "text"]],
  [0xc62f, ["CameraSerialNumber", "text"]],
]);

/** Tags of the GPS directory in words. */
export const GPS_TEXT_TAGS: ReadonlyMap<number, readonly [name: string, writing: Writing]> = new Map([
  [0x001c, ["GPSAreaInformation", "prefixed"]],
]);

export const MAKER_NOTE = 0x927c;
/** Binary by definition: JPEG tables, maker's notes, colour profile, Photoshop's layers, padding. */
export const TEXTLESS_TAGS: ReadonlySet<number> = new Set([0x015b, MAKER_NOTE, 0x8773, 0x935c, 0xea1c]);
