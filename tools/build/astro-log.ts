import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";
import { messageLine } from "#messages/report.ts";
import { messageLanguage } from "#text/language.ts";

/**
 * What `npm run build` and, with `dev`, `npm run dev` say: Seogo's own lines, and of Astro's only what warns of something
 * that Seogo does not tell itself; its steps would push them off the screen.
 */
export default function astroLog({ dev = false }: { readonly dev?: boolean } = {}): AstroLoggerDestination {
  const isToldByUs = dev ? isToldInDev : isToldByBuild;
  return {
    write: ({ label, level, message }) => {
      const isOurs = label?.startsWith("seogo") ?? false;
      if (level === "info" && !isOurs) return;
      // Of an integration of ours too: what it throws is told by us, and Astro's words before it are not.
      if (isToldByUs({ label, level, message: stripVTControlCharacters(message) })) return;
      const line = isOurs ? message : `[${label ?? "astro"}] ${message}`;
      if (level !== "error" || isDraft.test(message)) console.log(level === "info" ? line : styleText("yellow", line));
      else console.error(styleText("red", dev ? line : failing(line), { stream: process.stderr }));
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
