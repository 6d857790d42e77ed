import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { failureMessages } from "#messages/failure.ts";
import { checkedSite } from "#tools/import/shared/old-site.ts";
import { temporaryFolder } from "../temporary.ts";

test("the addresses of a site that is still up are read from its maps", async (context) => {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const maps = `<sitemapindex><sitemap><loc>http://127.0.0.1:${String(port)}/posts.xml</loc></sitemap></sitemapindex>`;
    response.end(request.url === "/sitemap.xml" ? maps : "<urlset><url><loc>https://x.kr/a/</loc></url></urlset>");
  });
  context.after(() => server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const found = await checkedSite(`http://127.0.0.1:${String(port)}/`, temporaryFolder(context));
  assert.deepEqual(found, { all: 1, led: [], lost: ["/a/"], lacking: [] });
});

test("maps are read by any name, packed ones too, and no deeper than one level; one that is not there is told", async (context) => {
  const list = (path: string) => `<urlset><url><loc>https://x.kr/${path}/</loc></url></urlset>`;
  const index =
    "<sitemapindex><sitemap><loc>/sitemap.xml?a=1&amp;page=1</loc></sitemap><sitemap><loc>/b.xml.gz</loc></sitemap></sitemapindex>";
  const answers: Readonly<Record<string, string | Buffer>> = {
    "/sitemap.xml": index,
    "/sitemap.xml?a=1&page=1": list("a"),
    "/b.xml.gz": gzipSync(list("b")),
    "/deep/sitemap.xml": "<sitemapindex><sitemap><loc>/deep/sitemap.xml</loc></sitemap></sitemapindex>",
  };
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const answer = asked < 20 ? answers[request.url ?? ""] : undefined;
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  context.after(() => server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const check = (below: string) => checkedSite(`http://127.0.0.1:${String(port)}/${below}`, temporaryFolder(context));
  assert.deepEqual((await check("")).lost, ["/a/", "/b/"]);
  await check("deep");
  assert.ok(asked < 20);
  const told = await check("none").catch((error: Error) =>
    failureMessages(error)?.map(({ code, values }) => [code, values]),
  );
  assert.deepEqual(told, [["unreachable", { reason: "404" }]]);
});
