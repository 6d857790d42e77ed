import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ledgerFile, writeLedger } from "#tools/publish/ledger-file.ts";
import { startClock } from "#reading/clock.ts";
import { site } from "#site.config.ts";
import { publishText } from "#text/publishing.ts";

/** `npm run addresses`: writes the addresses of the last build into the ledger, so that none is ever lost unnoticed. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const text = publishText(process.env.LANG);

if (existsSync(join(root, ".seogo/entries.json"))) {
  console.log(text.ledgerWritten(writeLedger(root, site, startClock()).length, ledgerFile));
} else {
  console.error(text.buildFirst);
  process.exitCode = 1;
}
