/** Surnames that cover about nine in ten people; those that are mostly words (于, 应, 和, 向) are left out. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤";
const COMPOUND = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯";
/** Words that begin like a name. */
const WORDS =
  "高[血龄校中考温新标等层铁速度质级原压尿脂糖]|方[案便式法面向]|石[油材]|金[额融属]|程[序度]|任[务何职]|万[元人一]|严[重格]|周[岁边期围]|田[间地]|雷[电达]|毛[利重]|白[天色血]|黄[金色河]|马[路上]|江[苏西]|武[装器警]|夏[季天]|范[围例]|余[额人名]|曾[经用在任患因]|丁[类级]|许[可多]|钱[款物]|林[业地木区]|何[时种]|陈[述列]|段[时落]|龙[头眼]|史[料上]";
const NAME = `(?:(?!${WORDS})[${SURNAMES}]|${COMPOUND})(?![某★×])[\\u4e00-\\u9fa5]{1,2}`;

const ALONE = new RegExp(`^${NAME}$`, "u");
const WITH_SEX = new RegExp(`(?<![\\u4e00-\\u9fa5])(?:${NAME})[，,（(]\\s?[男女](?=[，,、）)\\s]|$)`, "u");
/** What may follow a name after its cue, so that the first characters of a verb are not one. */
const AFTER = "(?=[，,、。；：:（(\\s）)]|$|驾驶|患|身患|罹患|确诊|家住|现住|住|因|系)";

/** Whether a cell holds nothing but the full name of a person; 王某, 王★ and 王×× are masked. */
export function isFullName(cell: string): boolean {
  return ALONE.test(cell.trim());
}

/** Any cell in a column of names: also names of two to four characters that no list of surnames knows, and transcribed ones. */
export function isNameInColumn(cell: string): boolean {
  const name = cell.trim();
  return (
    /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{2,8}[·•]\p{Script=Han}{2,8})$/u.test(name) &&
    !/某|合计|小计|总计|共计|姓名|单位|备注|以上|平均|空白/u.test(name)
  );
}

/** Tells whether a passage gives the full name of a person: after one of the cues, or before 男 or 女. */
export function namesPerson(cues: readonly string[]): (passage: string) => boolean {
  const cued = new RegExp(`(?:${cues.join("|")})[:：\\t（(]?\\s?${NAME}${AFTER}`, "u");
  return (passage) => WITH_SEX.test(passage) || cued.test(passage);
}
