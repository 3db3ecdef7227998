/** The last word of an organ's name. */
const ORGAN_END =
  "(?:政府|委员会|办公厅|办公室|党组|党委|工委|纪委|[县市省区州]委|法院|检察院|总局|局|厅|署|院|会|部|司|委|中心|集团|公司|大学|学院|医院|街道|镇|乡)";
const ORGAN = new RegExp(`^[\\u4e00-\\u9fa5×（）()]{1,30}?${ORGAN_END}$`, "u");
/** 发文机关名称 stands before 关于 (GB/T 9704-2012 7.3.1). */
const BEFORE_SUBJECT = /^(?!关于|转发|批转|翻印|印发)(.{2,100}?)(?:关于|转发|印发)/u;
/** `××市财政局××市教育局`: the same place begins a second organ, since folding closes the gap between them. */
const SAME_PLACE = new RegExp(
  `^(?<place>[\\u4e00-\\u9fa5×]{1,8}[省市县区州旗])(?<first>[\\u4e00-\\u9fa5]{1,20}?${ORGAN_END})(?<second>\\k<place>.{2,30})$`,
  "u",
);
const FORWARDED = /(?:转发|批转|翻印)《?(?<paper>.{4,})(?:通知|函)$/u;
const ISSUED_WITH = /印发《?(?<paper>.{4,}?)》?的?通知$/u;

/** The organs a title names before its 关于; none where it names none or something that is no organ. */
export function organsOfTitle(title: string): string[] {
  const before = BEFORE_SUBJECT.exec(title)?.[1] ?? "";
  const names = before.split(/[、\s]+/u).flatMap(apart);
  return names.length > 0 && names.every((name) => ORGAN.test(name)) ? names : [];
}

function apart(name: string): string[] {
  const groups = SAME_PLACE.exec(name)?.groups;
  if (!groups) return name === "" ? [] : [name];
  return [`${groups["place"]}${groups["first"]}`, ...apart(groups["second"]!)];
}

/** What a notice hands on: the paper named after 转发 or 印发, and the organ it names, where it names one. */
export interface HandedOn {
  readonly how: "forwarded" | "issued";
  readonly organ: string | null;
}

export function handedOn(title: string): HandedOn | null {
  const forwarded = FORWARDED.exec(title)?.groups;
  if (forwarded) return { how: "forwarded", organ: organsOfTitle(forwarded["paper"]!)[0] ?? null };
  const issued = ISSUED_WITH.exec(title)?.groups;
  const organ = issued ? organsOfTitle(issued["paper"]!)[0] : undefined;
  return organ ? { how: "issued", organ } : null;
}
