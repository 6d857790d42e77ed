import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";

/** What `npm run build` says: warnings, errors and Seogo's own lines; Astro's steps would push them off the screen. */
export default function buildLog(): AstroLoggerDestination {
  return {
    write: ({ label, level, message }) => {
      const isOurs = label?.startsWith("seogo") ?? false;
      if (level === "info" && !isOurs) return;
      // A site may have no pages, or no posts yet.
      if (label === "content" && message.includes("does not exist or is empty")) return;
      if (level === "error" && isThrownToo(message) && process.env["SEOGO_DEBUG"] !== "1") return;
      const line = isOurs ? message : `[${label ?? "astro"}] ${message}`;
      if (level === "error") console.error(styleText("red", line, { stream: process.stderr }));
      else console.log(level === "warn" ? styleText("yellow", line) : line);
    },
  };
}

/** What Astro says of an error before it throws it: the thrown one is reported as our message. */
function isThrownToo(message: string): boolean {
  return /^An unhandled error occurred|✗ Build failed in|\n {4}at /u.test(stripVTControlCharacters(message));
}
