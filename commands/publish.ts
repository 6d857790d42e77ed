import { fail, given, placeOf, root } from "./command.ts";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSite } from "#tools/build/build-site.ts";
import { addToLedger, ledgerFile, listIn, writeLedger } from "#tools/publish/lists.ts";
import { ledgerPaths } from "#tools/prove/ledger.ts";
import { checkPlace, checkTarget, heldFile, publish, releasesOf, rollBack } from "#tools/publish/release.ts";
import { dueAddresses, folderAnswers } from "#tools/publish/due.ts";
import { readContent } from "#reading/content.ts";
import { contentRoot } from "#reading/walk.ts";
import { writeWhole } from "#cache/store.ts";
import { startClock } from "#reading/clock.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run publish -- <folder> [--due] [--keep 5] [--strict]` (`--due`: only where a post has come due) or `npm run publish -- <folder> --rollback`. */
const { values, positionals } = given({ rollback: "boolean", strict: "boolean", due: "boolean", keep: "string" }, true);
const keep = Number(values.keep ?? 5);
const target = positionals[0];
const site = await ownerSite();

if (target === undefined || !Number.isInteger(keep) || keep < 1) fail(said("publish-usage"));
if (values.rollback === true) goBack(placeOf(target));
else await goForward(placeOf(target));

function goBack(folder: string): void {
  const release = rollBack(folder) ?? fail(said("nothing-before"));
  console.log(said("rolled-back", { release }));
}

async function goForward(folder: string): Promise<void> {
  // Before a build that would be in vain.
  checkTarget(folder);
  const now = startClock();
  if (contentRoot(root) === "examples") fail(said("examples-alone"));
  if (new URL(site.address).hostname === "seogo.example") fail(said("example-address"));
  // Silent, since a clock asks every few minutes.
  if (values.due === true && (existsSync(heldFile(folder)) || !(await anyDue(folder, now)))) return;
  checkPlace(folder);
  if (values.strict) process.env["SEOGO_STRICT"] = "1";
  const ledgerCopy = join(releasesOf(folder), basename(ledgerFile));
  // A commit taken back, or another clone, may lack addresses that were published here.
  const recalled = addToLedger(root, site, ledgerPaths(listIn("", ledgerCopy)));
  if (recalled.length > 0) console.log(said("ledger-recalled", { count: recalled.length, file: ledgerFile }));
  const built = await buildSite({ root, now });
  if ("failed" in built) fail(said(`failed-${built.failed}`));
  const [from, server] = [join(root, "dist"), join(root, ".seogo/server")];
  // First the promise: a process that dies here has published no address that is unknown.
  const fresh = writeLedger(root, site, now);
  writeWhole(ledgerCopy, listIn(root, ledgerFile));
  const changed = await publish({ from, server, target: folder, keep, now });
  const added = fresh.length > 0 ? [said("published-new", { count: fresh.length })] : [];
  console.log([said("published", { count: changed.length }), ...added].join(" "));
}

/** Whether a post whose time has come does not stand in the published folder, or one whose time is over still does. */
async function anyDue(folder: string, now: number): Promise<boolean> {
  const { entries } = readContent({ root, site, now });
  return (await dueAddresses(entries, now, folderAnswers(folder))).length > 0;
}
