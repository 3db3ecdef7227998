/** RFC 3676 §4: lines that end in a blank go on in the next one of the same quote depth; `delSp` takes that blank away. */
export function unflow(text: string, delSp: boolean): string {
  const paragraphs: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)![0].length;
    // A blank put before the text, so that it is not taken for a quote.
    const content = line.slice(depth).replace(/^ /, "");
    const flows = content.endsWith(" ") && content !== "-- ";
    const piece = flows && delSp ? content.slice(0, -1) : content;
    if (open && open.depth === depth && content !== "-- ") open.pieces.push(piece);
    else {
      if (open) paragraphs.push(written(open));
      open = { depth, pieces: [piece] };
    }
    if (!flows) {
      paragraphs.push(written(open));
      open = null;
    }
  }
  return (open ? [...paragraphs, written(open)] : paragraphs).join("\n");
}

function written({ depth, pieces }: { readonly depth: number; readonly pieces: readonly string[] }): string {
  return depth === 0 ? pieces.join("") : `${">".repeat(depth)} ${pieces.join("")}`;
}
