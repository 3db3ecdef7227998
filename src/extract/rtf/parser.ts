import { Unread } from "../extractor.ts";
import { endParagraph } from "./blocks.ts";
import { flush, route, settle } from "./captures.ts";
import { DESTINATIONS, unknownDestination } from "./destinations.ts";
import type { Reading } from "./reading.ts";
import { readTokens } from "./tokens.ts";
import { CHARACTERS, SYMBOLS, WORDS } from "./words.ts";

/** Characters that stand for themselves behind a backslash. */
const LITERAL: ReadonlySet<string> = new Set(["\\", "{", "}"]);
/** Bytes that may wait to become characters. */
const MOST_PENDING = 1 << 16;
/** Words that end a paragraph, and with it the last character. */
const ENDS: ReadonlySet<string> = new Set(["par", "sect", "cell", "nestcell"]);
const LINE_ENDS: ReadonlySet<string> = new Set(["\n", "\r"]);

/**
 * Reads a whole file into `reading`. Returns whether it ended as it should, with every group closed.
 * @throws Unread `limit-depth`, or what the budget throws; what came before is in `reading`.
 */
export function parse(bytes: Uint8Array, reading: Reading): boolean {
  const cut = readTokens(bytes, {
    open: () => openGroup(reading),
    close: () => closeGroup(reading),
    word: (name, parameter) => takeWord(reading, name, parameter),
    symbol: (character) => takeSymbol(reading, character),
    text: (text) => takeText(reading, text),
    binary: (data) => {
      if (reading.skip > 0) reading.skip -= 1;
      else reading.data.at(-1)?.binary.push(data);
    },
  });
  settle(reading);
  const whole = !cut && reading.groups.length === 0;
  closeAll(reading);
  return whole;
}

/** Ends what is still open, so that nothing read so far is lost. A limit that is passed already was told by whoever met it. */
export function closeAll(reading: Reading): void {
  while (reading.groups.length > 0)
    try {
      closeGroup(reading);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
    }
}

function openGroup(reading: Reading): void {
  flush(reading);
  const allowed = reading.context.limits.xmlDepth;
  if (reading.groups.length >= allowed)
    throw new Unread("limit-depth", { found: reading.groups.length + 1, allowed });
  reading.skip = 0;
  reading.fresh = true;
  reading.groups.push({ state: reading.state, leaving: [] });
}

function closeGroup(reading: Reading): void {
  const group = reading.groups.pop();
  if (!group) return;
  flush(reading);
  if (reading.groups.length === 0 && !reading.ended) endBody(reading);
  for (const leave of group.leaving.reverse()) leave();
  reading.state =
    reading.ended && reading.groups.length === 0 ? { ...group.state, sink: "capture" } : group.state;
  reading.skip = 0;
  reading.starred = false;
}

/** What follows the group of the document is read by no program. */
function endBody(reading: Reading): void {
  settle(reading);
  if ((reading.stories[0]?.paragraph.segments.length ?? 0) > 0) endParagraph(reading);
  reading.ended = true;
  reading.captures.unshift("");
}

function takeText(reading: Reading, bytes: Uint8Array): void {
  const { sink } = reading.state;
  reading.fresh = false;
  if (sink === "data") {
    reading.data.at(-1)?.digits.push(bytes);
    return;
  }
  const skipped = Math.min(reading.skip, bytes.length);
  reading.skip -= skipped;
  if (sink === "dead" || sink === "nowhere") return;
  for (let at = skipped; at < bytes.length; at++) {
    reading.pending.push(bytes[at]!);
    if (reading.pending.length >= MOST_PENDING) flush(reading);
  }
}

function takeSymbol(reading: Reading, character: string): void {
  if (LITERAL.has(character)) {
    takeText(reading, Buffer.from(character));
    return;
  }
  flush(reading);
  if (character === "*") reading.starred = reading.fresh;
  else if (reading.skip > 0) reading.skip -= 1;
  else {
    settle(reading);
    if (LINE_ENDS.has(character)) endParagraph(reading);
    else route(reading, SYMBOLS[character] ?? "");
  }
}

function takeWord(reading: Reading, name: string, parameter: number | null): void {
  if (ENDS.has(name)) settle(reading);
  else flush(reading);
  const { starred } = reading;
  reading.starred = false;
  reading.fresh = false;
  if (reading.state.sink === "dead" && name !== "ud") return;
  if (reading.skip > 0) {
    reading.skip -= 1;
    return;
  }
  const destination = DESTINATIONS.get(name);
  if (name === "u") takeUnit(reading, parameter);
  else if (destination) destination(reading, name);
  else if (starred) unknownDestination(reading, name);
  else if (CHARACTERS[name] !== undefined) {
    settle(reading);
    route(reading, CHARACTERS[name]);
  } else WORDS.get(name)?.(reading, parameter);
}

/** `\u`: a UTF-16 unit, written as a signed number of 16 bits. */
function takeUnit(reading: Reading, parameter: number | null): void {
  settle(reading);
  if (parameter !== null) route(reading, String.fromCharCode(parameter & 0xffff));
  reading.skip = reading.state.fallbacks;
}
