import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { expectations } from "./expectations.ts";
import { siteToServe } from "./fixture.ts";
import { missingServer, programAt } from "./programs.ts";
import { folderToServe, freePort, started } from "./running.ts";

const nginx = programAt("nginx", ["/usr/sbin/nginx"]);
const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

test("nginx serves the site", { skip: missingServer("nginx", nginx) }, async (context) => {
  const folder = folderToServe();
  const served = await siteToServe(folder);
  const port = await freePort();
  const hasBrotli = existsSync(brotli);
  mkdirSync(join(folder, "work"));
  writeFileSync(join(folder, "nginx.conf"), configuration({ ...served, work: join(folder, "work"), port, hasBrotli }));
  await started(context, [nginx ?? "", "-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], { port });
  for (const [name, check] of expectations({
    twins: hasBrotli ? ["br", "gzip"] : ["gzip"],
    ranges: true,
    dates: true,
    cachingByStatus: true,
  }))
    await context.test(name, () => check(port));
});

/** The file of `deploy/` as it is, inside the smallest whole configuration; names, folders and port are the test's. */
function configuration(of: { site: string; server: string; work: string; port: number; hasBrotli: boolean }): string {
  const own = readFileSync(new URL("../../deploy/nginx.conf", import.meta.url), "utf8")
    .replaceAll("/srv/seogo.server", of.server)
    .replaceAll("/srv/seogo", of.site)
    .replace("listen 80;", `listen 127.0.0.1:${of.port};`)
    .replace("  listen [::]:80;\n", "")
    .replace("seogo.example", "localhost")
    .replace("  brotli_static on;\n", of.hasBrotli ? "  brotli_static on;\n" : "");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${of.work}/${name};`)
    .join("\n");
  return `${of.hasBrotli ? `load_module ${brotli};\n` : ""}daemon off;\nworker_processes 1;\npid ${of.work}/pid;\nerror_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n${temporary}\n${own}}\n`;
}
