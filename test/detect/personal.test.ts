import { describe, expect, test } from "vitest";
import { find, loud } from "./find.ts";
import { idThatIsACode, inventedCard, inventedCode, inventedId } from "./invented.ts";

// 11010519491231002X is the sample number printed in GB 11643 itself.
const ID = "11010519491231002X";

describe("identity numbers", () => {
  test.each([
    ID,
    "1101 0519 4912 3100 2X",
    "１１０１０５１９４９１２３１００２Ｘ",
    `${ID}43`,
    [...ID].join(" "),
    `证件\t${[...ID].join("\t")}\t男`,
    `姓名：王某，证号${ID}。`,
  ])("%j blocks", (text) =>
    expect(loud(text).some((hit) => hit.startsWith("personal-id-card block"))).toBe(true),
  );

  test("over two wrapped lines", () => {
    const line = "低保对象本期名册共计若干人其中第一名申请人公民号码为110105";
    expect(loud(`${line}\n19491231002X，已核实。`).some((hit) => hit.startsWith("personal-id-card"))).toBe(
      true,
    );
  });

  test.each([
    "110105194912310021",
    "11010519491331002X",
    `a${ID}`,
    "1101**********002X",
    "公民身份号码、姓名、住址",
  ])("%j is none", (text) => expect(loud(text)).toEqual([]));

  test("a wrong check digit beside its label is a typing error to look at", () => {
    expect(loud("身份证号：110105194912310021")).toEqual([
      "personal-id-card-damaged review 110105194912310021",
    ]);
  });
});

describe("numbers beside identity numbers", () => {
  const own = inventedId();
  const found = (text: string) => loud(text).map((hit) => hit.split(" ").slice(0, 2).join(" "));

  test.each([
    own,
    `12 ${own}`,
    `${own} 56`,
    `'${own}`,
    `"${own}"`,
    own.replace(/^(.{6})(.{8})/u, "$1-$2-"),
    [...own].join(" "),
    [...own].join("\t"),
    `序号,姓名,号码\n1,甲,${own}`,
    `甲\t${own}\t乙`,
    `${own.slice(0, 10)}\n${own.slice(10)}`,
    `1\t${own.slice(0, 12)}\t男\n${own.slice(12)}`,
    `信用代码/身份证号：${own}`,
  ])("%j blocks", (text) => expect(found(text)).toContain("personal-id-card block"));

  test("a credit code is no person, an identity number in its place is", () => {
    expect(loud(`统一社会信用代码：${inventedCode("91990001MA0000000")}`)).toEqual([]);
    expect(loud(`统一社会信用代码：${idThatIsACode()}`)).toEqual([]);
    expect(found(idThatIsACode())).toEqual(["personal-id-card block"]);
    expect(found(`统一社会信用代码：${own}`)).toEqual(["personal-id-card review"]);
    expect(find(`统一社会信用代码：${own}`)[0]?.reason).toBe("labelled-otherwise");
  });

  test("a label of a person after that of a code wins", () => {
    const code = inventedCode("91990001MA0000000");
    expect(found(`信用代码${code}，身份证${own}`)).toEqual(["personal-id-card block"]);
  });

  test.each([
    [`身份证号：${own.slice(0, 17)}`, "personal-id-card-damaged review"],
    [`身份证号：${own.slice(0, 17)}${own.endsWith("0") ? "1" : "0"}`, "personal-id-card-damaged review"],
    ["姓名\t身份证号\n甲\t9.90001E+17", "personal-id-card-rounded review"],
    ["身份证号 990001900307123", "personal-id-card-15 block"],
  ])("%j is %s", (text, hit) => expect(found(text)).toEqual([hit]));
});

describe("masking", () => {
  const own = inventedId();
  const hide = (from: number, to: number, sign = "*") =>
    own.slice(0, from) + sign.repeat(to - from) + own.slice(to);

  test.each(["*", "＊", "×", "X", "•", "●", "■", "_", "…"])("six hidden digits by %s are enough", (sign) =>
    expect(loud(`身份证号：${hide(6, 14, sign)}`)).toEqual([]),
  );

  test.each([
    ["only the year", hide(6, 10)],
    ["only month and day", hide(10, 14)],
    ["the last four", hide(14, 18)],
    ["five in the middle", hide(8, 13)],
    ["only the year, with crosses", hide(6, 10, "×")],
    ["only the year, by letters", hide(6, 10, "X")],
  ])("%s is too little", (_, number) => {
    for (const text of [`身份证号：${number}`, number, `3 ${number}`])
      expect(loud(text)).toEqual([`personal-weak-mask review ${number}`]);
  });

  test.each([hide(2, 15), hide(4, 14), hide(11, 17), hide(6, 12)])("%s is enough", (number) =>
    expect(loud(`身份证号：${number}`)).toEqual([]),
  );

  test("two letters hide too little, and are seen as hiding", () =>
    expect(loud(`身份证号：${own.slice(0, 16)}XX`)).toHaveLength(1));

  test("a table of weak masks is one finding", () => {
    const rows = ["001", "002", "003", "004"].map((sequence) => {
      const number = inventedId("19900307", sequence);
      return `甲\t${number.slice(0, 6)}****${number.slice(10)}`;
    });
    expect(find(`姓名\t身份证号\n${rows.join("\n")}`)).toMatchObject([
      { ruleId: "personal-weak-mask", severity: "review", more: 3 },
    ]);
  });

  test("a masked number is undone by name and telephone or address beside it", () => {
    const number = hide(4, 14);
    expect(loud(`张建国\t${number}\t青石镇柳沟村12号`)).toHaveLength(1);
    expect(loud(`张建国\t${number}\t联系电话13800138000`)).toHaveLength(1);
    expect(loud(`张建国\t${number}\t138****8000\t青石镇`)).toEqual([]);
  });
});

describe("telephones", () => {
  test("three in a list block, whoever they belong to", () => {
    const list = "姓名\t号码\n甲\t13800138000\n乙\t13900139000\n丙\t13700137000";
    expect(find(list).filter(({ ruleId }) => ruleId === "personal-mobile-list")).toMatchObject([
      { severity: "block", more: 2 },
    ]);
  });

  test("the rule for one is silent where that for lists speaks", () => {
    const list = "姓名\t手机\n甲\t13800138000\n乙\t+86 139 0013 9000\n丙\t137-0013-7000";
    expect(find(list).map(({ ruleId }) => ruleId)).toEqual(["personal-mobile-list"]);
  });

  test("a column of contact telephones is excused in a table of offices, not in one of people", () => {
    const rows = "\t13800138000\n乙局\t13900139000\n丙局\t13700137000";
    expect(loud(`单位\t联系电话\n甲局${rows}`)).toEqual([]);
    expect(loud(`姓名\t联系电话\n甲局${rows}`)).toHaveLength(1);
  });

  test("one outside a contact line is reviewed", () => {
    expect(loud("困难群众王某 138 0013 8000")).toEqual(["personal-mobile review 138 0013 8000"]);
  });

  test.each([
    "联系人：小李，13800138000",
    "咨询电话：0931-8812345",
    "电话 13800138000、13900139000、13700137000",
    "138****8000",
  ])("%j is what notices need", (text) => expect(loud(text)).toEqual([]));
});

describe("bank cards", () => {
  test("by the word before them or the head of their column", () => {
    expect(loud("银行卡号：6222021234567890128")).toHaveLength(1);
    expect(loud("姓名\t账号\t金额\n甲\t6222021234567890128\t300")).toHaveLength(1);
    expect(
      loud(
        `工资卡 ${inventedCard()
          .replace(/(.{4})/gu, "$1 ")
          .trim()} 300`,
      ),
    ).toHaveLength(1);
  });

  test("of an organ by the head of the column is none", () =>
    expect(loud(`单位\t对公账号\n某公司\t${inventedCard()}`)).toEqual([]));

  test.each(["条码 6222021234567890128", "卡号：6222021234567890129", "对公账号：6222021234567890128"])(
    "%j is none",
    (text) => expect(loud(text)).toEqual([]),
  );
});

describe("people", () => {
  const rules = (text: string) => [...new Set(loud(text).map((hit) => hit.split(" ")[0]))];
  const rows = ["张建国", "李秀英", "王德福", "赵春梅"];
  const table = (head: string, cells: readonly string[], separator = "\t") =>
    [head, ...rows.map((name, i) => [String(i + 1), name, cells[i % cells.length]].join(separator))].join(
      "\n",
    );

  test.each([
    ["TAB text", table("序号\t姓名\t残疾类别", ["肢体二级"])],
    ["a csv file", table("序号,姓名,病种", ["尿毒症", "肺结核"], ",")],
    [
      "a table after a line of cells",
      `单位：青石镇\t时间：2024年\n${table("序号\t姓名\t低保类别", ["A类"])}`,
    ],
    ["a table named by its title", `2024年特困人员救助名单\n${table("序号\t姓名\t金额", ["800"])}`],
    ["full addresses", table("序号\t姓名\t家庭住址", ["柳沟村三组"])],
    ["student numbers", table("序号\t姓名\t学号", ["20240001"])],
  ])("%s lists them with something private: one finding for all rows", (_, text) =>
    expect(find(text).filter(({ ruleId }) => ruleId === "personal-list")).toMatchObject([
      { severity: "review", more: 3 },
    ]),
  );

  test("a table is seen whatever the format calls its cells", () => {
    const cells = table("序号\t姓名\t致贫原因", ["因病"])
      .split("\n")
      .flatMap((row, r) =>
        row.split("\t").map((text, c) => ({
          text,
          part: "table" as const,
          channel: null,
          location: { object: "table1", cell: `${"ABC"[c]}${r + 1}` },
          ...(c > 0 ? { separator: "\t" as const } : {}),
        })),
      );
    expect(find(cells)).toMatchObject([{ ruleId: "personal-list", more: 3, location: { cell: "B2" } }]);
  });

  test.each([
    ["two rows", table("序号\t姓名\t病种", ["尿毒症"]).split("\n").slice(0, 3).join("\n")],
    ["masked names", table("序号\t姓名\t病种", ["尿毒症"]).replace(/[建秀德春]./gu, "某某")],
    ["masked numbers", table("序号\t姓名\t身份证号", ["99************123X"])],
    ["addresses down to the township", table("序号\t姓名\t住址", ["青石镇"])],
    ["empty cells", table("序号\t姓名\t病种", ["无"])],
    ["names of places", "序号\t乡镇\t低保人数\n1\t青石镇\t20\n2\t柳沟镇\t30\n3\t河口镇\t40"],
  ])("%s are no list of people", (_, text) => expect(loud(text)).toEqual([]));

  test.each([
    ["当事人：张建国，男，住青石镇柳沟村三组12号。", ["personal-address-beside-name"]],
    ["姓名：张建国\n家庭住址：青石镇柳沟村三组12号", ["personal-home-address"]],
    ["村民李秀英，女，患有慢性肾病。", ["personal-health"]],
    ["驾驶人张建国驾驶甘A12345号车超速。", ["personal-plate"]],
    ["王小明，男，10岁，父母双亡，系孤儿。", ["personal-health", "personal-minor"]],
    ["军官证：北字第0123456号", ["personal-military-card"]],
    ["社保卡号：Q99000123", ["personal-insurance-card"]],
    ["台湾居民来往大陆通行证号码：01234567", ["personal-passport"]],
  ])("%j is reviewed or blocked", (text, ids) => expect(rules(text).sort()).toEqual([...ids].sort()));

  test("pupils with their dates of birth", () =>
    expect(rules(table("序号\t姓名\t班级\t出生日期", ["三（1）班\t2015-03-02"]))).toEqual([
      "personal-minor-list",
    ]));
});
