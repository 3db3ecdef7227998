import { reviewFile } from "../review.ts";
import { serve } from "./serve.ts";
import { createTools } from "./tools.ts";

/** The process every document is opened in: it may hang, swell or die without taking the run along. */
serve(process, (settings, onPages) => {
  const tools = createTools(settings, onPages);
  return (source) => reviewFile(source, tools);
});
