import {
  type Anatomy,
  DEFAULT_LIMITS,
  type FileReview,
  type Finding,
  type FullLocation,
  type Masked,
  type Preview,
  type Report,
  type ReportHead,
  type ReportTail,
  type ReviewNotice,
} from "../../src/model/index.ts";
import { wording } from "../../src/wording/index.ts";

const words = wording("zh");

export const NOWHERE: FullLocation = {
  page: null,
  paragraph: null,
  line: null,
  sheet: null,
  cell: null,
  slide: null,
  object: null,
  start: null,
  end: null,
};

export const NO_ELEMENTS: Anatomy = {
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

/** Tests stand in for the mask room: what is written here counts as masked. */
export function masked(text: string): Masked {
  return text as Masked;
}

/** A file examined in full in which nothing was found. */
export function review(changes: Partial<FileReview> = {}): FileReview {
  return {
    root: 0,
    path: "通知.docx",
    container: null,
    sha256: "a".repeat(64),
    textSha256: "b".repeat(64),
    bytes: 48_213,
    format: "docx",
    pages: null,
    status: "examined",
    imagesUnread: 0,
    notices: [],
    document: NO_ELEMENTS,
    opinion: { suggestion: null, state: "nothing-found", referTo: null, reasons: [] },
    findings: [],
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: "personal-id-card",
    category: "personal",
    severity: "block",
    part: "body",
    channel: null,
    location: { ...NOWHERE, page: 2, line: 5 },
    matched: masked("3302**********1234"),
    excerpt: masked("联系人张某，身份证号 3302**********1234，住城东街道"),
    message: "出现公民身份号码",
    basis: ["《中华人民共和国政府信息公开条例》第十五条"],
    advice: "删去号码，或只留前四位和后四位。",
    fingerprint: null,
    via: "text",
    more: 0,
    accepted: null,
    ...changes,
  };
}

export function notice(code: ReviewNotice["code"], changes: Partial<ReviewNotice> = {}): ReviewNotice {
  return { code, location: NOWHERE, message: words.notice(code), ...changes };
}

const marked = review({
  path: "拟公开/2026年/关于防汛工作情况的报告.docx",
  sha256: "1f".repeat(32),
  pages: 6,
  document: {
    ...NO_ELEMENTS,
    copyNumber: "000012",
    classification: { level: "机密", term: "10年", state: "in-force", expires: "2031-06-24" },
    urgency: "特急",
    issuer: "某某区水利局",
    title: "〔已隐去〕",
    writtenDate: "2021-06-25",
    documentNumber: "〔已隐去〕",
  },
  opinion: {
    suggestion: "不予公开",
    state: "hold",
    referTo: "secrecy-authority",
    reasons: [
      "带有仍在保密期限内的国家秘密标志（依据《中华人民共和国政府信息公开条例》第十四条）",
      "含有公民身份号码（依据《中华人民共和国政府信息公开条例》第十五条）",
    ],
  },
  findings: [
    finding({
      ruleId: "mark-level-term",
      category: "state-secret",
      location: { ...NOWHERE, page: 1, line: 1 },
      matched: masked("机密★10年"),
      excerpt: masked("机密★10年"),
      message: "首页左上角标有密级和保密期限，仍在期限之内",
      basis: [
        "《中华人民共和国保守国家秘密法》（2024年修订）第二十二条",
        "《中华人民共和国政府信息公开条例》第十四条",
      ],
      advice: "立即停止公开。确需公开的，先由原定密机关解密，再重新送审。",
    }),
    finding(),
    finding({
      location: { ...NOWHERE, object: "表1", cell: "B3" },
      part: "table",
      excerpt: masked("3302**********5678"),
      matched: masked("3302**********5678"),
    }),
    finding({
      ruleId: "hidden-revision",
      category: "hidden",
      severity: "review",
      channel: "revision-deleted",
      location: { ...NOWHERE, paragraph: 12 },
      excerpt: masked("转移群众 *** 人，其中"),
      matched: masked(""),
      message: "修订记录里还留着已删除的文字，收件人可以看到",
      basis: ["《中华人民共和国保守国家秘密法》（2024年修订）第三十五条"],
      advice: "接受或拒绝全部修订，关闭修订功能，另存后重新检查。",
    }),
  ],
});

const doubtful = review({
  path: "拟公开/2026年/一季度经济运行分析.xlsx",
  format: "xlsx",
  sha256: "2e".repeat(32),
  bytes: 1_310_720,
  document: {
    ...NO_ELEMENTS,
    issuer: "某某区统计局",
    documentNumber: "某统〔2026〕7号",
    title: "关于一季度经济运行情况的通报",
    writtenDate: "2026-04-20",
    disclosure: "依申请公开",
  },
  opinion: {
    suggestion: "依申请公开",
    state: "needs-review",
    referTo: "competent-department",
    reasons: ["含有尚未发布的统计数据（依据《中华人民共和国统计法》第二十八条）"],
  },
  findings: [
    finding({
      ruleId: "unreleased-figures",
      category: "unreleased",
      severity: "review",
      location: { ...NOWHERE, sheet: "汇总", cell: "B2" },
      matched: masked("预计增长 *.*%"),
      excerpt: masked("地区生产总值预计增长 *.*%"),
      message: "像是尚未正式发布的经济数据",
      basis: ["《中华人民共和国统计法》（2024年修正）第二十八条"],
      advice: "与统计部门核对是否已经发布；没有发布的，不要公开。",
    }),
    finding({
      ruleId: "hidden-sheet",
      category: "hidden",
      severity: "review",
      channel: "hidden-sheet",
      location: { ...NOWHERE, sheet: "底稿" },
      matched: masked(""),
      excerpt: masked("户主 *** 电话 138****0000"),
      message: "有隐藏的工作表",
      basis: ["《中华人民共和国保守国家秘密法》（2024年修订）第三十五条"],
      advice: "取消隐藏，核对内容，不需要的删去后重新检查。",
    }),
    finding({
      ruleId: "metadata-author",
      category: "metadata",
      severity: "info",
      part: "metadata",
      channel: "property",
      location: { ...NOWHERE, object: "dc:creator" },
      matched: masked("王**"),
      excerpt: masked("王**"),
      message: "文件属性里留有作者姓名",
      basis: ["《中华人民共和国个人信息保护法》第四条"],
      advice: "不需要公开的，用“检查文档”清除。",
    }),
  ],
});

const quiet = review({
  path: "拟公开/2026年/关于开展垃圾分类宣传的通知.pdf",
  format: "pdf",
  pages: 3,
  sha256: "3d".repeat(32),
  document: {
    ...NO_ELEMENTS,
    issuer: "某某区城市管理局",
    documentNumber: "某城管〔2026〕15号",
    title: "关于开展垃圾分类宣传的通知",
    addressee: "各镇人民政府、街道办事处",
    writtenDate: "2026-03-02",
    printedDate: "2026-03-03",
    disclosure: "主动公开",
    attachments: ["宣传月活动安排表"],
  },
  opinion: {
    suggestion: "主动公开",
    state: "nothing-found",
    referTo: null,
    reasons: ["文件自己写明“主动公开”，没有发现标志类问题（依据《中华人民共和国政府信息公开条例》第十九条）"],
  },
  findings: [
    finding({
      ruleId: "personal-office-phone",
      severity: "info",
      location: { ...NOWHERE, page: 3, line: 20 },
      matched: masked("0574-8****321"),
      excerpt: masked("联系电话：0574-8****321"),
      message: "办公电话",
      advice: "确认是对外公布的号码。",
    }),
    finding({
      ruleId: "personal-mobile",
      severity: "review",
      location: { ...NOWHERE, page: 3, line: 21 },
      matched: masked("138****0000"),
      excerpt: masked("监督电话 138****0000"),
      message: "手机号码",
      accepted: { reviewer: "李审查", reason: "对外公布的监督电话", date: "2026-01-10" },
    }),
  ],
});

const files: readonly FileReview[] = [
  quiet,
  marked,
  review({
    path: "拟公开/2026年/会议材料.docx",
    sha256: "4c".repeat(32),
    status: "unexamined",
    textSha256: null,
    notices: [notice("encrypted")],
    opinion: { suggestion: null, state: "unread", referTo: null, reasons: [] },
  }),
  doubtful,
  review({
    path: "拟公开/2026年/信访事项办理情况汇编.pdf",
    sha256: "5b".repeat(32),
    format: "pdf",
    pages: 48,
    status: "partial",
    imagesUnread: 2,
    notices: [notice("page-unread", { message: words.notice("page-unread", { pages: "12、13" }) })],
    opinion: { suggestion: null, state: "needs-review", referTo: "consultation", reasons: [] },
    findings: [
      finding({
        ruleId: "pending-case-petition",
        category: "pending-case",
        severity: "review",
        via: "ocr",
        location: { ...NOWHERE, page: 7, line: 3 },
        matched: masked("正在办理"),
        excerpt: masked("该信访事项正在办理，拟于"),
        message: "像是尚未办结的信访事项",
        basis: ["《中华人民共和国政府信息公开条例》第十六条"],
        advice: "与承办科室核对是否已经办结；没有办结的，不要公开。",
      }),
    ],
  }),
  review({
    path: "拟公开/附件.zip",
    format: "zip",
    sha256: "7e".repeat(32),
    status: "unexamined",
    notices: [notice("member-unread", { message: words.notice("member-unread", { count: 1 }) })],
    opinion: { suggestion: null, state: "unread", referTo: null, reasons: [] },
  }),
  review({
    path: "拟公开/附件.zip!/现场照片.jpg",
    container: "拟公开/附件.zip",
    format: "jpeg",
    sha256: "6a".repeat(32),
    status: "unexamined",
    notices: [notice("ocr-unavailable")],
    opinion: { suggestion: null, state: "unread", referTo: null, reasons: [] },
  }),
  review({
    path: "拟公开/宣传片.mp4",
    format: null,
    sha256: null,
    textSha256: null,
    bytes: 52_428_800,
    status: "skipped",
    notices: [notice("no-text-class")],
  }),
  review({
    path: "拟公开/~$会议材料.docx",
    format: null,
    sha256: null,
    textSha256: null,
    bytes: 165,
    status: "skipped",
    notices: [notice("lock-file")],
  }),
];

export const head: ReportHead = {
  schema: "secreview-report/1",
  tool: { name: "secreview", version: "0.1.0", segmenter: "@node-rs/jieba 2.0.2" },
  rules: {
    digest: `sha256:${"9c".repeat(32)}`,
    changes: [],
    dictionaries: [
      { name: "国家秘密标志", sha256: "d1".repeat(32), rules: 12 },
      { name: "个人信息", sha256: "d2".repeat(32), rules: 9 },
    ],
  },
  config: null,
  baseline: null,
  limits: { ...DEFAULT_LIMITS },
  unit: "某某区人民政府办公室",
  today: "2026-05-06",
  startedAt: "2026-05-06T01:02:03.000Z",
  roots: ["拟公开"],
};

export const tail: ReportTail = {
  finishedAt: "2026-05-06T01:02:09.500Z",
  result: "findings",
  exitCode: 1,
  totals: {
    found: 8,
    examined: 3,
    partial: 1,
    unexamined: 2,
    skipped: 2,
    members: 1,
    imagesUnread: 3,
    block: 3,
    review: 4,
    info: 2,
    accepted: 1,
  },
};

/** A run with files of every status, on paths and in an archive. */
export const sample: Report = { ...head, ...tail, files };

/** Strings that attack some output: formulas, markup, terminals, readers' eyes, encoders. */
export const HOSTILE: readonly string[] = [
  "=cmd|' /C calc'!A0",
  "　=1+1",
  "＝HYPERLINK(1)",
  "+1\t-2",
  "@SUM(1)",
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "]]><x/>",
  "\u001b[31mred\u001b]8;;http://a\u0007",
  "\u009b2J",
  "invoice\u202Excod.exe",
  "one\r\ntwo\nthree",
  "lone \ud800 high, \udfff low",
  "zero\u0000width\u200b\ufeff",
  "| pipe ` tick [a](javascript:alert(1)) ![b](http://c) www.d.e @f",
  "_x000D_ \u2028\u2029 \u0085",
  "&amp; \" ' <!-- -->",
];

/** A file every string of which is `text`. */
export function hostileReview(text: string): FileReview {
  const location = { ...NOWHERE, page: 1, sheet: text, cell: text, object: text };
  return review({
    path: text,
    container: text,
    format: text,
    status: "partial",
    notices: [{ code: "part-unread", location, message: text }],
    document: {
      ...NO_ELEMENTS,
      copyNumber: text,
      classification: { level: text, term: text, state: "unknown", expires: null },
      urgency: text,
      issuer: text,
      issuers: [text, text],
      documentNumber: text,
      signer: text,
      title: text,
      addressee: text,
      disclosure: text,
      note: text,
      attachments: [text],
    },
    opinion: { suggestion: null, state: "needs-review", referTo: null, reasons: [text] },
    findings: [
      finding({
        location,
        matched: masked(text),
        excerpt: masked(`before ${text} after`),
        message: text,
        basis: [text],
        advice: text,
        accepted: { reviewer: text, reason: text, date: text },
      }),
      finding({ location, matched: masked(text), excerpt: masked(text), message: text, channel: "vanish" }),
    ],
  });
}

export function hostileHead(text: string): ReportHead {
  return {
    ...head,
    unit: text,
    config: text,
    roots: [text],
    tool: { ...head.tool, segmenter: text },
    rules: { ...head.rules, dictionaries: [{ name: text, sha256: "d1".repeat(32), rules: 1 }] },
  };
}

/** A page of one red pixel. */
export const PICTURE: Preview = {
  kind: "pages",
  pages: [
    {
      page: 3,
      width: 1,
      height: 1,
      png: masked(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
      ),
    },
  ],
  omitted: 2,
};
