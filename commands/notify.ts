import "#tools/failure/end-as-message.ts";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { filesAt, filesIn } from "#tools/notify/map-lines.ts";
import { indexNowEndpoints, notify } from "#tools/notify/notify.ts";
import { notifiedRecord } from "#tools/notify/notified-record.ts";
import { notifyText } from "#text/notify.ts";
import { messageLanguage } from "#text/language.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run notify [-- --send]`: tells search engines what changed; never part of a build. */
const root = dirname(import.meta.dirname);
const language = messageLanguage();
const { values } = parseArgs({
  options: {
    send: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) {
  console.log(notifyText(language).usage);
} else {
  const site = await ownerSite();
  const well = await notify({
    site,
    published: filesAt(site),
    built: filesIn(join(root, "dist")),
    record: notifiedRecord(join(root, ".seogo/told-map.json")),
    endpoints: indexNowEndpoints,
    send: values.send,
    language,
    say: (line) => console.log(line),
  });
  if (!well) process.exitCode = 1;
}
