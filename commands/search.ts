import { fail, given, placeOf } from "./command.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { searchAnswerer } from "#tools/search/answerer.ts";
import { said } from "#text/words.ts";

/** `npm run search -- <folder> [--port 8098]`: answers searches of a site that `npm run publish` put there, on loopback alone. */
const { values, positionals } = given({ port: "string" }, true);
const [target] = positionals;
const port = Number(values.port ?? 8098);
const site = await ownerSite();

if (target === undefined || !Number.isInteger(port) || site.search !== "own") fail(said("search-usage"));
const published = { folder: placeOf(target), server: `${placeOf(target)}.server` };
searchAnswerer(published, site).listen(port, "127.0.0.1");
