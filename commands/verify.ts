import { given, language, placeOf, refuse, root } from "./command.ts";
import { realpathSync } from "node:fs";
import { report } from "#messages/report.ts";
import { decodedPath } from "#model/address.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { ledgerPaths } from "#tools/prove/ledger.ts";
import { type Ask, askFolder, askHost, mapLines } from "#tools/publish/ask.ts";
import { goneFile, goneOf, ledgerFile, listIn } from "#tools/publish/lists.ts";
import { verify } from "#tools/publish/verify.ts";

/** `npm run verify [-- https://address/ | folder] [--most 2000] [--no-headers]`: reads a published site and says what is wrong; writes nothing. */
const { values, positionals } = given({ most: "string", "no-headers": "boolean" }, true);
const site = await ownerSite();
const [place = site.address] = positionals;
const most = Number(values.most ?? 2000);
if (!(most >= 1)) refuse("option-value", { option: "--most" });

const answer = /^https?:/u.test(place) ? askHost(place) : askFolder(realpathSync(placeOf(place)), site);
const ask: Ask = async (path) => ({ ...(await answer(path)), ...(values["no-headers"] ? { headers: undefined } : {}) });
const lines = await mapLines(ask, site);
if (lines === undefined) refuse("map-missing", { subject: "sitemap-index.xml" });
const listed = new Set(lines.map(({ loc }) => decodedPath(loc, site) ?? loc));
const known = listed.union(new Set(ledgerPaths(listIn(root, ledgerFile))));
const gone = new Set(goneOf(listIn(root, goneFile), [...listed]));
const paths = [...known.union(gone)];
const found = await verify({ site, ask, listed, gone }, paths.slice(0, most));
if (found.length > 0) console.error(report(found, "error", language));
const rest = paths.length > most ? [said("verify-rest")] : [];
const counts = { asked: Math.min(paths.length, most), all: paths.length, errors: found.length };
console.log([said("verified", counts), ...rest].join(" "));
if (found.length > 0) process.exitCode = 1;
