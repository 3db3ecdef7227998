import type { Limits } from "../../model/limits.ts";
import { isLocalPath } from "../local-places.ts";
import { speaks } from "../speaks.ts";
import { walkXml } from "../xml.ts";
import { xmpDegrees } from "./gps.ts";
import type { Property } from "./metadata.ts";

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["adobe:ns:meta/", "x"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://ns.adobe.com/xap/1.0/", "xmp"],
  ["http://ns.adobe.com/xap/1.0/mm/", "xmpMM"],
  ["http://ns.adobe.com/xap/1.0/rights/", "xmpRights"],
  ["http://ns.adobe.com/xap/1.0/sType/ResourceRef#", "stRef"],
  ["http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", "stEvt"],
  ["http://ns.adobe.com/photoshop/1.0/", "photoshop"],
  ["http://ns.adobe.com/exif/1.0/", "exif"],
  ["http://ns.adobe.com/exif/1.0/aux/", "aux"],
  ["http://cipa.jp/exif/1.0/", "exifEX"],
  ["http://ns.adobe.com/tiff/1.0/", "tiff"],
  ["http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"],
  ["http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"],
  ["http://www.metadataworkinggroup.com/schemas/regions/", "mwg-rs"],
  ["http://www.dji.com/drone-dji/1.0/", "drone-dji"],
]);

/** Properties in words of people, or that name a person or a device; any other counts when it speaks. */
const TELLING = new Set(
  (
    "dc:creator dc:title dc:description dc:subject dc:rights dc:publisher dc:contributor dc:source " +
    "xmp:CreatorTool xmp:Label xmp:Nickname xmpRights:Owner xmpRights:UsageTerms xmpRights:WebStatement " +
    "photoshop:AuthorsPosition photoshop:CaptionWriter photoshop:City photoshop:State photoshop:Country " +
    "photoshop:Credit photoshop:Headline photoshop:Instructions photoshop:Source photoshop:Category " +
    "photoshop:SupplementalCategories photoshop:TransmissionReference photoshop:LayerName photoshop:LayerText " +
    "photoshop:History aux:SerialNumber aux:OwnerName aux:LensSerialNumber exifEX:CameraOwnerName " +
    "exifEX:BodySerialNumber exif:UserComment tiff:Make tiff:Model tiff:Artist tiff:Copyright tiff:Software " +
    "tiff:ImageDescription Iptc4xmpCore:Location Iptc4xmpCore:CiAdrExtadr Iptc4xmpCore:CiAdrCity " +
    "Iptc4xmpCore:CiTelWork Iptc4xmpCore:CiEmailWork Iptc4xmpExt:PersonInImage mwg-rs:Name"
  ).split(" "),
);
const STRUCTURE = /^(?:rdf|x|xml):/;
const LATITUDES = new Set(["exif:GPSLatitude", "drone-dji:GpsLatitude"]);
const LONGITUDES = new Set(["exif:GPSLongitude", "drone-dji:GpsLongitude", "drone-dji:GpsLongtitude"]);

/**
 * The telling properties of an XMP packet (ISO 16684-1), attributes and elements alike, each value by the innermost property
 * that holds it; the position as `exif:GPS` in decimal degrees. What came before damage goes to `give` all the same.
 * @throws Unread as `walkXml` does
 */
export async function readXmp(
  bytes: Uint8Array,
  limits: Pick<Limits, "xmlDepth" | "xmlNodes">,
  give: (property: Property) => void,
): Promise<void> {
  const path: { readonly name: string; text: string }[] = [];
  let latitude = "";
  let longitude = "";
  const property = () => path.findLast(({ name }) => !STRUCTURE.test(name))?.name;
  const offer = (name: string | undefined, written: string) => {
    const text = written.trim();
    if (name === undefined || text === "") return;
    if (LATITUDES.has(name)) latitude = text;
    else if (LONGITUDES.has(name)) longitude = text;
    else if (TELLING.has(name) || speaks(text) || isLocalPath(text))
      give({ object: name.replace(/^\?:/, "xmp:"), text });
  };
  await walkXml(
    packet(bytes),
    {
      open({ name, attributes }) {
        path.push({ name, text: "" });
        for (const [key, value] of attributes) {
          if (!STRUCTURE.test(key)) offer(key, value);
          else if (key === "rdf:resource") offer(property(), value);
        }
      },
      text(more) {
        const innermost = path.at(-1);
        if (innermost) innermost.text += more;
      },
      close() {
        offer(property(), path.at(-1)?.text ?? "");
        path.pop();
      },
    },
    { limits, prefixes: PREFIXES },
  );
  const degrees = xmpDegrees(latitude, longitude);
  if (degrees !== null) give({ object: "exif:GPS", text: degrees });
}

/** Writers reserve room behind the packet, some with zeros. */
function packet(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
