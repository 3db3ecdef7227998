import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { blankWorkbook } from "../fixtures/build/ledger-template.ts";
import { shippedFile } from "../src/ledger/template.ts";

/** Writes templates/ledger/ledger.xlsx anew. A test holds the committed file against the builder. */
const file = shippedFile("ledger.xlsx");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, blankWorkbook());
