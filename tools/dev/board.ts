import { readFileSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import type { ViteUserConfig } from "astro";
import type { Site } from "#model/site.ts";
import { ownerSiteNow } from "#tools/failure/owner-site.ts";
import { isErrorReport, report } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";
import { said } from "#text/words.ts";
import { isOfEnded } from "#tools/failure/code-errors.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

type Plugin = NonNullable<ViteUserConfig["plugins"]>[number];

/** The site's settings, right at first, while they are edited: their file, the report of what is wrong, and Vite's plugin. */
export function editedSettings(root: string, begun: Site) {
  const file = join(root, "src/site.config.ts");
  let good = readFileSync(file, "utf8");
  let last = { source: good, report: Promise.resolve("") };
  let versions = 0;
  const check = async () => {
    const source = readFileSync(file, "utf8");
    if (source !== last.source) {
      versions += 1;
      last = { source, report: reportOf(ownerSiteNow(String(versions), begun), root) };
    }
    const report = await last.report;
    if (report === "") good = source;
    return report;
  };
  const handler = async () => {
    await check();
    return good;
  };
  const filter = { id: /\/src\/site\.config\.ts(?:\?[\d.]+)?$/u };
  const plugin: Plugin = { name: "seogo:settings", enforce: "pre", load: { filter, handler } };
  return { file, check, plugin };
}

/** The report of what is wrong in a module that is loading; empty where nothing is, and for a server that has ended. */
export function reportOf(module: Promise<unknown>, root: string): Promise<string> {
  return module.then(
    () => "",
    (error: unknown) => (isOfEnded.test(String(error)) ? "" : messageReport(error, root)),
  );
}

/** The report of an error, in the form of errors in posts. */
export function messageReport(error: unknown, root: string): string {
  const { message = "" } = error as Partial<Error>;
  // Of what stops Astro's settings, it passes on the text alone.
  if (isErrorReport(message)) return message;
  return report(messagesOf(error, root), "error", messageLanguage());
}

/** Where what is wrong was found. */
type Place = "content" | "collections" | "settings" | "page" | `data ${string}`;

/** What the browser's part is sent: reports as the terminal tells them, none where nothing is wrong, and what to look at. */
export interface Notice {
  readonly reports: readonly string[];
  readonly strip: string;
  readonly hint: string;
  readonly close: string;
}

/** How long what is wrong must stay away to count as fixed (milliseconds). */
const settlingMs = 1000;

/** A board that calls `show` at each change, and the terminal of what nobody else has told it. */
export function noticeBoard(show: () => void) {
  const wrong = new Map<Place, string>();
  const reported = new Map<Place, string>();
  const failing = new Set<string>();
  let settling: NodeJS.Timeout | undefined;
  /** A page that still fails may look right while it reloads. */
  const settled = () => {
    for (const place of reported.keys()) if (!wrong.has(place)) reported.delete(place);
    if (wrong.size === 0) console.log(said("all-fixed"));
  };
  const notice = (strip: string): Notice => {
    return { reports: [...new Set(wrong.values())], strip, hint: said("notice-goes"), close: said("notice-close") };
  };
  /** Puts the report of a place in place of the one before; empty where nothing is wrong there. */
  const put = (place: Place, report: string) => {
    if ((wrong.get(place) ?? "") === report) return;
    if (report === "") wrong.delete(place);
    else wrong.set(place, report);
    clearTimeout(settling);
    if (report === "") settling = setTimeout(settled, settlingMs).unref();
    // The reader of the content says its own.
    else if (place !== "content" && reported.get(place) !== report)
      console.error(styleText("red", report, { stream: process.stderr }));
    if (report !== "") reported.set(place, report);
    show();
  };
  /** Of data that Astro goes on without: it tells nothing once they are right, so the report goes when its file is written. */
  const lost = (report: string) => put(`data ${report}`, report);
  const rewritten = (name: string) => {
    failing.clear();
    const isOf = (report: string) => name === "content.config.ts" || report.includes(name);
    for (const [place, report] of wrong) if (place.startsWith("data") && isOf(report)) put(place, "");
  };
  /** Puts the report of what a page came to, undefined where its error is told otherwise; one that is right says nothing of others that are open. */
  const answered = (address: string, report: string | undefined) => {
    if (report === "") failing.delete(address);
    else failing.add(address);
    if (report !== undefined && (report !== "" || failing.size === 0)) put("page", report);
  };
  return { put, lost, rewritten, answered, notice };
}
