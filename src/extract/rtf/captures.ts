import { addText } from "./blocks.ts";
import { type Data, onClose, type Reading, set } from "./reading.ts";

/** Puts decoded text where the present group wants it. */
export function route(reading: Reading, text: string): void {
  const { sink } = reading.state;
  if (sink === "story") addText(reading, text);
  if (sink === "colours") endColours(reading, text);
  if (sink !== "capture" || text === "") return;
  reading.context.budget.spendText(text.length);
  reading.captures[reading.captures.length - 1] += text;
}

/** Every semicolon ends a colour; an entry that names none is the reader's own (RTF 1.9.1, color table). */
function endColours(reading: Reading, text: string): void {
  for (let rest = text.split(";").length - 1; rest > 0; rest--) {
    const { colour } = reading;
    const hex = colour?.map((component) => component.toString(16).padStart(2, "0")).join("");
    reading.colours.push(hex?.toUpperCase() ?? "auto");
    reading.colour = null;
  }
}

/** Turns the bytes read so far into text of the present group. */
export function flush(reading: Reading): void {
  if (reading.pending.length === 0) return;
  const page = reading.fonts.get(reading.state.font) ?? reading.documentPage;
  const text = reading.bytes.decode(Uint8Array.from(reading.pending), page);
  reading.pending = [];
  route(reading, text);
}

/** The same where no more bytes of the last character can follow. */
export function settle(reading: Reading): void {
  flush(reading);
  route(reading, reading.bytes.settle());
}

/** Wants the text of the present group, with the groups in it, for `use`. */
export function capture(reading: Reading, use: (text: string) => void): void {
  settle(reading);
  set(reading, { sink: "capture" });
  reading.captures.push("");
  onClose(reading, () => {
    settle(reading);
    use(reading.captures.pop() ?? "");
  });
}

/** Wants the data of the present group for `use`; its bytes are charged to the budget. */
export function captureData(reading: Reading, use: (bytes: Uint8Array) => void): void {
  set(reading, { sink: "data" });
  const data: Data = { digits: [], binary: [] };
  reading.data.push(data);
  onClose(reading, () => {
    reading.data.pop();
    const bytes =
      data.binary.length > 0
        ? Buffer.concat(data.binary)
        : Buffer.from(Buffer.concat(data.digits).toString("latin1").replace(/\s+/g, ""), "hex");
    reading.context.budget.spendBytes(bytes.length);
    use(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  });
}
