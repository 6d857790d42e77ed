import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { missingServer, programAt } from "./programs.ts";
import { folderToServe, freePort, started } from "./running.ts";

const wrangler = programAt("wrangler", [new URL("../../node_modules/.bin/wrangler", import.meta.url).pathname]);

test("Cloudflare's engine serves the site", { skip: missingServer("wrangler", wrangler) }, async (context) => {
  const folder = folderToServe();
  const { site } = await siteToServe(folder);
  const port = await freePort();
  const own = readFileSync(new URL("../../deploy/wrangler.jsonc", import.meta.url), "utf8");
  writeFileSync(join(folder, "wrangler.jsonc"), own.replace('"../dist"', JSON.stringify(site)));
  const env = { HOME: folder, XDG_CONFIG_HOME: folder, WRANGLER_SEND_METRICS: "false", CI: "1" };
  const command = [
    process.execPath,
    wrangler ?? "",
    "dev",
    "-c",
    join(folder, "wrangler.jsonc"),
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--show-interactive-dev-session=false",
  ];
  context.after(await started(command, { port, env }));
  for (const [name, check] of expectations({ twins: [], ranges: false, dates: false, cachingByStatus: false }))
    await context.test(name, () => check(port));
});
