/** What templates of PowerPoint, WPS and LibreOffice write into empty places, in Chinese and English. */
const PROMPTS: readonly RegExp[] = [
  /^(?:单击|点击|双击)?(?:此处|鼠标|图标|这里)?(?:以)?(?:编辑|添加|输入|插入|移动|键入)(?:您的|你的)?(?:母版|标题|副标题|文本|大纲|备注|批注|注释|图片|图像|内容|文字|正文|图表|表格|剪贴画|媒体|幻灯片|页眉|页脚|日期|时间|具体)+(?:的?(?:标题|文字|文本|样式|格式|内容))*$/u,
  /^第?[一二三四五六七八九]个?(?:大纲)?级别?$/u,
  /^(?:click|tap|double-tap|drag)\b.{0,40}\b(?:edit|add|insert|move|picture|icon)\b.{0,80}$/iu,
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\s(?:outline\s)?level$/iu,
  /^<(?:日期|时间|日期\/时间|页眉|页脚|编号|数字|date|time|date\/time|header|footer|number)>$/iu,
  /^[‹<][#＃][›>]$/u,
  /^(?:页眉|页脚|header|footer)$/iu,
  /^(?:此图表在您的|编辑此形状或将此工作簿|this chart isn't available|editing this shape or saving)/iu,
  /^\[文本\]$/u,
];
/** No prompt is longer. */
const LONGEST = 120;

/** Whether a text is one that the program itself puts where a person has written nothing. */
export function isPrompt(text: string): boolean {
  const plain = text.trim();
  return plain.length <= LONGEST && PROMPTS.some((pattern) => pattern.test(plain.replace(/\s+/gu, " ")));
}
