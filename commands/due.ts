import { fail, given, root } from "./command.ts";
import type { Instant } from "#model/instant.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { said } from "#text/words.ts";
import { dueAddresses, siteAnswers } from "#tools/publish/due.ts";

/** `npm run due`: one line for each post whose time came in the last week and that the published site does not have yet, or whose time was over then and that it still has. */
given({});
const site = await ownerSite();
const week = 7 * 24 * 60 * 60 * 1000;
const now = startClock();

const { entries } = readContent({ root, site, now });
const isRecent = (time: Instant | undefined) => time !== undefined && time.epochMs > now - week;
const recent = entries.filter(({ date, expires }) => isRecent(date) || isRecent(expires));
try {
  const due = await dueAddresses(recent, now, siteAnswers(site));
  if (due.length > 0) console.log(due.join("\n"));
  else console.error(said("nothing-due"));
} catch {
  fail(said("due-unasked", { address: site.address }));
}
