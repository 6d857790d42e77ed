import { statSync } from "node:fs";
import { given, refuse, root } from "./command.ts";
import { basePath } from "#model/address.ts";
import { devServer } from "#tools/dev/dev-server.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { said } from "#text/words.ts";

/** `npm run dev [-- --port 4321 --host --open]`: the site as it is being written, drafts and scheduled posts too. */
const { argv } = process;
const host = argv.indexOf("--host");
// As for Astro, `--host` without an address opens all of the machine's.
if (host >= 0 && !/^[^-]/u.test(argv[host + 1] ?? "")) argv[host] = "--host=0.0.0.0";
const { port, ...values } = given({ port: "string", host: "string", open: "boolean" }).values;
if (port !== undefined && !(Number(port) > 0 && Number(port) < 65_536)) refuse("option-value", { option: "--port" });
// Astro would tell its makers of each start, and its author of new versions.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" });
// Astro's own store of many posts would be written, and read again, at every edit.
process.env["SEOGO_STORE"] ??= "aside";
const site = await ownerSite();
// Astro says in English what is wrong in its settings, so that is met here first.
const { default: config } = await import("../astro.config.mjs");
const { validateConfig } = await import("astro/config");
await validateConfig(config, root, "dev");
const { dev } = await import("astro");
const { resolvedUrls } = await dev({
  root,
  logger: { entrypoint: new URL("../tools/build/astro-log.ts", import.meta.url), config: { dev: true, plain: false } },
  integrations: [devServer(site, root)],
  server: { ...values, ...(port !== undefined && { port: Number(port) }) },
});
const [origin = "/"] = [...resolvedUrls.local, ...resolvedUrls.network];
console.log(said("dev-opened", { address: origin.slice(0, -1) + basePath(site) }));
// Nothing tells a process that its folder was deleted or moved; Node would try to write there for ever.
const { ino } = statSync(root);
setInterval(() => {
  if (statSync(root, { throwIfNoEntry: false })?.ino !== ino) refuse("folder-gone", { folder: root });
}, 1000).unref();
