import { z } from "zod";
import {
  PREVIEW_REFUSALS,
  PREVIEW_TAGS,
  type Preview,
  type PreviewText,
  type Reviewed,
  type Tree,
} from "../model/index.ts";
import { fileSchema } from "./schema.ts";

/** What a child says is checked as if it were foreign. Strings that are said to be masked cannot be told from others here. */
const text = z.strictObject({ text: z.string(), marked: z.boolean() });
const tree: z.ZodType<Tree<PreviewText>> = z.union([
  text as unknown as z.ZodType<PreviewText>,
  z.strictObject({
    tag: z.enum(PREVIEW_TAGS),
    get children() {
      return z.array(tree);
    },
  }),
]);

const count = z.int().min(0);
const page = z.strictObject({
  page: z.int().min(1),
  width: z.int().min(1),
  height: z.int().min(1),
  png: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
});

const preview = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pages"), pages: z.array(page), omitted: count }),
  z.strictObject({ kind: z.literal("text"), nodes: z.array(tree), cut: z.boolean() }),
  z.strictObject({ kind: z.literal("refused"), reason: z.enum(PREVIEW_REFUSALS) }),
]) as unknown as z.ZodType<Preview>;

const reviewed = z.strictObject({ review: fileSchema, preview: preview.nullable() });

/** Whether a value is one entry of `files` exactly as the report defines it, with what may be shown beside it. */
export function isReviewed(value: unknown): value is Reviewed {
  return reviewed.safeParse(value).success;
}
