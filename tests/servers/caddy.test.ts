import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { missingServer, programAt } from "./programs.ts";
import { folderToServe, freePort, started } from "./running.ts";

const caddy = programAt("caddy", ["/usr/bin/caddy"]);

test("Caddy serves the site", { skip: missingServer("caddy", caddy) }, async (context) => {
  const folder = folderToServe();
  const { site, server } = await siteToServe(folder);
  const port = await freePort();
  const own = readFileSync(new URL("../../deploy/Caddyfile", import.meta.url), "utf8")
    .replaceAll("/srv/seogo.server", server)
    .replaceAll("/srv/seogo", site)
    .replace("seogo.example {", `http://127.0.0.1:${port}, http://localhost:${port} {`);
  writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  context.after(
    await started([caddy ?? "", "run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], {
      port,
      env,
    }),
  );
  for (const [name, check] of expectations({
    twins: ["br", "gzip", "zstd"],
    ranges: true,
    dates: true,
    cachingByStatus: true,
  }))
    await context.test(name, () => check(port));
});
