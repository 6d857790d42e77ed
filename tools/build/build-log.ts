import { styleText } from "node:util";
import type { AstroLoggerDestination } from "astro";

/** What `npm run build` says: warnings, errors and Seogo's own lines; Astro's steps would push them off the screen. */
export default function buildLog(): AstroLoggerDestination {
  return {
    write: ({ label, level, message }) => {
      const isOurs = label?.startsWith("seogo") ?? false;
      if (level === "info" && !isOurs) return;
      const line = isOurs ? message : `[${label ?? "astro"}] ${message}`;
      if (level === "error") console.error(styleText("red", line, { stream: process.stderr }));
      else console.log(level === "warn" ? styleText("yellow", line) : line);
    },
  };
}
