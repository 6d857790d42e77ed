import { given, root } from "./command.ts";
import { rmSync } from "node:fs";
import { writeWhole } from "#cache/store.ts";
import { Failure } from "#messages/failure.ts";
import { visible } from "#messages/report.ts";
import { isPublished } from "#model/post.ts";
import { blueskyAccount } from "#outputs/share.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { repliesFile } from "#reading/replies.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { bluesky } from "#tools/replies/bluesky.ts";
import { changesOf, gather } from "#tools/replies/gather.ts";
import { github } from "#tools/replies/github.ts";
import { mastodon } from "#tools/replies/mastodon.ts";
import { subjectsOf } from "#tools/replies/place.ts";
import { webmention } from "#tools/replies/webmention.ts";

/** `npm run replies [-- --dry-run]`: fetches what is said of posts elsewhere into `src/content/replies/`; never part of a build. */
const { "dry-run": isDry } = given({ "dry-run": "boolean" }).values;
const site = await ownerSite();
const now = startClock();

const { heads, problems, replies: known } = readContent({ root, site, now });
if (problems.some(({ severity }) => severity === "error")) throw new Failure(problems);
const posts = heads.flatMap(({ draft: { fields }, head: { id, path, aliases, ...entry } }) =>
  entry.kind === "post" && isPublished(entry, now) ? [{ id, path, aliases, discussions: fields.discussion ?? [] }] : [],
);
const subjects = subjectsOf(posts, site);
const { GITHUB_TOKEN, MASTODON_TOKEN, WEBMENTION_IO_TOKEN } = process.env;
const domain = site.webmention === undefined ? undefined : new URL(site.address).hostname;
const places = [
  github(site.discussions, GITHUB_TOKEN),
  webmention(domain, WEBMENTION_IO_TOKEN),
  mastodon(site.author.fediverse, MASTODON_TOKEN),
  bluesky(blueskyAccount(site.author)),
];
const gathered = await gather(places, subjects, known);
const changes = changesOf(gathered, known.before);
for (const { id, text: file, added, changed, removed } of changes) {
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  console.log(said("replies-changed", { post: id, ...counts }));
  for (const [mark, replies] of Object.entries({ "+": added, "~": changed, "-": removed }))
    for (const { name, html } of replies) {
      const words = html.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
      console.log(visible(`  ${mark} ${name}: ${words.trim().slice(0, 80)}`));
    }
  if (isDry) continue;
  if (file === undefined) rmSync(`${root}/${repliesFile(id)}`);
  else writeWhole(`${root}/${repliesFile(id)}`, file);
}
for (const { name, missing } of places)
  if (missing !== undefined) console.log(said("replies-missing", { name, token: missing }));
for (const { at, why } of gathered.failures) console.error(visible(said("replies-failed", { at, why })));
console.log(said(`replies-${changes.length === 0 ? "unchanged" : isDry ? "dry-run" : "written"}`));
if (gathered.failures.length > 0) process.exitCode = 1;
