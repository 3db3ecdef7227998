const DIGITS = "〇一二三四五六七八九";
const LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

type Format = (value: number) => string;

/** ST_NumberFormat (ISO/IEC 29500-1 §17.18.59): the kinds met in Chinese documents; the rest count in decimal. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (n) => (n < 10 ? `0${n}` : `${n}`),
  lowerLetter: (n) => letters(n, "a"),
  upperLetter: (n) => letters(n, "A"),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperRoman: roman,
  numberInDash: (n) => `- ${n} -`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => enclosed(n, 0x2474) ?? `(${n})`,
  decimalEnclosedFullstop: (n) => enclosed(n, 0x2488) ?? `${n}.`,
  ideographEnclosedCircle: (n) => (n <= 10 ? String.fromCodePoint(0x3220 + n - 1) : `${n}`),
  chineseCounting: (n) => (n < 100 ? counting(n) : digitByDigit(n)),
  taiwaneseCounting: (n) => (n < 100 ? counting(n) : digitByDigit(n)),
  chineseCountingThousand: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  ideographTraditional: (n) => STEMS[n - 1] ?? `${n}`,
  ideographZodiac: (n) => BRANCHES[n - 1] ?? `${n}`,
};

/** The number as the list shows it, without the text around it. */
export function formatNumber(value: number, format: string): string {
  const write = FORMATS[format];
  return write && (value > 0 || format === "bullet" || format === "none") ? write(value) : `${value}`;
}

/** a … z, aa, bb … as Word repeats them. */
function letters(value: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 30));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value >= 4000) return `${value}`;
  let rest = value;
  let text = "";
  for (const [weight, numeral] of ROMAN) for (; rest >= weight; rest -= weight) text += numeral;
  return text;
}

function fullWidth(value: number): string {
  return `${value}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(value: number): string {
  return enclosed(value, 0x2460) ?? `${value}`;
}

function enclosed(value: number, one: number): string | undefined {
  return value <= 20 ? String.fromCodePoint(one + value - 1) : undefined;
}

function digitByDigit(value: number): string {
  return [...`${value}`].map((digit) => DIGITS[Number(digit)]).join("");
}

function counting(value: number): string {
  return spelled(value, DIGITS, ["", "十", "百", "千"], "零").replace(/^一十/, "十");
}

function legal(value: number): string {
  return spelled(value, LEGAL_DIGITS, ["", "拾", "佰", "仟"], "零");
}

/** Below ten thousand, where lists end; larger numbers are given digit by digit. */
function spelled(value: number, digits: string, units: readonly string[], zero: string): string {
  if (value >= 10_000) return [...`${value}`].map((digit) => digits[Number(digit)]).join("");
  const figures = [...`${value}`].map(Number);
  const text = figures.map((figure, index) => {
    const unit = units[figures.length - 1 - index] ?? "";
    return figure === 0 ? zero : `${digits[figure]}${unit}`;
  });
  return text.join("").replaceAll(/零+/g, zero).replace(/零$/, "");
}
