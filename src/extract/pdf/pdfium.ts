/** Address inside the wasm heap: a handle of PDFium, or memory of ours. 0 is "none". */
export type Pointer = number;

/** The C functions we call, by the names of PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, …). */
export const FUNCTIONS = [
  "malloc",
  "free",
  "FPDF_LoadMemDocument",
  "FPDF_CloseDocument",
  "FPDF_GetLastError",
  "FPDF_GetPageCount",
  "FPDF_LoadPage",
  "FPDF_ClosePage",
  "FPDF_GetPageBoundingBox",
  "FPDF_GetFormType",
  "FPDF_GetMetaText",
  "FPDF_GetTrailerEnds",
  "FPDF_SetSystemFontInfo",
  "FPDFCatalog_IsTagged",
  "FPDFPage_GetRotation",
  "FPDFPage_CountObjects",
  "FPDFPage_GetObject",
  "FPDFPage_GetAnnotCount",
  "FPDFPage_GetAnnot",
  "FPDFPage_CloseAnnot",
  "FPDFPage_Flatten",
  "FPDFPageObj_GetType",
  "FPDFPageObj_GetMatrix",
  "FPDFPageObj_GetBounds",
  "FPDFPageObj_GetFillColor",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_GetMark",
  "FPDFPageObj_RemoveMark",
  "FPDFPageObjMark_GetParamBlobValue",
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFTextObj_GetTextRenderMode",
  "FPDFPath_CountSegments",
  "FPDFPath_GetDrawMode",
  "FPDFImageObj_GetImagePixelSize",
  "FPDFText_LoadPage",
  "FPDFText_ClosePage",
  "FPDFText_CountChars",
  "FPDFText_GetUnicode",
  "FPDFText_GetTextObject",
  "FPDFText_HasUnicodeMapError",
  "FPDFText_IsHyphen",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetMatrix",
  "FPDFText_GetFontSize",
  "FPDFAnnot_GetSubtype",
  "FPDFAnnot_GetFlags",
  "FPDFAnnot_GetStringValue",
  "FPDFAnnot_GetObjectCount",
  "FPDFAnnot_GetFileAttachment",
  "FPDFAnnot_GetLink",
  "FPDFAnnot_GetFormFieldType",
  "FPDFAnnot_GetFormFieldName",
  "FPDFAnnot_GetFormFieldValue",
  "FPDFAnnot_GetFormFieldAlternateName",
  "FPDFAnnot_GetOptionCount",
  "FPDFAnnot_GetOptionLabel",
  "FPDFLink_GetAction",
  "FPDFAction_GetURIPath",
  "FPDFBookmark_GetFirstChild",
  "FPDFBookmark_GetNextSibling",
  "FPDFBookmark_GetTitle",
  "FPDFDoc_GetAttachmentCount",
  "FPDFDoc_GetAttachment",
  "FPDFAttachment_GetName",
  "FPDFAttachment_GetFile",
  "FPDF_StructTree_GetForPage",
  "FPDF_StructTree_Close",
  "FPDF_StructTree_CountChildren",
  "FPDF_StructTree_GetChildAtIndex",
  "FPDF_StructElement_CountChildren",
  "FPDF_StructElement_GetChildAtIndex",
  "FPDF_StructElement_GetActualText",
  "FPDF_StructElement_GetAltText",
  "EPDF_GetMetaKeyCount",
  "EPDF_GetMetaKeyName",
  "PDFiumExt_OpenFormFillInfo",
  "PDFiumExt_CloseFormFillInfo",
  "PDFiumExt_InitFormFillEnvironment",
  "PDFiumExt_ExitFormFillEnvironment",
] as const;

/** Raw wasm exports: pointers, integers, floats and booleans are all numbers. */
export type Pdfium = Readonly<Record<(typeof FUNCTIONS)[number], (...values: number[]) => number>>;

/** FPDF_ERR_PASSWORD of fpdfview.h. */
export const ERROR_PASSWORD = 4;

/** FPDF_PAGEOBJ_… of fpdf_edit.h. */
export const PAGE_OBJECT = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;

/** FPDF_ANNOT_… of fpdf_annot.h. */
export const ANNOTATION = { link: 2, freeText: 3, popup: 16, widget: 20, redact: 28 } as const;

/** FPDF_FORMFIELD_… of fpdf_formfill.h. */
export const FIELD = { comboBox: 4, listBox: 5, text: 6 } as const;

/** Annotation flags (ISO 32000-1, table 165): Hidden and NoView. */
export const FLAGS_UNSEEN = 2 | 32;
