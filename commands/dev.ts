import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { site } from "#site.config.ts";
import { devServer } from "#tools/dev/dev-server.ts";

/** `npm run dev [-- --port 4321 --host 0.0.0.0 --open]`: the site as it is being written, drafts and scheduled posts too. */
const { port, ...values } = parseArgs({
  options: { port: { type: "string" }, host: { type: "string" }, open: { type: "boolean" } },
}).values;
// Astro would tell its makers of each start, and its author of new versions.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" });
const { dev } = await import("astro");
await dev({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  logger: { entrypoint: new URL("../tools/dev/dev-log.ts", import.meta.url) },
  integrations: [devServer(site)],
  server: { ...values, ...(port !== undefined && { port: Number(port) }) },
});
