import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { readYamlFile } from "../yaml/file.ts";
import { type Column, headingKey } from "./column.ts";
import { LEDGER_COLUMNS } from "./columns.ts";

/** What a ledger's sheet of rows looks like: which columns, in which order, under which names. */
export interface LedgerTemplate {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Shipped beside the workbook, under the name by which they are asked for. */
export const SHIPPED_TEMPLATES = ["fenghua", "beian"] as const;
/** Without these a row cannot be bound to its file. */
export const BINDING_KEYS = ["id", "path", "sha256"] as const;
/** What only a person may write: no template fills it in. */
const PERSONAL = /(?:opinion|signature|date|reviewer|verifier|reply)$/i;
/** Commas part the choices of a list inside a workbook, which may be 255 characters long. */
const MAX_CHOICES = 255;

export const STANDARD_TEMPLATE: LedgerTemplate = {
  name: "政府信息公开保密审查台账",
  columns: LEDGER_COLUMNS,
};

const text = z.string().trim().min(1).max(200);

const column = z
  .strictObject({
    /** A column of the standard ledger, or a name of one's own for a column that people fill. */
    key: z.string().regex(/^[a-z][A-Za-z0-9-]*$/),
    heading: text.optional(),
    width: z.int().min(4).max(120).optional(),
    kind: z.enum(["text", "id", "integer", "date"]).optional(),
    choices: z
      .array(text.regex(/^[^,"]+$/))
      .min(1)
      .optional(),
    default: text.optional(),
    mandatory: z.boolean().optional(),
  })
  .superRefine((written, context) => {
    const fault = columnFault(written);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });

type WrittenColumn = z.infer<typeof column>;

function standardColumn(key: string): Column | undefined {
  return LEDGER_COLUMNS.find((known) => known.key === key);
}

function columnFault({
  key,
  heading,
  choices,
  kind,
  default: preset,
}: {
  readonly key: string;
  readonly heading?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  readonly default?: string | undefined;
}): string | null {
  const known = standardColumn(key);
  if (known === undefined && heading === undefined) return `自定的栏目 ${key} 要写 heading（栏目名称）`;
  if (known !== undefined && known.fill !== "people" && kind !== undefined && kind !== known.kind)
    return `栏目 ${key} 由工具填写，不能改 kind`;
  if ((choices?.join(",").length ?? 0) > MAX_CHOICES) return `选项合计不能超过 ${MAX_CHOICES} 个字`;
  if (preset === undefined) return null;
  if ((known !== undefined && known.fill !== "people") || PERSONAL.test(key) || kind === "date")
    return `栏目 ${key} 不能有 default：意见、签字、日期只能由人填写，其余由工具填写`;
  return null;
}

const template = z
  .strictObject({ version: z.literal(1), name: text, columns: z.array(column).min(3).max(300) })
  .superRefine(({ columns }, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message, path: ["columns"] });
    for (const key of BINDING_KEYS)
      if (!columns.some((one) => one.key === key)) complain(`缺少栏目 ${key}，没有它台账的行对应不到文件`);
    const headings = columns.map((one) => headingKey(toColumn(one).heading));
    const twice = headings.find((heading, index) => headings.indexOf(heading) !== index);
    if (twice !== undefined) complain(`栏目名称重复：${twice}`);
    const keys = columns.map(({ key }) => key);
    const again = keys.find((key, index) => keys.indexOf(key) !== index);
    if (again !== undefined) complain(`栏目重复：${again}`);
  });

/** What is written, over the standard column of that key. */
function toColumn({ key, heading, width, kind, choices, default: preset, mandatory }: WrittenColumn): Column {
  const known = standardColumn(key);
  const title = heading ?? known?.heading ?? key;
  const offered = choices ?? known?.choices;
  return {
    key,
    heading: title,
    width: width ?? known?.width ?? Math.max(10, title.length * 2 + 2),
    kind: kind ?? known?.kind ?? "text",
    fill: known?.fill ?? "people",
    mandatory: mandatory ?? false,
    ...(offered === undefined ? {} : { choices: offered }),
    ...(preset === undefined ? {} : { preset }),
  };
}

/**
 * A template by its shipped name or its file; null means the standard one.
 * @throws UserError with file and line for every fault
 */
export async function loadTemplate(named: string | null): Promise<LedgerTemplate> {
  if (named === null || named === "standard") return STANDARD_TEMPLATE;
  const isShipped = SHIPPED_TEMPLATES.some((name) => name === named);
  const file = isShipped ? shippedFile(`${named}.yaml`) : named;
  if (!isShipped && !existsSync(file))
    throw new UserError(`找不到台账模板：${named}`, {
      hint: `可以写模板文件的路径，或随附的模板：standard、${SHIPPED_TEMPLATES.join("、")}。`,
    });
  const { value } = await readYamlFile(file, template);
  return { name: value.name, columns: value.columns.map(toColumn) };
}

/** Where a file of `templates/ledger` lies, seen from the sources and from the built program alike. */
export function shippedFile(name: string): string {
  return fileURLToPath(new URL(`../../templates/ledger/${name}`, import.meta.url));
}

/** The templates an existing ledger may have been made from: the one asked for, and those shipped. */
export async function templatesFor(asked: LedgerTemplate): Promise<readonly LedgerTemplate[]> {
  return [asked, STANDARD_TEMPLATE, ...(await Promise.all(SHIPPED_TEMPLATES.map(loadTemplate)))];
}
