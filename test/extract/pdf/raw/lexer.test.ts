import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLexer } from "../../../../src/extract/pdf/raw/lexer.ts";
import {
  Dictionary,
  Name,
  PdfString,
  type PdfValue,
  Reference,
} from "../../../../src/extract/pdf/raw/values.ts";

const read = (source: string) => createLexer(Buffer.from(source, "latin1")).value();
const plain = (value: PdfValue): unknown => {
  if (value instanceof Name) return `/${value.name}`;
  if (value instanceof PdfString) return Buffer.from(value.bytes).toString("latin1");
  if (value instanceof Reference) return `${value.number} R`;
  if (value instanceof Dictionary)
    return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
  return Array.isArray(value) ? value.map(plain) : value;
};

describe("values of ISO 32000-1, 7.3", () => {
  it.each<[string, unknown]>([
    ["true", true],
    ["null", null],
    ["-.5", -0.5],
    ["/A#20B", "/A B"],
    ["(a(b)c)", "a(b)c"],
    ["(a\\)\\(\\n\\101\\\nb)", "a)(\nAb"],
    ["(\\0053)", "\u00053"],
    ["<41 4>", "A@"],
    ["[1 2 3 0 R (x)]", [1, 2, "3 R", "x"]],
    ["<</A 1/B<</C[/D]>>>>", { A: 1, B: { C: ["/D"] } }],
    ["% remark\n<</A(x)>>", { A: "x" }],
    ["<</A/B/C>>", { A: "/B" }],
    ["[1 2", [1, 2]],
    ["<</A 1 endobj", { A: 1 }],
    ["(open", "open"],
  ])("%s", (source, value) => {
    expect(plain(read(source))).toEqual(value);
  });

  it("stops where nesting has no end", () => {
    expect(() => read("[".repeat(100_000))).not.toThrow();
    expect(() => read("<</A".repeat(100_000))).not.toThrow();
  });
});

describe("any bytes at all", () => {
  it("are read to their end, without an exception", () => {
    const pieces = fc.constantFrom(
      "<<",
      ">>",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "/N",
      "1 0 R",
      "12",
      "\\",
      "endobj",
      " ",
      "%",
      "\n",
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const bytes = Buffer.from(parts.join(""), "latin1");
        const lexer = createLexer(bytes);
        for (let step = 0; step <= bytes.length && lexer.position < bytes.length; step++) {
          const before = lexer.position;
          lexer.value();
          if (lexer.position === before) lexer.position++;
        }
        expect(lexer.position).toBeGreaterThanOrEqual(bytes.length);
      }),
    );
  });

  it("written as a string are the same bytes again", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const literal = [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
        const hexadecimal = Buffer.from(bytes).toString("hex");
        for (const source of [`(${literal})`, `<${hexadecimal}>`]) {
          const value = read(source);
          expect(value instanceof PdfString && [...value.bytes]).toEqual([...bytes]);
        }
      }),
    );
  });
});
