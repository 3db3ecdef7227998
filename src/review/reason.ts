import type { Opinion } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/** Every suggestion comes with its reason (武政办发〔2020〕75号 art. 5): that of 主动公开 is what the paper itself states. */
export function withReason(opinion: Opinion, { report }: Wording): Opinion {
  if (opinion.suggestion !== "主动公开") return opinion;
  return { ...opinion, reasons: [...opinion.reasons, report.statedOpen] };
}
