import { given, refuse, root } from "./command.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ledgerFile, writeLedger } from "#tools/publish/lists.ts";
import { startClock } from "#reading/clock.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run addresses`: writes the addresses of the last build into the ledger, so that none is ever lost unnoticed. */
given({});
if (!existsSync(join(root, ".seogo/entries.jsonl"))) refuse("not-built");
const count = writeLedger(root, await ownerSite(), startClock()).length;
console.log(said(count === 0 ? "ledger-same" : "ledger-written", { count, file: ledgerFile }));
