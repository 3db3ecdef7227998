/** One property of a picture. */
export interface Property {
  /** `exif:Artist`, `iptc:By-line`, `dc:creator` … */
  readonly object: string;
  readonly text: string;
}

/** Metadata in a form of its own, found inside other metadata. */
export interface Packet {
  readonly kind: "exif" | "xmp" | "resources" | "iptc";
  readonly bytes: Uint8Array;
}

/** What one packet of metadata holds. */
export interface Metadata {
  readonly properties: readonly Property[];
  /** Small pictures of the whole, as files. */
  readonly thumbnails: readonly Uint8Array[];
  readonly packets: readonly Packet[];
  /** Names of the properties whose value lies outside the file or is no text, though it should be. */
  readonly unread: readonly string[];
}
