import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printed, SAMPLE_RUN } from "./printed.ts";
import { HOSTILE, hostileHead, hostileReview, PICTURE } from "./sample.ts";

/** A real browser, where the machine has one; the page itself needs none of this. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

describe.runIf(existsSync(CHROMIUM))("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "secreview-page-"));
  let browser: Browser;
  /** Whatever a quiet page never does: dialogs, errors, requests. */
  const noise: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(html: string): Promise<Page> {
    const file = join(folder, "report.html");
    writeFileSync(file, html);
    const page = await browser.newPage();
    page.on("dialog", (dialog) => {
      noise.push(dialog.message());
      return dialog.dismiss();
    });
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("console", (message) => noise.push(message.text()));
    page.on("request", (request) => {
      if (!/^(?:file|blob):/u.test(request.url())) noise.push(request.url());
    });
    await page.goto(`file://${file}`);
    return page;
  }

  const shown = (page: Page) => page.locator("article.file:not(.filtered)").count();

  test("filters by severity and by words, and never hides what nobody has read", async () => {
    const page = await open(printed("html"));
    const all = await shown(page);
    const unread = await page.locator("article[data-always]").count();
    await page.selectOption("#filter-severity", "block");
    expect(await shown(page)).toBeLessThan(all);
    await page.fill("#filter-search", "没有这样的词");
    expect(await shown(page)).toBe(unread);
    await page.click("#filter-reset");
    expect(await shown(page)).toBe(all);
    expect(noise).toEqual([]);
  });

  test("asks for a name and a reason, then hands the decisions over as a file", async () => {
    const page = await open(printed("html"));
    await page.locator(".finding button.decide").first().click();
    await page.locator("main .decision select").selectOption("误报");
    await page.click("#decide-export");
    expect(await page.textContent("#decide-count")).toContain("姓名");
    await page.fill("#decide-reviewer", "王某");
    await page.click("#decide-export");
    expect(await page.textContent("#decide-count")).toContain("理由");
    await page.locator("main .decision .reason input").fill("引用条文，不是标志");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#decide-export")]);
    const file = join(folder, "decisions.json");
    await download.saveAs(file);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      schema: "secreview-decisions/1",
      reviewer: "王某",
      files: [],
      findings: [{ decision: "误报", reason: "引用条文，不是标志", ruleId: expect.any(String) }],
    });
    expect(noise).toEqual([]);
  });

  test("prints every file, filtered or not, and no control", async () => {
    const page = await open(printed("html"));
    await page.selectOption("#filter-severity", "block");
    await page.emulateMedia({ media: "print" });
    const visible = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll(
          (all) => all.filter((each) => "offsetParent" in each && each.offsetParent !== null).length,
        );
    expect(await visible("article.file")).toBe(await page.locator("article.file").count());
    expect(await visible("button, #filter, #decide")).toBe(0);
  });

  test("does nothing that a document wrote into it", async () => {
    const page = await open(
      printed("html", { head: hostileHead(HOSTILE.join(" ")), files: HOSTILE.map(hostileReview) }),
    );
    expect(await page.locator("img, iframe, object, script:not(:last-of-type)").count()).toBe(0);
    expect(noise).toEqual([]);
  });

  test("shows the pictures it holds, and asks nobody for them", async () => {
    const [file] = SAMPLE_RUN.files;
    const previews = new Map([[file!, PICTURE]]);
    const page = await open(printed("html", { files: [file!] }, { lang: "zh", previews }));
    await page.click("#expand-all");
    const picture = page.locator(".preview img");
    await picture.scrollIntoViewIfNeeded();
    const width =
      'document.querySelector(".preview img").decode().then(() => document.images[0].naturalWidth)';
    expect(await page.evaluate<number>(width)).toBe(1);
    expect(noise).toEqual([]);
  });

  test("fits the width of a telephone", async () => {
    const page = await open(printed("html"));
    await page.setViewportSize({ width: 390, height: 844 });
    const wider = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
    expect(wider).toBeLessThanOrEqual(0);
  });
});
