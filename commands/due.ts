import { fail, root } from "./command.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { said } from "#text/words.ts";
import { dueAddresses, siteAnswers } from "#tools/publish/due.ts";

/** `npm run due`: one line for each post of the last week whose time has come and that the published site does not have yet. */
const site = await ownerSite();
const week = 7 * 24 * 60 * 60 * 1000;
const now = startClock();

const { entries } = await readContent({ root, site, now });
const recent = entries.filter(({ date }) => date !== undefined && date.epochMs > now - week);
try {
  const due = await dueAddresses(recent, now, siteAnswers(site));
  if (due.length > 0) console.log(due.join("\n"));
  else console.error(said("nothing-due"));
} catch {
  fail(said("due-unasked", { address: site.address }));
}
