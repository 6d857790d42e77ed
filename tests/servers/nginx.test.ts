import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { hasBrotli, nginxArguments } from "./nginx-config.ts";
import { missingServer, programAt } from "./programs.ts";
import { folderToServe, freePort, started } from "./running.ts";

const nginx = programAt("nginx", ["/usr/sbin/nginx"]);

test("nginx serves the site", { skip: missingServer("nginx", nginx) }, async (context) => {
  const folder = folderToServe();
  const served = await siteToServe(folder);
  const port = await freePort();
  const stop = await started([nginx ?? "", ...nginxArguments({ folder, ...served, port })], { port });
  context.after(stop);
  const abilities = {
    twins: hasBrotli ? (["br", "gzip"] as const) : (["gzip"] as const),
    ranges: true,
    dates: true,
    cachingByStatus: true,
  };
  for (const [name, check] of expectations(abilities)) await context.test(name, () => check(port));
});
