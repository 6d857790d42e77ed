import { given, refuse, root } from "./command.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { writeWhole } from "#cache/store.ts";
import { addressOf, resolver } from "#tools/prove/built-site.ts";
import { askedLinks, externalLinks, type LinkAnswer } from "#tools/prove/external-links.ts";
import { readSite } from "#tools/prove/read-site.ts";
import { startClock } from "#reading/clock.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run check:links`: asks every outside address of the last build whether it still answers. */
given({});
const site = await ownerSite();
const folder = join(root, "dist");
const cache = join(root, ".seogo/links.json");

if (!existsSync(folder)) refuse("not-built");
const now = startClock();
const links = externalLinks({ ...site, files: readSite(folder), resolve: resolver(site) });
const known = new Map(existsSync(cache) ? (JSON.parse(readFileSync(cache, "utf8")) as [string, LinkAnswer][]) : []);
const answers = await askedLinks(links.keys(), { now, known, status: statusOf, pause: setTimeout });
writeWhole(cache, JSON.stringify([...answers]));

const dead = [...links].filter(([url]) => answers.get(url)?.ok === false);
for (const [url, files] of dead)
  console.log(`✗ ${url} — ${answers.get(url)?.answer ?? ""} — ${Array.from(files, addressOf).join(", ")}`);
console.log(said("links-checked", { all: links.size, dead: dead.length }));
process.exitCode = dead.length > 0 ? 1 : 0;

async function statusOf(url: string, method: "HEAD" | "GET"): Promise<number> {
  const headers = { "user-agent": `Seogo link check (+${site.address})` };
  const response = await fetch(url, { method, headers, redirect: "follow", signal: AbortSignal.timeout(20_000) });
  await response.body?.cancel();
  return response.status;
}
