import type { Part } from "../../model/document.ts";
import type { XmlElement } from "../xml.ts";
import { filledWith } from "./look.ts";
import type { Elements, Opening, Reading } from "./reading.ts";
import { nextName, openStory } from "./stories.ts";
import { openParagraph } from "./text-elements.ts";

/** Slides with their notes, and the master pages with headers and footers (ISO/IEC 26300-1 §9.1.4, §16.9). */
export const pageElements: Elements = {
  "draw:page": openPage,
  "presentation:notes": (reading) => {
    const { page, painted } = reading;
    reading.page = null;
    reading.painted = true;
    const master = reading.stories.at(-1)?.part === "other";
    const leave = openStory(reading, master ? { channel: "template" } : { part: "notes" });
    return () => {
      leave();
      Object.assign(reading, { page, painted });
    };
  },
  "style:master-page": openMaster,
  "style:handout-master": openMaster,
  "style:header": headerOrFooter("header"),
  "style:header-left": headerOrFooter("header"),
  "style:header-first": headerOrFooter("header"),
  "loext:header-first": headerOrFooter("header"),
  "style:footer": headerOrFooter("footer"),
  "style:footer-left": headerOrFooter("footer"),
  "style:footer-first": headerOrFooter("footer"),
  "loext:footer-first": headerOrFooter("footer"),
  "presentation:header-decl": declared("header"),
  "presentation:footer-decl": declared("footer"),
  "presentation:date-time-decl": declared("footer"),
};

function openPage(reading: Reading, { attributes }: XmlElement): () => void {
  const { styles } = reading;
  const master = styles.master(attributes.get("draw:master-page-name"));
  const look = styles.look("drawing-page", attributes.get("draw:style-name"));
  const below = styles.look("drawing-page", master?.pageStyle);
  reading.page = { width: master?.width ?? null, height: master?.height ?? null };
  reading.painted = master?.painted ?? false;
  reading.document.slides += 1;
  const leave = openStory(reading, {
    part: "body",
    channel: look.hidden ? "hidden-slide" : null,
    location: { slide: reading.document.slides },
    background: filledWith(look) ?? filledWith(below) ?? styles.pageColour,
    counted: false,
  });
  return () => {
    leave();
    reading.page = null;
  };
}

/** What stands on a master page is seen on its pages; the prompts of its placeholders are not. */
function openMaster(reading: Reading, { attributes, name }: XmlElement): () => void {
  const object = nextName(reading, "master page");
  reading.master = attributes.get("style:name") ?? "";
  reading.painted = true;
  const { document } = reading;
  const hidden =
    name === "style:handout-master" || (document.drawn && !document.mastersShown.has(reading.master));
  return openStory(reading, { part: "other", channel: hidden ? "template" : null, location: { object } });
}

/** A left or first one that is switched off repeats the common one on the page, and its own text is not seen. */
function headerOrFooter(part: Part): Opening {
  return (reading, { name, attributes }) => {
    const owner = reading.stories.at(-1)?.location.object ?? reading.partName;
    const off =
      attributes.get("style:display") === "false" || !reading.document.mastersShown.has(reading.master);
    return openStory(reading, {
      part,
      channel: off ? "unused-header" : null,
      location: { object: `${owner} ${name.replace(/^.*:/, "")}` },
      background: reading.styles.pageColour,
    });
  };
}

/** The words of slide footers are kept once, beside the slides (§9.11). */
function declared(part: Part): Opening {
  return (reading, element) => {
    const leave = openStory(reading, {
      part,
      location: { object: nextName(reading, element.name.slice(13)) },
    });
    const finish = openParagraph(reading, element);
    return () => {
      finish?.();
      leave();
    };
  };
}
