import { UserError } from "../../errors.ts";

/** A workbook that cannot be edited safely. What people wrote into it stays as it is; new rows go to a file beside it. */
export class WorkbookFault extends UserError {
  override name = "WorkbookFault";
}
