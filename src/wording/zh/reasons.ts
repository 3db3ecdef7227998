/** Why a severity is not the rule's own. */
export const reasons = {
  quoted: "引用或举例，不是本文件的标志",
  mention: "规定性表述，不是标志",
  expired: "保密期限已届满",
  declassified: "已解密",
  condition: "启用前保密的试卷类材料，须确认是否已启用",
  catalogue: "目录或清单中的条目",
  "not-at-head": "单独成行，但不在版头位置",
  "after-title": "标在标题后面",
  "in-sentence": "出现在句子当中",
  "in-column": "写在“密级”一栏",
  "restricted-entry": "名录条目 %",
  "labelled-otherwise": "标为其他代码，但不符合该代码的校验，只符合身份证号码",
  hidden: "位于隐藏内容中，按高一级处理",
};

export type ReasonKey = keyof typeof reasons;
