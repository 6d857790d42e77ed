import { stripVTControlCharacters, styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";

/** What `npm run dev` says: Seogo's own lines, and of Astro's only what warns of something that Seogo does not tell itself. */
export default function devLog(): AstroLoggerDestination {
  return {
    write: ({ label, level, message }) => {
      const isOurs = label?.startsWith("seogo") ?? false;
      if (!isOurs && (level === "info" || isReportedByUs(label, message))) return;
      const line = isOurs ? message : `[${label ?? "astro"}] ${message}`;
      if (level === "error") console.error(styleText("red", line, { stream: process.stderr }));
      else console.log(level === "warn" ? styleText("yellow", line) : line);
    },
  };
}

/** Addresses that lead nowhere show as a page; errors of a page reach the page and the terminal through `board.ts`. */
function isReportedByUs(label: string | null, message: string): boolean {
  return (
    label === "router" || /\n\s+(?:at |Stack trace:|Stack)/u.test(stripVTControlCharacters(message)) || label === null
  );
}
