import { fail, language, root } from "./command.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ledgerFile, writeLedger } from "#tools/publish/lists.ts";
import { startClock } from "#reading/clock.ts";
import { publishText } from "#text/publishing.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run addresses`: writes the addresses of the last build into the ledger, so that none is ever lost unnoticed. */
const text = publishText(language);

if (existsSync(join(root, ".seogo/entries.jsonl"))) {
  console.log(text.ledgerWritten(writeLedger(root, await ownerSite(), startClock()).length, ledgerFile));
} else {
  fail(text.buildFirst);
}
