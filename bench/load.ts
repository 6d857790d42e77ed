import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "#tools/prove/site-files.ts";
import { writeCompressed } from "#tools/publish/compress.ts";
import { nginxArguments } from "../tests/servers/nginx-config.ts";
import { programAt } from "../tests/servers/programs.ts";
import { folderToServe, freePort, started } from "../tests/servers/running.ts";

/** `node bench/load.ts [seconds]`: how many requests nginx answers from `dist`, how fast, and whether its memory stays. */
const seconds = Number(process.argv[2] ?? 10);
const root = new URL("..", import.meta.url).pathname;
const [nginx, wrk] = [programAt("nginx", ["/usr/sbin/nginx"]), programAt("wrk", ["/usr/bin/wrk"])];
if (nginx === undefined || wrk === undefined || !existsSync(join(root, "dist"))) {
  console.error("nginx, wrk, dist(npm run build)가 필요합니다.");
  process.exit(1);
}

const folder = folderToServe();
const site = join(folder, "site");
cpSync(join(root, "dist"), site, { recursive: true });
for (const path of filesIn(site)) await writeCompressed(site, path);
const [port, plainPort] = [await freePort(), await freePort()];
const served = { folder, site, server: join(root, ".seogo/server"), port, plainPort };
const stop = await started([nginx, ...nginxArguments(served)], { port });
const master = Number(readFileSync(join(folder, "work/pid"), "utf8"));
const heaviest =
  filesIn(join(root, "dist/posts"))
    .filter((path) => path.endsWith("/index.html"))
    .at(-1) ?? "";

console.log("| 요청 | 초당 응답 | 중앙값 | 99 % | 메모리 KB 전 → 뒤 |\n| --- | ---: | ---: | ---: | --- |");
for (const path of ["/", encodeURI(`/posts/${heaviest.replace(/index\.html$/u, "")}`), "/rss.xml", "/none/"]) {
  const before = workerKilobytes();
  const args = [
    "-t1",
    "-c64",
    `-d${seconds}s`,
    "--latency",
    "-H",
    "Accept-Encoding: br",
    `http://127.0.0.1:${port}${path}`,
  ];
  const { stdout } = spawnSync(wrk, args, { encoding: "utf8" });
  const told = (pattern: RegExp) => pattern.exec(stdout)?.[1] ?? "?";
  console.log(
    `| ${decodeURI(path)} | ${told(/Requests\/sec:\s+([\d.]+)/u)} | ${told(/50%\s+(\S+)/u)} | ${told(/99%\s+(\S+)/u)} | ${before} → ${workerKilobytes()} |`,
  );
}
await stop();

/** Memory in use by nginx's worker, in kilobytes. */
function workerKilobytes(): number {
  const worker = readFileSync(`/proc/${master}/task/${master}/children`, "utf8").trim().split(" ")[0] ?? "";
  return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${worker}/status`, "utf8"))?.[1]);
}
