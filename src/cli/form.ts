import { type Command, Option } from "commander";
import { UserError } from "../errors.ts";
import { FORM_KINDS, type FormKind } from "../form/index.ts";
import { padColumns, visible } from "../wording/index.ts";
import { collect, date } from "./option-values.ts";
import type { Terminal } from "./terminal.ts";
import { type FormOptions, writeForm } from "./write-form.ts";

/** `form`: the papers of a review as Word documents; the machine's part filled in, people's left empty. */
export function addFormCommand(program: Command, terminal: Terminal): void {
  program
    .command("form")
    .description("生成审批表、备案表、送审单等 Word 表格：填好工具所知的，意见、签字和日期留给人填写")
    .argument("[kind]", "表格名称或编号，如 审批表；--list 列出全部")
    .option("--list", "列出全部表格", false)
    .option("--from <file>", "检查报告（.json、.jsonl）或台账（.xlsx）")
    .option("--file <path>", "只写这个文件：报告中的路径或台账的序号，可重复", collect, [])
    .option("--out <file>", "写到此文件（.docx；主动公开目录也可以是 .csv）；已有的文件不会被覆盖")
    .option("--template <docx>", "用本单位的模板，占位符见 docs/forms.md")
    .option("--export-template", "不填写，把自带的模板写到 --out，供修改", false)
    .addOption(new Option("--mode <mode>", "reply：依申请公开答复的审批表").choices(["reply"]))
    .option("--important", "重要敏感信息：加主要领导签字一栏", false)
    .option("--number <text>", "表格编号")
    .option("--unit <name>", "单位名称")
    .option("--today <date>", "填表日期（YYYY-MM-DD），也用于计算应答复日期", date)
    .option("--holidays <yaml>", "节假日安排，默认用自带的一份")
    .option("--config <file>", "配置文件 secreview.yaml")
    .action(async (kind: string | undefined, options: FormOptions & { readonly list: boolean }) => {
      if (options.list) terminal.out(listPage());
      else await writeForm(mustKnow(kind), options, terminal);
    });
}

const ID_COLUMNS = 15;
const NAME_COLUMNS = 22;

function listPage(): string {
  return FORM_KINDS.map(
    ({ id, name, about }) => `${padColumns(id, ID_COLUMNS)}${padColumns(name, NAME_COLUMNS)}${about}\n`,
  ).join("");
}

function mustKnow(written: string | undefined): FormKind {
  const kind = FORM_KINDS.find(({ id, name }) => id === written || name === written);
  if (kind) return kind;
  const what = written === undefined ? "没有写明是哪一种表格" : `没有这种表格：${visible(written)}`;
  throw new UserError(what, { hint: `可用的有：${FORM_KINDS.map(({ name }) => name).join("、")}。` });
}
