import { given, language, root } from "./command.ts";
import { join } from "node:path";
import { indexNowEndpoints, notify } from "#tools/notify/notify.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { askFolder, askHost } from "#tools/publish/ask.ts";

/** `npm run notify [-- --send]`: tells search engines what changed; never part of a build. */
const { values } = given({ send: "boolean" });
const site = await ownerSite();
const well = await notify({
  site,
  published: askHost(site.address, "follow"),
  built: askFolder(join(root, "dist"), site),
  record: join(root, ".seogo/told-map.json"),
  endpoints: indexNowEndpoints,
  send: values.send === true,
  language,
  say: (line, well) => (well ? console.log : console.error)(line),
});
if (!well) process.exitCode = 1;
