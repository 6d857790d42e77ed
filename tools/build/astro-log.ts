import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";
import nodeLog from "astro/logger/node";
import { messageLine } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";

/**
 * What `npm run build` and, with `dev`, `npm run dev` say: Seogo's own lines, and of Astro's only what warns of something
 * that Seogo does not tell itself; its steps would push them off the screen. With `plain`, Astro called by itself: its
 * log, but for errors after which it would end as if nothing were lost.
 */
export default function astroLog({ dev = false, plain = false } = {}): AstroLoggerDestination {
  const isToldByUs = dev ? isToldInDev : isToldByBuild;
  const astro = nodeLog();
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
      if (plain && (level !== "error" || isTold)) return astro.write(event);
      if (isTold || (level === "info" && !isOurs)) return;
      const line = isOurs ? message : `[${label ?? "astro"}] ${message}`;
      if (level !== "error" || isDraft.test(message))
        return console.log(level === "info" ? line : styleText("yellow", line));
      status = 1;
      console.error(styleText("red", dev ? line : failing(line), { stream: process.stderr }));
    },
  };
}

/** What an owner's own collection points at may be a draft; the page that shows it is given nothing there. */
const isDraft = /^Invalid content reference/u;

/** Astro's loaders tell that a file is lost, and go on without it. */
function failing(message: string): string {
  process.exitCode = 1;
  return messageLine({ severity: "error", code: "astro-error", values: { message } }, messageLanguage());
}

type Line = Pick<Parameters<AstroLoggerDestination["write"]>[0], "label" | "level" | "message">;

/** A site may have no posts, pages or replies yet; an error that Astro throws next is reported as our message. */
function isToldByBuild({ level, message }: Line): boolean {
  if (/^The collection "(?:posts|pages|replies)" does not exist or is empty/u.test(message)) return true;
  const isThrown = /^An unhandled error occurred|✗ Build failed in|\n {4}at /u.test(message);
  return level === "error" && isThrown && process.env["SEOGO_DEBUG"] !== "1";
}

/** Addresses that lead nowhere show as a page; errors of a page reach the page and the terminal through `board.ts`. */
function isToldInDev({ label, message }: Line): boolean {
  return label === "router" || label === null || /\n\s+(?:at |Stack trace:|Stack)/u.test(message);
}
