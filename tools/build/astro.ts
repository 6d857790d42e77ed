import { enableCompileCache } from "node:module";
import { pathToFileURL } from "node:url";

/** The process of a build in which Astro runs, begun in the repository's root: its mistakes end as our messages. */
if (!process.env["CI"]) enableCompileCache();
await import("#tools/failure/end-as-message.ts");
// Astro says in English that it could not load its settings, so what is wrong in them is met here first.
await import(pathToFileURL("astro.config.mjs").href);
const { build } = await import("astro");
await build({});
process.exit(0);
