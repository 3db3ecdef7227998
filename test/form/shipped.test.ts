import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { TEMPLATES } from "../../scripts/forms.ts";
import { CONDITIONS, FIELDS, TABLES } from "../../src/form/fields.ts";
import { FORM_KINDS } from "../../src/form/index.ts";
import { fillTemplate } from "../../src/form/template/fill.ts";
import { formValues } from "./data.ts";
import { textOf, unpacked } from "./word.ts";

const FOLDER = fileURLToPath(new URL("../../templates/forms/", import.meta.url));
const shipped = readdirSync(FOLDER).sort();
const bytesOf = (name: string) => readFileSync(`${FOLDER}${name}`);

test("every form has its template and every template its form", () => {
  const named = FORM_KINDS.flatMap(({ template, replyTemplate }) =>
    replyTemplate ? [template, replyTemplate] : [template],
  );
  expect(named.map((name) => `${name}.docx`).sort()).toEqual(shipped);
});

// Compared unpacked: compressed bytes differ from one zlib to the next.
test("the committed templates are what the builder makes (npm run forms)", async () => {
  expect(
    Object.keys(TEMPLATES)
      .map((name) => `${name}.docx`)
      .sort(),
  ).toEqual(shipped);
  for (const [name, make] of Object.entries(TEMPLATES))
    expect(await unpacked(bytesOf(`${name}.docx`)), name).toBe(await unpacked(make()));
});

describe.each(shipped)("%s", (name) => {
  test("is filled whole, says nothing in the place of people and calls nothing cleared", async () => {
    const docx = await fillTemplate(bytesOf(name), formValues(), name);
    const text = (await textOf(docx)).join("\n");
    expect(text).not.toMatch(/[{}｛｝]/u);
    expect(text).not.toMatch(/通过|不涉密|[☑☒√✓■]/u);
    for (const line of text.split("\n").filter((one) => one.includes("签字：")))
      expect(line).toMatch(/^签字：　+年　+月　+日$/u);
    const xml = await unpacked(docx);
    expect(xml).toMatch(/<w:pgSz w:w="(?:11906" w:h="16838"|16838" w:h="11906" w:orient="landscape")/u);
    expect(xml).not.toMatch(/TargetMode="External"|<!DOCTYPE|vbaProject/u);
  });
});

test("docs/forms.md lists every placeholder with its meaning", () => {
  const page = readFileSync(new URL("../../docs/forms.md", import.meta.url), "utf8");
  const rows = { ...FIELDS, ...CONDITIONS, ...Object.assign({}, ...Object.values(TABLES)) };
  for (const [name, meaning] of Object.entries(rows)) expect(page).toContain(`| \`${name}\` | ${meaning} |`);
  for (const { id, name } of FORM_KINDS) expect(page).toContain(`| ${name} | \`${id}\` |`);
});
