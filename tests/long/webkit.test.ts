import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileOf } from "#model/address.ts";
import { programAt } from "../servers/programs.ts";
import { distOf, recipes } from "../site/sites.ts";

/** Safari's engine as Debian's `webkit2gtk-driver` and `xvfb` bring it, driven by WebDriver over HTTP. */
const programs = [
  programAt("xvfb-run", []),
  programAt("WebKitWebDriver", []),
  globSync("/usr/lib/*/webkit2gtk-4.1/MiniBrowser")[0],
];
const skip = programs.includes(undefined) && "WebKit: 이 컴퓨터에 없어 사파리의 엔진으로 시험하지 못했습니다";
const dist = distOf(recipes.own);
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
};
const policy = /Content-Security-Policy: (.*)/u.exec(readFileSync(join(dist, "_headers"), "utf8"))?.[1] ?? "";
/** What the browser refused under the policy, as it reports it. */
const refused: string[] = [];
const asked = new Set<string>();
const port = 7000 + (process.pid % 900);
let server: Server;
let driver: ChildProcess | undefined;
let session = "";

/** Answers from the built site under its policy; what the browser refuses comes back as a POST. */
function serveSite(): Server {
  return createServer((request, response) => {
    if (request.method === "POST") request.on("data", (words) => refused.push(String(words)));
    const path = decodeURIComponent(request.url ?? "/");
    asked.add(path);
    const file = join(dist, fileOf(path));
    const headers = {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": `${policy}; report-uri /refused`,
    };
    response.writeHead(existsSync(file) ? 200 : 404, headers).end(existsSync(file) ? readFileSync(file) : "");
  });
}

async function call(path: string, body: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: unknown };
  assert.ok(answer.ok, JSON.stringify(value));
  return value;
}

async function begun(): Promise<void> {
  const [screen = "", program = "", binary] = programs;
  driver = spawn(screen, ["-a", program, `--port=${port}`], { detached: true, stdio: "ignore" });
  const asksFor = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } };
  for (let left = 100; ; left -= 1) {
    try {
      ({ sessionId: session } = (await call("", { capabilities: asksFor })) as { sessionId: string });
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await wait(200);
    }
  }
}

/** What an expression is in a page of the site. */
async function seen<Value>(path: string, expression: string): Promise<Value> {
  await call(`/${session}/url`, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${encodeURI(path)}`,
  });
  return (await call(`/${session}/execute/sync`, { script: `return ${expression}`, args: [] })) as Value;
}

before(async () => {
  if (skip !== false) return;
  server = serveSite().listen(0, "127.0.0.1");
  await begun();
});
after(() => {
  server?.close();
  if (driver?.pid !== undefined) process.kill(-driver.pid);
});

test("Safari's engine draws pages and feeds under the policy, none wider than its window", { skip }, async () => {
  const posts = globSync("posts/*/index.html", { cwd: dist }).map((file) => `/${file.slice(0, -"index.html".length)}`);
  for (const path of ["/", "/find/", "/rss.xml", "/atom.xml", ...posts]) {
    const over = await seen<number>(path, "document.documentElement.scrollWidth - innerWidth");
    assert.ok(over <= 0, `${path}: ${over}`);
  }
  assert.ok(asked.has("/feed.css"));
  assert.deepEqual(refused, []);
});

test("Safari's engine leaves no word of the index at the end of a column, away from its posts", { skip }, async () => {
  const parts = await seen<[string, number][]>(
    "/find/",
    "[...document.querySelectorAll('dt, dd')].map((part) => [part.localName, part.getBoundingClientRect().top])",
  );
  const apart = parts.filter(([name, top], at) => name === "dt" && (parts[at + 1]?.[1] ?? top) < top);
  assert.ok(parts.length > 100);
  assert.deepEqual(apart, []);
});
