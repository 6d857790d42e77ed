import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { askedLinks, externalLinks, type LinkAnswer } from "#tools/prove/external-links.ts";
import { siteOf } from "./guards-site.ts";

const page =
  '<a href="https://a.example/x#1"><a href="//b.example/"><a href="https://a.example/x"><a href="/안/"><a href="https://seogo.example/안/"><a href="mailto:a@b.kr"><img src="https://c.example/p.png"><a href="http://192.168.0.1/off" rel="nofollow ugc">';

test("outside links and pictures are gathered once each, without fragments, strangers' never", () => {
  const both = new Set(["index.html", "b/index.html"]);
  assert.deepEqual(
    [...externalLinks(siteOf({ "index.html": page, "b/index.html": page }))],
    [
      ["https://a.example/x", both],
      ["https://b.example/", both],
      ["https://c.example/p.png", both],
    ],
  );
});

test("each address is asked once a week, one host at a time; refusal is not death", async () => {
  const statuses: Record<string, number> = {
    "HEAD https://a.example/1": 200,
    "HEAD https://a.example/2": 404,
    "HEAD https://a.example/3": 405,
    "GET https://a.example/3": 200,
    "HEAD https://a.example/4": 400,
    "GET https://a.example/4": 404,
    "HEAD https://b.example/": 403,
    "GET https://b.example/": 403,
  };
  const asked: string[] = [];
  let pauses = 0;
  const urls = [
    "https://a.example/1",
    "https://a.example/2",
    "https://a.example/3",
    "https://a.example/4",
    "https://b.example/",
    "https://c.example/",
    "https://old.example/",
    "https://gone.example/",
  ];
  const now = 30 * 24 * 60 * 60 * 1000;
  const known = new Map<string, LinkAnswer>([
    ["https://c.example/", { ok: true, answer: "200", askedAt: now - 1000 }],
    ["https://old.example/", { ok: true, answer: "200", askedAt: 0 }],
  ]);
  const answers = await askedLinks(urls, {
    now,
    known,
    pause: async () => {
      pauses += 1;
    },
    status: async (url, method) => {
      asked.push(`${method} ${url}`);
      const status = statuses[`${method} ${url}`];
      if (status === undefined) throw new Error("fetch failed", { cause: new Error("ENOTFOUND") });
      return status;
    },
  });
  const dead = urls.filter((url) => answers.get(url)?.ok === false);
  assert.deepEqual(dead, [
    "https://a.example/2",
    "https://a.example/4",
    "https://old.example/",
    "https://gone.example/",
  ]);
  assert.equal(answers.get("https://gone.example/")?.answer, "ENOTFOUND");
  assert.equal(asked.includes("HEAD https://c.example/"), false);
  assert.equal(pauses, 3);
});

test("the answers are kept also where no build has kept anything", (context) => {
  const root = mkdtempSync(join(tmpdir(), "seogo-links-"));
  context.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "dist"));
  writeFileSync(join(root, "dist/index.html"), "<p>");
  const env = { ...process.env, SEOGO_ROOT: root, SOURCE_DATE_EPOCH: "1795564800" };
  const { status, stderr } = spawnSync(process.execPath, ["commands/check-links.ts"], { env, encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(readFileSync(join(root, ".seogo/links.json"), "utf8"), "[]");
});
