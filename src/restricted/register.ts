import { UserError } from "../errors.ts";
import {
  holdsNumber,
  LONGEST_TITLE,
  numberForm,
  SHORTEST_ORGAN,
  SHORTEST_TITLE,
  titleForm,
} from "./normal-form.ts";
import { filterOf, seal } from "./seal.ts";
import type { Kind, Secret } from "./secret.ts";
import type { RestrictedEntry, RestrictedStore } from "./store.ts";

export interface Registration {
  /** null: a line that is a 发文字号 is one, any other is a title. */
  readonly kind: Kind | null;
  readonly note: string | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface Registered {
  readonly store: RestrictedStore;
  readonly added: readonly RestrictedEntry[];
  /** How many lines were listed already. */
  readonly known: number;
  /** How many are so short that other papers may bear them as well. */
  readonly short: number;
}

interface Form {
  readonly kind: Kind;
  readonly form: string;
}

/** A title of so few characters may well be that of another paper. */
const SHORT_TITLE = 10;

/**
 * Adds one entry for each line of `text`; blank lines and those that begin with `#` are passed over. What is wrong is told by the
 * number of its line: no message repeats a word of it.
 * @throws UserError for a line that is neither number nor title, or a note that holds one of them
 */
export function register(
  store: RestrictedStore,
  secret: Secret,
  text: string,
  { kind, note, today }: Registration,
): Registered {
  const forms = text.split(/\r\n|[\n\r]/u).flatMap((line, index) => {
    const told = line.trim();
    return told === "" || told.startsWith("#") ? [] : [formOf(told, kind, index + 1)];
  });
  if (forms.length === 0) throw new UserError("没有可登记的内容", { hint: "每行写一个发文字号或标题。" });
  if (note !== null && forms.some((form) => isIn(form, note)))
    throw new UserError("备注里含有要登记的标题或文号", {
      hint: "备注会原样保存，请改写，如“2019年第3批”。",
    });
  const listed = new Set(store.entries.map(({ hash }) => hash));
  const added: RestrictedEntry[] = [];
  for (const { kind: own, form } of forms) {
    const hash = secret.hash(own, form);
    if (listed.has(hash)) continue;
    listed.add(hash);
    const sealed = seal(secret, own, hash, filterOf(secret, own, form));
    added.push({ id: hash.slice(0, 12), kind: own, hash, seal: sealed, added: today, note });
  }
  return {
    store: { check: store.check, entries: [...store.entries, ...added] },
    added,
    known: forms.length - added.length,
    short: forms.filter(isShort).length,
  };
}

function formOf(line: string, asked: Kind | null, at: number): Form {
  const number = asked === "title" ? null : numberForm(line, asked === "number");
  if (number !== null) return { kind: "number", form: number };
  if (asked === "number")
    throw new UserError(`第 ${at} 行不是发文字号`, {
      hint: "发文字号应有代字、年份和序号，如 ×政发〔2020〕3号。",
    });
  if (asked === null && holdsNumber(line))
    throw new UserError(`第 ${at} 行既有文字又有发文字号`, {
      hint: "标题和发文字号请分两行登记；标题本身含有文号的加 --kind title，代字很长或带括号的加 --kind number。",
    });
  const title = titleForm(line);
  if (title.length < SHORTEST_TITLE || title.length > LONGEST_TITLE)
    throw new UserError(`第 ${at} 行作为标题应有 ${SHORTEST_TITLE} 到 ${LONGEST_TITLE} 个字`, {
      hint: "过短的标题会与其他文件混淆；没有年份的文号请连同发文机关一起登记。",
    });
  return { kind: "title", form: title };
}

function isIn({ form }: Form, note: string): boolean {
  return titleForm(note).includes(titleForm(form).replace(/号$/u, ""));
}

function isShort({ kind, form }: Form): boolean {
  return kind === "number" ? form.indexOf("〔") <= SHORTEST_ORGAN : form.length < SHORT_TITLE;
}
