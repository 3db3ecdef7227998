import type { Channel, TextBlock } from "../../model/document.ts";
import type { AnnotationContext } from "./annotations.ts";
import { FIELD, FLAGS_UNSEEN, type Pointer } from "./pdfium.ts";

/** Value of a text or choice field; the choices nobody chose and a Chinese tooltip are there without being seen. */
export function readField(context: AnnotationContext, widget: Pointer): TextBlock[] {
  const { engine, form, location } = context;
  const { pdfium, memory } = engine;
  if (form === 0) return [];
  const type = pdfium.FPDFAnnot_GetFormFieldType(form, widget);
  if (type !== FIELD.text && type !== FIELD.comboBox && type !== FIELD.listBox) return [];
  const seen = (pdfium.FPDFAnnot_GetFlags(widget) & FLAGS_UNSEEN) === 0;
  const object = memory.utf16((buffer, length) =>
    pdfium.FPDFAnnot_GetFormFieldName(form, widget, buffer, length),
  );
  const value = memory.utf16((buffer, length) =>
    pdfium.FPDFAnnot_GetFormFieldValue(form, widget, buffer, length),
  );
  const tooltip = memory.utf16((buffer, length) =>
    pdfium.FPDFAnnot_GetFormFieldAlternateName(form, widget, buffer, length),
  );
  const choices = type === FIELD.text ? [] : choicesOf(context, widget).filter((choice) => choice !== value);
  const block = (text: string, channel: Channel | null): TextBlock[] =>
    text.trim() === "" ? [] : [{ text, part: "form", channel, location: { ...location, object } }];
  return [
    ...block(value, seen ? null : "form-value"),
    ...choices.flatMap((choice) => block(choice, "form-value")),
    ...block(/\p{sc=Han}/u.test(tooltip) ? tooltip : "", "alternative-text"),
  ];
}

function choicesOf({ engine, form }: AnnotationContext, widget: Pointer): string[] {
  const { pdfium, memory } = engine;
  const count = Math.max(0, pdfium.FPDFAnnot_GetOptionCount(form, widget));
  return Array.from({ length: count }, (_, index) =>
    memory.utf16((buffer, length) => pdfium.FPDFAnnot_GetOptionLabel(form, widget, index, buffer, length)),
  );
}
