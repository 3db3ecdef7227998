import { register } from "../../src/ledger/register.ts";
import { createSequence, lastNumbers } from "../../src/ledger/sequence.ts";
import { type LedgerTemplate, STANDARD_TEMPLATE } from "../../src/ledger/template.ts";
import { newXlsxLedger } from "../../src/ledger/xlsx-ledger.ts";
import type { FileReview } from "../../src/model/index.ts";
import { FACTS } from "./facts.ts";

/** The bytes of a new workbook ledger with a row for each file, and sentences added to 说明. */
export async function ledgerXlsx(
  files: readonly FileReview[],
  remarks: readonly string[] = [],
  template: LedgerTemplate = STANDARD_TEMPLATE,
): Promise<Uint8Array> {
  const ledger = await newXlsxLedger(template);
  for (const remark of remarks) ledger.remark(remark);
  const sequence = createSequence(lastNumbers(ledger));
  register(ledger, files, FACTS, sequence);
  return ledger.bytes(sequence.last());
}
