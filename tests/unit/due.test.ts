import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { dueAddresses, folderAnswers, siteAnswers } from "#tools/publish/due.ts";
import { redirectPage } from "#tools/publish/server-files.ts";
import { temporaryFolder, write } from "./temporary.ts";

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 1, 12);
const at = (epochMs: number) => ({ epochMs }) as NonNullable<Parameters<typeof dueAddresses>[0][number]["date"]>;
const entries = [
  { path: "/방금/", draft: false, date: at(now) },
  { path: "/아직/", draft: false, date: at(now + 1) },
  { path: "/나온/", draft: false, date: at(now - hour) },
  { path: "/초고/", draft: true, date: at(now - hour) },
  { path: "/날짜-없음/", draft: false },
  { path: "/끝난/", draft: false, date: at(now - hour), expires: at(now - 1) },
];

test("due is what has a date that has come and does not stand", async () => {
  assert.deepEqual(await dueAddresses(entries, now, (path) => path === "/나온/"), ["/방금/"]);
  assert.deepEqual(await dueAddresses(entries, now - 1, (path) => path === "/나온/"), []);
});

test("due is what is over and still stands, but no draft", async () => {
  const over = entries.filter(({ path }) => path === "/끝난/");
  const dueOf = (given: Parameters<typeof dueAddresses>[0], time = now) => dueAddresses(given, time, () => true);
  assert.deepEqual(await dueOf(entries), ["/끝난/"]);
  assert.deepEqual(await dueOf(over, now - 2), []);
  assert.deepEqual(await dueOf(over.map((entry) => ({ ...entry, draft: true }))), []);
  assert.deepEqual(await dueOf(over.map(({ date, ...undated }) => undated)), ["/끝난/"]);
});

const moved = redirectPage(
  { from: "/끝난/", to: "/a/" },
  { address: "https://a.example/", language: "ko", title: "집" },
);

test("where a redirect stands in a published folder, no page of its own does", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "끝난/index.html": moved, "나온/index.html": "<!doctype html>" });
  assert.deepEqual(["/끝난/", "/나온/", "/방금/"].map(folderAnswers(folder)), [false, true, false]);
});

test("a published site is asked by its address; an answer that tells nothing is an error", async (context) => {
  const asked: string[] = [];
  const said: Readonly<Record<string, readonly [status: number, body: string]>> = {
    a: [200, "<!doctype html>"],
    b: [503, ""],
    c: [410, ""],
    d: [301, ""],
    e: [200, moved],
  };
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ""} ${decodeURI(request.url ?? "")}`);
    const [status, body] = said[request.url?.at(-2) ?? ""] ?? [404, ""];
    response.writeHead(status, { Location: "a/" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const answers = siteAnswers({ address: `http://127.0.0.1:${String(port)}/blog/` });
  assert.equal(await answers("/a/"), true);
  assert.equal(await answers("/글/"), false);
  assert.equal(await answers("/c/"), false);
  assert.equal(await answers("/d/"), false, "moved by the server");
  assert.equal(await answers("/e/"), false, "moved by a page");
  await assert.rejects(answers("/b/"));
  assert.deepEqual(
    asked,
    ["a", "글", "c", "d", "d/a", "e", "b"].map((path) => `GET /blog/${path}/`),
  );
});
