import { given, placeOf, refuse, root } from "./command.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startClock } from "#reading/clock.ts";
import { proveSite } from "#tools/build/prove-site.ts";

/** `npm run prove -- [dist] [--strict]`: writes redirects and headers into a folder that `astro build` has made, and proves all of it. */
const { values, positionals } = given({ strict: "boolean" }, true);
const folder = placeOf(positionals[0] ?? join(root, "dist"));

if (!existsSync(folder)) refuse("not-built");
if (values.strict) process.env["SEOGO_STRICT"] = "1";
const { failed } = await proveSite({ root, folder, now: startClock() });
if (failed) process.exitCode = 1;
