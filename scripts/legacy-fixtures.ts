import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOle, oleStreams } from "../fixtures/build/ole.ts";
import { summaryInformation } from "../fixtures/build/property-set.ts";
import { source as doc } from "../fixtures/formats/legacy/doc.ts";
import { source as ppt } from "../fixtures/formats/legacy/ppt.ts";
import { source as xls } from "../fixtures/formats/legacy/xls.ts";

/** Has LibreOffice make the binary files of fixtures/formats/binary; only needed when their sources change. */
const BINARY = new URL("../fixtures/formats/binary/", import.meta.url).pathname;
const SOURCES = [
  { format: "doc", extension: "docx", content: doc },
  { format: "xls", extension: "fods", content: xls },
  { format: "ppt", extension: "fodp", content: ppt },
];

const folder = mkdtempSync(join(tmpdir(), "legacy-fixtures-"));
for (const { format, extension, content } of SOURCES) {
  const file = join(folder, `legacy.${extension}`);
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, file]);
  const made = oleStreams(readFileSync(join(folder, `legacy.${format}`)));
  writeFileSync(join(BINARY, `legacy.${format}`), buildOle({ ...made, ...smaller(made) }));
}
rmSync(folder, { recursive: true });

/** The picture of the first slide among the properties is thirty times as large as all the rest. */
function smaller(streams: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const name = "\u0005SummaryInformation";
  const large = (streams[name]?.length ?? 0) > 100_000;
  return large ? { [name]: summaryInformation({ 2: "演示文稿" }) } : {};
}
