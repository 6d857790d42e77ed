import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { distOf, recipes } from "../site/sites.ts";
import { temporaryFolder } from "../unit/temporary.ts";
import { missingServer } from "./programs.ts";
import { folderToServe } from "./running.ts";
import { servers } from "./servers.ts";

const post = "posts/첫-글/index.html";

/** Runs the command as an owner does; what it said, and its exit code. */
function verified(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const cwd = dirname(distOf(recipes.own));
  const env = { ...process.env, LANG: "ko_KR.UTF-8" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["commands/verify.ts", ...args], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });
}

/** A copy of our own site with one fault of each kind. */
function spoiltSite(context: TestContext): string {
  const folder = temporaryFolder(context);
  cpSync(distOf(recipes.own), folder, { recursive: true });
  const change = (file: string, edit: (text: string) => string) => {
    const before = readFileSync(join(folder, file), "utf8");
    assert.notEqual(edit(before), before, file);
    writeFileSync(join(folder, file), edit(before));
  };
  rmSync(join(folder, post));
  change("about/index.html", (text) => text.replace("</h1>", "</h1><script>1</script>"));
  change("tags/index.html", (text) =>
    text.replace('rel="canonical" href="', 'rel="canonical" href="https://x.example/'),
  );
  change("posts/index.html", (text) => text.slice(0, -30));
  change("rss.xml", (text) => text.slice(0, -9));
  change("feed.json", (text) => text.slice(0, -9));
  return folder;
}

const faults = [
  /\/posts\/첫-글\/ — 페이지가 나와야 하는데 404로/u,
  /\/about\/ — 실행되는 스크립트/u,
  /\/tags\/ — canonical 주소가 다릅니다: https:\/\/x\.example\//u,
  /\/posts\/ — <\/html>로 끝나지 않아/u,
  /\/rss\.xml — 올바른 XML이 아닙니다/u,
  /\/feed\.json — 피드로 읽을 수 없습니다/u,
];

for (const { name, program, start } of servers.filter((one) => one.name !== "wrangler"))
  test(`our own site on ${name} is as it should be`, { skip: missingServer(name, program) }, async (context) => {
    const site = distOf(recipes.own);
    const server = join(dirname(site), ".seogo/server");
    const { port, stop } = await start({ folder: folderToServe(), site, server });
    context.after(stop);
    const { code, said } = await verified(`http://127.0.0.1:${port}/`);
    assert.equal(code, 0, said);
    assert.match(said, /오류 0건/u);
  });

test("a folder is read like a host: in order, or with each fault by its address", async (context) => {
  const fine = await verified(distOf(recipes.own));
  assert.deepEqual([fine.code, /주소 (\d+)개 가운데 \1개를.+오류 0건/u.test(fine.said)], [0, true], fine.said);
  const { code, said } = await verified(spoiltSite(context));
  assert.equal(code, 1);
  for (const fault of faults) assert.match(said, fault);
  assert.match(said, /오류 6건/u);
});

test("a host without headers is told, read only, by at most four requests at a time, and no further than asked", async (context) => {
  const folder = spoiltSite(context);
  const [asked, methods] = [new Set<string>(), new Set<string>()];
  let [open, most] = [0, 0];
  const server = createServer(async ({ url = "", method = "" }, response) => {
    most = Math.max(most, ++open);
    asked.add(decodeURI(url));
    methods.add(method);
    await setTimeout(5);
    const file = join(folder, decodeURI(url), url.endsWith("/") ? "index.html" : "");
    if (url === "/archive/") response.writeHead(301, { location: "/posts/" });
    else response.writeHead(existsSync(file) ? 200 : 404);
    open -= 1;
    response.end(existsSync(file) ? readFileSync(file) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const whole = await verified(home);
  assert.equal(whole.code, 1);
  for (const fault of faults) assert.match(whole.said, fault);
  assert.match(whole.said, /이 헤더가 없거나 값이 다릅니다: Content-Security-Policy/u);
  assert.match(whole.said, /\/archive\/ — 옛 주소가 한 번에 새 주소로 이어지지 않습니다: \/posts\/ \(200\)/u);
  assert.deepEqual([...methods], ["GET"]);
  assert.ok(most > 1 && most <= 4, String(most));
  asked.clear();
  const some = await verified(home, "--most", "3", "--no-headers");
  assert.match(some.said, /주소 \d+개 가운데 3개를 확인했습니다.+나머지는/u);
  assert.doesNotMatch(some.said, /헤더/u);
  // The map in two files and three feeds beside them.
  assert.ok(asked.size <= 8, [...asked].join(" "));
});

test("a post that was taken back and still answers is named, one that is gone is not", async (context) => {
  const folder = temporaryFolder(context);
  cpSync(distOf(recipes.own), folder, { recursive: true });
  const gone = join(dirname(distOf(recipes.own)), "src/content/gone.txt");
  context.after(() => rmSync(gone));
  writeFileSync(gone, "/posts/거둔-글/\n/posts/남은-글/\n");
  cpSync(join(folder, post), join(folder, "posts/남은-글/index.html"));
  const { code, said } = await verified(folder);
  assert.equal(code, 1);
  assert.match(said, /\/posts\/남은-글\/ — 없앤 주소가 아직 200으로 답합니다/u);
  assert.match(said, /오류 1건/u);
});

test("a host that does not answer, and a bound that is no number, end as messages", async () => {
  const dead = await verified("http://127.0.0.1:9/");
  assert.deepEqual([dead.code, /사이트가 답하지 않습니다|닿지 않/u.test(dead.said)], [1, true], dead.said);
  const odd = await verified("--most", "많이");
  assert.deepEqual([odd.code, odd.said.includes("--most")], [1, true]);
});
