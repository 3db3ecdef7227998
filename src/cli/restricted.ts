import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { UserError } from "../errors.ts";
import {
  createKey,
  KINDS,
  type Kind,
  keyFile,
  mustFit,
  openSecret,
  type RestrictedStore,
  readKey,
  readStore,
  register,
  secretOf,
  writeStore,
} from "../restricted/index.ts";
import { visible } from "../wording/index.ts";
import { localDate } from "./dates.ts";
import { exists, noKey, type StoreChoice, storeFile } from "./restricted-store.ts";
import type { Terminal } from "./terminal.ts";

interface AddOptions extends StoreChoice {
  readonly from?: string;
  readonly kind?: Kind;
  readonly note?: string;
}

const KIND_NAMES: Readonly<Record<Kind, string>> = { number: "文号", title: "标题" };

/** `restricted init|add|list|remove`: numbers and titles of papers still secret, kept as keyed hashes only. */
export function addRestrictedCommand(program: Command, terminal: Terminal): void {
  const restricted = program
    .command("restricted")
    .description("登记未解密文件的标题和文号（只存带密钥的散列，不存原文），审查时凡出现即拦下");
  restricted
    .command("init")
    .description("生成密钥文件 ~/.secreview/key，只有本人可读")
    .action(() => init(terminal));
  withStore(restricted.command("add [texts...]"))
    .description("登记标题或文号；写在命令行里的内容会留在命令历史中，宜用 --from")
    .option("--from <file>", "从文件逐行读取，- 表示标准输入")
    .addOption(new Option("--kind <kind>", "按文号或标题登记；不写则自动判断").choices([...KINDS]))
    .option("--note <text>", "备注，原样保存：不要写入标题和文号")
    .action((texts: string[], options: AddOptions) => add(texts, options, terminal));
  withStore(restricted.command("list"))
    .description("列出条目的编号、种类、登记日期和备注")
    .action((choice: StoreChoice) => list(choice, terminal));
  withStore(restricted.command("remove <ids...>"))
    .description("移除条目，例如文件已经解密")
    .action((ids: string[], choice: StoreChoice) => remove(ids, choice, terminal));
  for (const command of restricted.commands) command.helpOption("-h, --help", "显示帮助").exitOverride();
}

function withStore(command: Command): Command {
  return command
    .option("--restricted <file>", "名录文件，默认为配置文件旁的 secreview.restricted.yaml")
    .option("--config <file>", "配置文件 secreview.yaml");
}

async function init(terminal: Terminal): Promise<void> {
  tellKey(await createKey(terminal), terminal);
}

function tellKey(file: string, terminal: Terminal): void {
  terminal.err(
    `已生成密钥：${visible(file)}，只有本人可读。请另存一份并妥善保管：没有它名录就不能使用，拿到它的人可以逐个试出文号。\n`,
  );
}

async function add(texts: readonly string[], options: AddOptions, terminal: Terminal): Promise<void> {
  const text = await input(texts, options.from, terminal);
  const file = await storeFile(options, terminal);
  const existing = (await exists(file)) ? await readStore(file) : null;
  const { kind = null, note = null } = options;
  const secret = openSecret(secretOf(await keyFor(file, existing, terminal)));
  const store: RestrictedStore = existing ?? { check: secret.check, entries: [] };
  mustFit(store, secret);
  const done = register(store, secret, text, { kind, note, today: localDate(terminal.now()) });
  if (done.added.length > 0) await writeStore(file, done.store);
  terminal.out(done.added.map((entry) => `${entry.id}  ${KIND_NAMES[entry.kind]}\n`).join(""));
  const known = done.known > 0 ? `，另有 ${done.known} 条已在名录中` : "";
  terminal.err(`已登记 ${done.added.length} 条${known}。原文没有保存。名录：${visible(file)}\n`);
  if (done.short > 0)
    terminal.err(`其中 ${done.short} 条较短，其他文件可能有相同的文号或标题，命中后请核对原件。\n`);
  if (note !== null) terminal.err("备注原样保存在名录中，请确认其中没有标题、文号或其他不宜公开的内容。\n");
}

/** The key at hand; a new one only where no list depends on an old one. */
async function keyFor(file: string, existing: RestrictedStore | null, terminal: Terminal): Promise<string> {
  const key = await readKey(terminal);
  if (key !== null) return key;
  if (existing !== null && existing.entries.length > 0) throw noKey(file);
  tellKey(await createKey(terminal), terminal);
  const made = await readKey(terminal);
  if (made === null) throw new UserError(`无法读取密钥文件：${keyFile(terminal)}`);
  return made;
}

async function input(
  texts: readonly string[],
  from: string | undefined,
  terminal: Terminal,
): Promise<string> {
  if ((from === undefined) === (texts.length === 0))
    throw new UserError("请写出要登记的标题或文号，或用 --from 指明文件，二者取一", {
      hint: "例如：secreview restricted add --from 名单.txt；标准输入用 --from -",
    });
  if (from === undefined) return texts.join("\n");
  if (from === "-") return decode(await terminal.input(), "标准输入");
  const file = resolve(terminal.cwd, from);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UserError(`文件不存在或无法读取：${visible(from)}`, { cause, hint: "请核对路径。" });
  });
  return decode(bytes, visible(from));
}

/** A wrong guess would be hashed and never found, so only what surely fits is read. */
function decode(bytes: Uint8Array, name: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of marked ? ["utf-16le"] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding.
    }
  }
  throw new UserError(`${name} 的编码无法识别`, { hint: "请另存为 UTF-8 编码的纯文本。" });
}

async function list(choice: StoreChoice, terminal: Terminal): Promise<void> {
  const file = await storeFile(choice, terminal);
  const { entries } = await readStore(file);
  for (const { id, kind, added, note } of entries)
    terminal.out(`${id}  ${KIND_NAMES[kind]}  ${added}${note === null ? "" : `  ${visible(note)}`}\n`);
  terminal.err(`共 ${entries.length} 条。名录：${visible(file)}\n`);
}

async function remove(ids: readonly string[], choice: StoreChoice, terminal: Terminal): Promise<void> {
  const file = await storeFile(choice, terminal);
  const { check, entries } = await readStore(file);
  const unknown = ids.find((id) => !entries.some((entry) => entry.id === id));
  if (unknown !== undefined)
    throw new UserError(`名录中没有编号为 ${visible(unknown)} 的条目`, {
      hint: "没有移除任何条目。运行 secreview restricted list 可以查看编号。",
    });
  const kept = entries.filter(({ id }) => !ids.includes(id));
  await writeStore(file, { check, entries: kept });
  terminal.err(`已移除 ${entries.length - kept.length} 条，余 ${kept.length} 条。名录：${visible(file)}\n`);
}
