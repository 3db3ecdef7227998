import { describe, expect, test } from "vitest";
import { fold } from "../../src/normalise/fold.ts";
import { originalRange } from "../../src/normalise/plain.ts";
import { rejoin } from "../../src/normalise/rejoin.ts";

const joined = (...lines: string[]) => rejoin(fold(lines.join("\n"))).text;

const full = "各科室应当按照本办法规定的程序对拟公开的信息逐件进行审";
const wrapped = [full, "查，凡是涉及国家秘密的内容，无论采取何种形式，都不得公", "开。"];

describe("hard wraps", () => {
  test("full lines go on in the next", () => {
    expect(joined(...wrapped)).toBe(wrapped.join(""));
  });

  test("a term over a line end is one term, with its place in the original", () => {
    const original = `${full}国家机\n密的载体由专人登记保管。`;
    const plain = rejoin(fold(original));
    const start = plain.text.indexOf("国家机密");
    const range = originalRange(plain, start, start + 4);
    expect(original.slice(range.start, range.end)).toBe("国家机\n密");
  });

  test("blank lines in between go with the wrap", () => {
    expect(joined(full, "", " ", "查。")).toBe(`${full}查。`);
  });

  test.each([
    "第三条",
    "第十二章附则",
    "一、总则",
    "（二）职责",
    "(3)职责",
    "4.保密期限",
    "5、其他",
    "附件：清单",
  ])("%s begins an item", (item) => {
    expect(joined(full, item)).toBe(`${full}\n${item}`);
  });

  test("a decimal at the head of a line is no item", () => {
    expect(joined(full, "3.5亿元")).toBe(`${full}3.5亿元`);
  });

  test.each([..."。；：！？》）…”."])("a line that ends in %s is finished", (mark) => {
    expect(joined(full + mark, "查办情况")).toBe(`${full}${mark}\n查办情况`);
  });

  test("short lines are lines", () => {
    expect(joined(full, full, "某某市人民政府办公室", "公开前审核")).toContain("办公室\n公开前");
  });

  test("a text in narrow lines is left alone", () => {
    expect(joined("某某市人民政府", "办公室文件处", "保密工作机构")).toBe(
      "某某市人民政府\n办公室文件处\n保密工作机构",
    );
  });

  test("between Latin words one space stays, digits close up", () => {
    const english = "The officer in charge shall keep every marked copy under";
    expect(joined(english, "lock and key")).toBe(`${english} lock and key`);
    expect(joined("经办人员联系方式和证件号码登记如下1101051949", "12310000")).toContain("194912310000");
  });
});

describe("orphans", () => {
  test("vertical text becomes a line", () => {
    expect(joined("绝", "密", "★", "1", "0", "年")).toBe("绝密★10年");
  });

  test("one character goes back to its line", () => {
    expect(joined("密码电", "报", "发往各区")).toBe("密码电报\n发往各区");
  });
});

test("nothing comes of nothing", () => {
  expect(joined("")).toBe("");
  expect(joined("\n\n")).toBe("\n\n");
});
