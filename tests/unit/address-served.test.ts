import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { fileOf, termPath, url } from "#model/address.ts";
import { postPath } from "#model/post-path.ts";
import { joinTerms } from "#model/taxonomy.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";

/** The plainest of static servers: it decodes the path, adds `index.html`, and knows nothing else. */
function plainServer(folder: string) {
  return createServer((request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url ?? "", "http://localhost").pathname);
      response.end(readFileSync(join(folder, path, "index.html")));
    } catch {
      response.writeHead(404).end();
    }
  });
}

function fetched(address: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode, body }));
    }).on("error", reject);
  });
}

test("whatever a tag or a file is called, its address answers on a plain static server with its own page", async () => {
  const names = [
    ...fc.sample(hostileText, { numRuns: 400, seed: 2026 }),
    "C",
    "C++",
    "C#",
    "F#",
    "100%",
    "AI/ML",
    "Node.js",
    "?",
    "#",
    "가".repeat(10_000),
  ];
  const terms = joinTerms(
    "tag",
    names.map((label, index) => ({ label, file: String(index) })),
  ).terms;
  const posts = names
    .filter((name) => !/(?:^|\/)(?:\/|$)/u.test(name))
    .map((id) => postPath("/posts/:slug/", { id, title: id }));
  const paths = new Set([...[...terms.values()].map(({ slug }) => termPath("tag", slug)), ...posts]);
  const folder = mkdtempSync(join(tmpdir(), "addresses-"));
  const server = plainServer(folder);
  try {
    for (const path of paths) {
      const file = join(folder, fileOf(path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, path, { flag: "wx" });
    }
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    for (const path of paths) assert.deepEqual(await fetched(url({ address }, path)), { status: 200, body: path });
    assert.ok(paths.size > 400);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
