import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";
import nodeLog from "astro/logger/node";
import { errorOf, type Message } from "#messages/message.ts";
import { isErrorReport, messageLine, report } from "#messages/report.ts";
import { tell } from "#messages/told.ts";
import { messageLanguage } from "#text/language.ts";
import { isOfEnded, needsServer, oneLine } from "#tools/failure/code-errors.ts";
import { messagesOf } from "#tools/failure/messages-of.ts";

/**
 * What `npm run build` and, with `dev`, `npm run dev` say: Seogo's own lines, and of Astro's only what warns of something
 * that Seogo does not tell itself; its steps would push them off the screen. With `plain`, Astro called by itself: its
 * log, but for errors after which it would end as if nothing were lost.
 */
export default function astroLog({ dev = false, plain = false } = {}): AstroLoggerDestination {
  const isToldByUs = dev ? isToldInDev : isToldByBuild;
  const astro = nodeLog();
  const told = new Set<string>();
  let status = 0;
  // Astro's own command ends with `process.exit(0)`.
  if (plain)
    process.once("exit", () => {
      process.exitCode ||= status;
    });
  return {
    write: (event) => {
      const { label, level, message } = event;
      const isOurs = label?.startsWith("seogo") ?? false;
      // Of an integration of ours too: what it throws is told by us, and Astro's words before it are not.
      const isTold = isToldByUs({ label, level, message: stripVTControlCharacters(message) });
      const lost = isTold || isOurs ? undefined : lostIn(event);
      if (plain && !lost) return astro.write(event);
      if (isTold || (level === "info" && !isOurs) || (!dev && told.has(message))) return;
      told.add(message);
      if (lost && !dev) process.exitCode = status = 1;
      const lostReport = lost && (isErrorReport(message) ? message : report([lost], "error", messageLanguage()));
      if (lostReport && dev && tell("seogo:lost", lostReport)) return;
      const line = isOurs ? message : inOurWords(event);
      if (lost) console.error(red(messageLine(lost, messageLanguage())));
      else if (level === "error" && isOurs) console.error(red(line));
      else console.log(level === "info" ? line : styleText("yellow", line));
    },
  };
}

const red = (words: string) => styleText("red", words, { stream: process.stderr });

/** What an owner's own collection points at may be a draft, and the page that shows it is given nothing there; a stranger's request that dev refused is no mistake of the author's. */
const isHarmless = /^Invalid content reference|is outside of Vite serving allow list/u;

/** What Astro leaves out and goes on, by an event of its log: data that a loader could not read, a server's part of a page. */
function lostIn({ label, level, message }: Line): Message | undefined {
  const feature = /^`(Astro\.session)` was accessed/u.exec(message)?.[1];
  if (feature !== undefined) return needsServer(feature, process.cwd());
  const asking = /^`Astro\.request\.headers` was used .* route `(.*?)'?`/u.exec(message)?.[1];
  if (asking !== undefined) return errorOf("needs-server", { feature: `request.headers, cookies (${asking})` });
  const [, route = "", found] =
    /^No API Route handler .* "GET" for the route "(.*?)"[\s\S]*?handlers: (.*)/u.exec(message) ?? [];
  const method = /\b(?:POST|PUT|PATCH|DELETE)\b/u.exec(found ?? "")?.[0];
  if (method !== undefined) return errorOf("needs-server", { feature: `${method} (${route})` });
  if (found !== undefined) return errorOf("endpoint-get", { route, found });
  if (level !== "error" || isHarmless.test(message)) return undefined;
  const refused = /file watcher error: (.*)/u.exec(stripVTControlCharacters(message))?.[1];
  if (refused !== undefined) return messagesOf(new Error(refused), process.cwd())[0];
  return errorOf("astro-error", { message: oneLine(`[${label ?? "astro"}] ${message}`) });
}

/** A warning of Astro's, in our words where an owner may meet it any day. */
function inOurWords({ label, message }: Line): string {
  const name = /^The collection "(.*?)" does not exist or is empty/u.exec(message)?.[1];
  if (name === undefined) return `[${label ?? "astro"}] ${message}`;
  const about = { severity: "warning", code: "collection-empty", values: { name } } as const;
  return messageLine({ ...about, file: "src/content.config.ts" }, messageLanguage());
}

type Line = Pick<Parameters<AstroLoggerDestination["write"]>[0], "label" | "level" | "message">;

/** A site may have no posts, pages or replies yet; an error that Astro throws next is reported as our message. */
function isToldByBuild({ label, level, message }: Line): boolean {
  if (/^The collection "(?:posts|pages|replies)" does not exist or is empty/u.test(message)) return true;
  // Two routes for one file are told, and stop the build, once that file would be written; settings and addresses once all are known.
  if (
    /^(?:The route "|A collision will result|Missing pages |Unable to resolve `?@import|Shiki syntax )|didn't resolve at build time/u.test(
      message,
    )
  )
    return true;
  const isThrown = /^An unhandled error occurred|✗ Build failed in|\n {4}at /u.test(message);
  return level === "error" && (label === null || isThrown) && process.env["SEOGO_DEBUG"] !== "1";
}

/** Addresses that lead nowhere show as a page; errors of a page or of the settings reach the page and the terminal through `board.ts`. */
function isToldInDev({ label, level, message }: Line): boolean {
  if (label === "router") return !message.startsWith("No API Route handler");
  if (isOfEnded.test(message)) return true;
  if (level === "error" && (label === "config" || label === null)) return true;
  if (
    /^(?:Unable to load your Astro|Content config not loaded|Unable to resolve `?@import)|\.css is empty$/mu.test(
      message,
    )
  )
    return true;
  // One of the system's has no stack from Node 26 on.
  return /^(?:An unhandled error occurred|Internal server error: )|\n\s+(?:at |Stack trace:|Stack)/u.test(message);
}
