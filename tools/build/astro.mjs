// The process of a build in which Astro runs and the site is proved, begun in the repository's root. Plain JavaScript: with the cache on before
// the first TypeScript, what takes types off (0.2 s to load) is needed only after a change of the code.
import { enableCompileCache } from "node:module";
import { pathToFileURL } from "node:url";

if (!process.env["CI"]) enableCompileCache();
// Astro sets it when a build begins; packages that the settings import choose their code by it, React its production half.
process.env["NODE_ENV"] = "production";
// Our mistakes and the author's end as our messages.
await import("#tools/failure/end-as-message.ts");
// Astro says in English what is wrong in its settings, so that is met here first.
const { default: config } = await import(pathToFileURL("astro.config.mjs").href);
const { validateConfig } = await import("astro/config");
await validateConfig(config, process.cwd(), "build");
const { build } = await import("astro");
await build({});
// All integrations have ended: whatever they wrote is proved.
const { nowSpending, spentByRoom } = await import("#cores/spent.ts");
nowSpending("proof");
const { proveSite } = await import("#tools/build/prove-site.ts");
const { ahead } = await import("#tools/build/cached-output.ts");
const { SEOGO_OUT_DIR: folder, SEOGO_PAGE_KEYS: pageKeys, SOURCE_DATE_EPOCH: seconds } = process.env;
const now = Number(seconds) * 1000;
const { failed, stamps } = await proveSite({ root: process.cwd(), folder, now, pageKeys, ahead: ahead.facts });
// The log sets it where Astro told of an error and went on.
process.exitCode ||= failed ? 1 : 0;
process.send({ proved: stamps, spent: spentByRoom() }, () => process.exit());
