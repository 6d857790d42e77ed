import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "#tools/build/build-site.ts";
import { startClock } from "#reading/clock.ts";
import { publishText } from "#text/publishing.ts";

/** `npm run build [-- --strict]`: makes `dist`, whole or not at all. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = process.argv.slice(2);
const text = publishText(process.env["LANG"]);

const result = await buildSite({
  root,
  place: join(root, "dist"),
  now: startClock(),
  args: options.filter((option) => option !== "--strict"),
  environment: { ...process.env, ...(options.includes("--strict") ? { SEOGO_STRICT: "1" } : {}) },
});

if ("failed" in result) {
  console.error(text.failed[result.failed]);
  process.exitCode = 1;
} else {
  console.log(text.built(result.changed.length));
}
