import { fail, given, root } from "./command.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "#tools/build/build-site.ts";
import { spentTable } from "#tools/build/spent-table.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { startClock } from "#reading/clock.ts";
import { said } from "#text/words.ts";

/** `npm run build [-- --strict --timings]`: makes `dist`, whole or not at all; `--timings` says what each part of the work took. */
const { values } = given({ strict: "boolean", timings: "boolean" });
await ownerSite();

if (values.strict) process.env["SEOGO_STRICT"] = "1";
const result = await buildSite({ root, now: startClock() });

if ("failed" in result) fail(said(`failed-${result.failed}`));
const count = result.changed.length;
console.log(said(count === 0 ? "dist-same" : "dist-new", { count }));
if (values.timings) {
  console.log(`\n${spentTable(result.spent)}`);
  writeFileSync(join(root, ".seogo/timings.json"), JSON.stringify(Object.fromEntries(result.spent)));
}
