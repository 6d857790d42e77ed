import assert from "node:assert/strict";
import { test } from "node:test";
import { orphans } from "#tools/prove/promised.ts";
import { entryAt, siteOf } from "./guards-site.ts";

const page = (body: string) =>
  `<!doctype html><html lang="ko"><head><title>가</title></head><body>${body}</body></html>`;
const uses = entryAt("/uses/", { kind: "page" });
const about = entryAt("/소개/", { kind: "page" });
const hidden = entryAt("/숨김/", { kind: "page", noindex: true });
const own = { "uses/index.html": page('<a href="/uses/">여기</a>'), "소개/index.html": page("") };
const found = (files: Readonly<Record<string, string>>, redirects: { from: string; to: string }[] = []) =>
  orphans(siteOf({ ...own, ...files }, { entries: [uses, about, hidden, entryAt("/posts/가/")], redirects })).map(
    ({ code, page: at, file }) => [code, at, file],
  );

test("a standing page that only itself or a moved address leads to is told, unless it hides from engines", () => {
  const both = [
    ["page-orphan", "/uses/", uses.file],
    ["page-orphan", "/소개/", about.file],
  ];
  assert.deepEqual(found({}), both);
  const old = { "old/index.html": page('<a href="/uses/">새 주소</a>') };
  assert.deepEqual(found(old, [{ from: "/old/", to: "/uses/" }]), both);
  assert.deepEqual(found({ "index.html": page('<a href="/uses/#a">가</a><a href="/%EC%86%8C%EA%B0%9C/">나</a>') }), []);
});
