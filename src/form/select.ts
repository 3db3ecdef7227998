import { UserError } from "../errors.ts";
import { visible } from "../wording/index.ts";
import { nearest } from "../yaml/nearest.ts";
import { type FormFile, type FormSource, isUnread, written } from "./form-file.ts";
import type { FormKind } from "./kinds.ts";

/** The files a form is about, and how many of the others were left out for what reason. */
export interface Selection {
  readonly files: readonly FormFile[];
  readonly left: readonly { readonly why: string; readonly count: number }[];
}

/** So many names are shown where one has to be chosen. */
const MOST_NAMES = 8;
const APPROVED = new Set(["已审批", "已发布"]);

/**
 * @param names paths as the report has them, their last part, or 序号 of the ledger; none: what the kind of form is for
 * @throws UserError for a name that is not there, and where the form cannot be about these files
 */
export function selectFiles(source: FormSource, kind: FormKind, names: readonly string[]): Selection {
  const chosen = names.length > 0 ? { files: mustFind(source, names), left: [] } : byScope(source, kind);
  const { files } = chosen;
  if (kind.scope === "one" && files.length !== 1) throw needsOne(files, kind);
  if (files.length === 0) throw nothingFor(kind, chosen);
  const secret = kind.outward ? files.find(({ withheld }) => withheld) : undefined;
  if (secret)
    throw new UserError(`${kind.name}不能列入带有密级标志、电报报头或者受限的文件：${secret.path}`, {
      hint: "请先由保密审查机构处理；尚未解密的，标题和文号也不得对外提供。",
    });
  return chosen;
}

function mustFind({ files }: FormSource, names: readonly string[]): FormFile[] {
  return files
    .filter((file) => names.some((name) => isNamed(file, name)))
    .concat(
      names
        .filter((name) => !files.some((file) => isNamed(file, name)))
        .map((name) => {
          const near = nearest(
            name,
            files.map(({ path }) => path),
          );
          throw new UserError(`报告或台账里没有这个文件：${visible(name)}`, {
            hint: near ? `是否想写 ${near}？` : "请照报告中的路径写，或写台账的序号。",
          });
        }),
    );
}

function isNamed({ id, path }: FormFile, name: string): boolean {
  const wanted = visible(name).replaceAll("\\", "/").replace(/^\.\//u, "");
  return path === wanted || path.endsWith(`/${wanted}`) || id === wanted;
}

function byScope(source: FormSource, { scope }: FormKind): Selection {
  const { files } = source;
  if (scope === "all") return { files, left: [] };
  // What lies in an archive is published with it, not by itself.
  const whole = files.filter(({ container }) => container === null);
  if (scope === "one") return { files: whole, left: [] };
  return sortOut(whole, scope === "proposed" ? whyNotProposed : whyNotPublic(source));
}

function sortOut(files: readonly FormFile[], why: (file: FormFile) => string | null): Selection {
  const reasons = new Map<string, number>();
  const kept = files.filter((file) => {
    const reason = why(file);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return reason === null;
  });
  return { files: kept, left: [...reasons].map(([reason, count]) => ({ why: reason, count })) };
}

function whyNotProposed(file: FormFile): string | null {
  if (file.state === "hold" || file.withheld) return "建议暂停公开";
  if (file.state === "unread" || isUnread(file)) return "没有查到或者没有查全";
  return file.suggestion === null || file.suggestion === "主动公开" ? null : `建议${file.suggestion}`;
}

/** A ledger says what people have decided; a report can only say what the paper states and that nothing was found. */
function whyNotPublic({ kind }: FormSource): (file: FormFile) => string | null {
  return (file) => {
    if (kind === "report") {
      const reason = whyNotProposed(file);
      if (reason !== null) return reason;
      return file.suggestion === "主动公开" ? null : "没有标明主动公开，或者有疑点尚待判断";
    }
    if (file.withheld) return "带有密级等标志";
    if (!APPROVED.has(written(file, "状态"))) return "台账中还没有办完审批";
    return written(file, "公开方式") === "主动公开" ? null : "台账中的公开方式不是主动公开";
  };
}

function needsOne(files: readonly FormFile[], { name }: FormKind): UserError {
  const shown = files.slice(0, MOST_NAMES).map(({ path }) => `  ${path}`);
  const more = files.length > MOST_NAMES ? [`  …… 共 ${files.length} 个`] : [];
  return new UserError([`${name}一份只写一个文件`, ...shown, ...more].join("\n"), {
    hint: "请用 --file 写明是哪一个。",
  });
}

function nothingFor({ name }: FormKind, { left }: Selection): UserError {
  const why = left.map(({ why: reason, count }) => `${reason} ${count} 个`).join("，");
  return new UserError(`没有可以列入${name}的文件${why === "" ? "" : `：${why}`}`, {
    hint: "请先处理报告列出的问题；确要列入的，用 --file 写明。",
  });
}
