import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";

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
      if (level === "error") console.error(styleText("red", line, { stream: process.stderr }));
      else console.log(level === "warn" ? styleText("yellow", line) : line);
    },
  };
}

type Line = Pick<Parameters<AstroLoggerDestination["write"]>[0], "label" | "level" | "message">;

/** A site may have no pages, or no posts yet; an error that Astro throws next is reported as our message. */
function isToldByBuild({ label, level, message }: Line): boolean {
  if (label === "content" && message.includes("does not exist or is empty")) return true;
  const isThrown = /^An unhandled error occurred|✗ Build failed in|\n {4}at /u.test(message);
  return level === "error" && isThrown && process.env["SEOGO_DEBUG"] !== "1";
}

/** Addresses that lead nowhere show as a page; errors of a page reach the page and the terminal through `board.ts`. */
function isToldInDev({ label, message }: Line): boolean {
  return label === "router" || label === null || /\n\s+(?:at |Stack trace:|Stack)/u.test(message);
}
