import "#tools/failure/end-as-message.ts";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { searchAnswerer } from "#tools/search/answerer.ts";
import { messageLanguage } from "#text/language.ts";
import { publishText } from "#text/publishing.ts";

/** `npm run search -- <folder> [--port 8098]`: answers searches of a site that `npm run publish` put there, on loopback alone. */
const { values, positionals } = parseArgs({
  options: { port: { type: "string", default: "8098" } },
  allowPositionals: true,
});
const text = publishText(messageLanguage());
const [target] = positionals;
const port = Number(values.port);
const site = await ownerSite();

if (target === undefined || !Number.isInteger(port) || site.search !== "own") {
  console.error(text.searchUsage);
  process.exitCode = 1;
} else {
  const published = { folder: resolve(target), server: `${resolve(target)}.server` };
  searchAnswerer(published, site).listen(port, "127.0.0.1");
}
