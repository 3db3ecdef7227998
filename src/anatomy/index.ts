import type { TextBlock } from "../model/document.ts";
import type { Anatomy } from "../model/review.ts";
import type { Story } from "../normalise/story.ts";
import { DATE, readDate } from "./dates.ts";
import {
  ADDRESSEE,
  ATTACHMENTS,
  COPY_NUMBER,
  DISCLOSURE,
  DOCUMENT_NUMBER,
  NEXT_ATTACHMENT,
  NOTE,
  ORDER_NUMBER,
  ORGAN,
  PRINTED,
  SIGNER,
  URGENCY,
} from "./elements.ts";
import { type AnatomyLine, findTitle } from "./title.ts";

/** How far down the 版头 and title of one paper reach. */
const HEAD_LINES = 40;

/** 主送机关 wraps when there are many. */
const ADDRESSEE_LINES = 4;

/** Of a file that could not be read: every element unknown. */
export const NO_ANATOMY: Anatomy = {
  copyNumber: null,
  classification: null,
  urgency: null,
  issuer: null,
  issuers: [],
  documentNumber: null,
  signer: null,
  title: null,
  addressee: null,
  writtenDate: null,
  printedDate: null,
  disclosure: null,
  note: null,
  attachments: [],
};

/** Reads the GB/T 9704-2012 elements of the visible text. Absent elements are null: nothing is guessed. */
export function readAnatomy(blocks: readonly TextBlock[], stories: readonly Story[]): Anatomy {
  const body = stories.find((story) => story.channel === null && !story.paint && isBody(story));
  if (!body) return NO_ANATOMY;
  const lines = body.printed.lines.map((line) => ({
    text: line.text.trim(),
    heading: blocks[line.block]?.heading === true,
  }));
  const head = lines.slice(0, HEAD_LINES);
  const found = findTitle(head);
  const tail = lines.slice(found ? found.last + 1 : 0);
  const signature = findSignature(tail);
  const issuer = findIssuer(head) ?? signature?.organ ?? null;
  const note = findNote(tail, signature?.line ?? null);
  return {
    ...NO_ANATOMY,
    copyNumber: first(head.slice(0, 5), COPY_NUMBER),
    urgency: first(head.slice(0, 12), URGENCY),
    documentNumber: compact(first(head, DOCUMENT_NUMBER) ?? first(head.slice(0, 8), ORDER_NUMBER)),
    signer: first(head, SIGNER),
    issuer,
    issuers: issuer ? [issuer] : [],
    title: found?.title ?? null,
    addressee: found ? findAddressee(tail.slice(0, ADDRESSEE_LINES)) : null,
    writtenDate: signature?.date ?? null,
    printedDate: findPrintedDate(lines),
    disclosure: first(lines, DISCLOSURE) ?? disclosureOf(note),
    note,
    attachments: findAttachments(tail),
  };
}

function isBody(story: Story): boolean {
  return story.part === "body" || story.part === "table";
}

function first(lines: readonly AnatomyLine[], pattern: RegExp): string | null {
  for (const { text } of lines) {
    const found = pattern.exec(text);
    if (found) return found[1]!.trim();
  }
  return null;
}

function compact(text: string | null): string | null {
  return text?.replace(/\s/gu, "") ?? null;
}

/** 主送机关, 7.3.2: the lines below the title up to the colon. */
function findAddressee(lines: readonly AnatomyLine[]): string | null {
  const last = lines.findIndex(({ text }) => /[:：]$/u.test(text));
  const text = lines
    .slice(0, last + 1)
    .map((line) => line.text)
    .join("");
  return ADDRESSEE.exec(text)?.[1] ?? null;
}

/** 发文机关标志, 7.2.4: the organ's line above the number, with 文件 or without. */
function findIssuer(head: readonly AnatomyLine[]): string | null {
  const number = head.findIndex(({ text }) => DOCUMENT_NUMBER.test(text) || ORDER_NUMBER.test(text));
  for (let i = Math.min(number, 12) - 1; i >= 0 && i >= number - 3; i--) {
    const organ = head[i]!.text.replace(/\s/gu, "").replace(/(?:文件|令|公告|通告)$/u, "");
    if (organ.length >= 3 && organ.length <= 40 && ORGAN.test(organ)) return organ;
  }
  return null;
}

interface Signature {
  readonly date: string;
  readonly organ: string | null;
  readonly line: number;
}

/** 发文机关署名 and 成文日期, 7.3.5: the first line that is only a date, and the organ above it. */
function findSignature(lines: readonly AnatomyLine[]): Signature | null {
  for (const line of lines.keys()) {
    const signature = signatureAt(lines, line);
    if (signature) return signature;
  }
  return null;
}

function signatureAt(lines: readonly AnatomyLine[], line: number): Signature | null {
  const { text } = lines[line]!;
  const date = readDate(text);
  if (!date) return null;
  const [before, after] = text.split(DATE.exec(text)![0]).map((part) => part.trim()) as [string, string];
  if (/^[（(]$/u.test(before) && /^[）)]$/u.test(after)) return { date, organ: null, line };
  if (after !== "") return null;
  if (before === "") return { date, organ: organAbove(lines, line), line };
  return before.length <= 30 && ORGAN.test(before) ? { date, organ: before, line } : null;
}

function organAbove(lines: readonly AnatomyLine[], line: number): string | null {
  const text = lines[line - 1]?.text.replace(/\s/gu, "") ?? "";
  return text.length >= 3 && text.length <= 40 && ORGAN.test(text) ? text : null;
}

function findPrintedDate(lines: readonly AnatomyLine[]): string | null {
  const line = lines.findLast(({ text }) => PRINTED.test(text) && DATE.test(text));
  return line ? readDate(line.text) : null;
}

/** 附注 stands right below the 成文日期; elsewhere only `此件…` is one. */
function findNote(lines: readonly AnatomyLine[], dateLine: number | null): string | null {
  if (dateLine !== null) {
    const below = first(lines.slice(dateLine + 1, dateLine + 4), NOTE);
    if (below) return below;
  }
  const marked = lines.find(({ text }) => NOTE.test(text) && text.includes("此件"));
  return marked ? NOTE.exec(marked.text)![1]! : null;
}

function disclosureOf(note: string | null): string | null {
  if (!note) return null;
  if (/依申请公开/u.test(note)) return "依申请公开";
  if (/不予公开|免予公开|不公开/u.test(note)) return "不予公开";
  return /主动公开|公开发布|公开发表/u.test(note) ? "主动公开" : null;
}

function findAttachments(lines: readonly AnatomyLine[]): string[] {
  const start = lines.findIndex(({ text }) => ATTACHMENTS.test(text));
  if (start < 0) return [];
  const [, number, name] = ATTACHMENTS.exec(lines[start]!.text)!;
  const names = [name!];
  for (let i = start + 1; number && i < lines.length; i++) {
    const next = NEXT_ATTACHMENT.exec(lines[i]!.text);
    if (!next || Number(next[1]) !== names.length + 1) break;
    names.push(next[2]!);
  }
  return names;
}
