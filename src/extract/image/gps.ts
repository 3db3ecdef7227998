import { type Directory, numbers } from "./tiff.ts";

const LATITUDE_REF = 1;
const LATITUDE = 2;
const LONGITUDE_REF = 3;
const LONGITUDE = 4;

/** A GPS directory's position as `29.654321,121.412345`, south and west negative; null when it tells none. */
export function decimalDegrees(directory: Directory, littleEndian: boolean): string | null {
  const coordinate = (refTag: number, tag: number) => {
    const field = directory.fields.find((each) => each.tag === tag);
    if (field === undefined) return Number.NaN;
    const [degrees = Number.NaN, minutes = 0, seconds = 0] = numbers(field, littleEndian);
    const ref = directory.fields.find((each) => each.tag === refTag)?.bytes.toString("latin1", 0, 1);
    return signed(degrees + (minutes || 0) / 60 + (seconds || 0) / 3600, ref);
  };
  return position(coordinate(LATITUDE_REF, LATITUDE), coordinate(LONGITUDE_REF, LONGITUDE));
}

/** XMP writes `29,39.25926N` or `29,39,15.56N` (CIPA DC-010 §4.5.2), drones plain degrees. */
export function xmpDegrees(latitude: string, longitude: string): string | null {
  return position(xmpCoordinate(latitude), xmpCoordinate(longitude));
}

function xmpCoordinate(written: string): number {
  const parts = /^([+-]?[\d.]{1,20})(?:,([\d.]{1,20}))?(?:,([\d.]{1,20}))?([NSEW]?)$/i.exec(written.trim());
  if (parts === null) return Number.NaN;
  const [, degrees, minutes = "0", seconds = "0", ref] = parts;
  return signed(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600, ref);
}

function signed(degrees: number, ref: string | undefined): number {
  return ref !== undefined && /[SW]/i.test(ref) ? -degrees : degrees;
}

/** Cameras without a fix write zeros. */
function position(latitude: number, longitude: number): string | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  return latitude === 0 && longitude === 0 ? null : `${latitude.toFixed(6)},${longitude.toFixed(6)}`;
}
