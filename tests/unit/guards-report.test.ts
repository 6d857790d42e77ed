import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "#tools/prove/finding.ts";
import { reportOf } from "#tools/prove/report.ts";
import { guardMessages } from "#text/problems-guards.ts";

const dead: Finding = {
  severity: "warning",
  code: "dead-link",
  values: { address: "/없음/" },
  page: "/posts/가/",
  file: "src/content/posts/가.md",
  line: 6,
};
const lost: Finding = {
  severity: "error",
  code: "address-moved",
  values: { path: "/옛/", to: "/새/" },
  page: "/옛/",
  file: "src/content/posts/새.md",
  line: 2,
  corrected: 'aliases: ["/옛/"]',
};

test("a report names file, line, page, what is wrong and how to mend it; errors stand first", () => {
  assert.equal(
    reportOf([dead, lost], "ko"),
    `✗ src/content/posts/새.md:2  /옛/ — 공개했던 주소 /옛/ 화면이 사라졌습니다. /새/ 글이 그 글로 보입니다 — 그 글의 머리말에 다음 줄을 넣으세요
      aliases: ["/옛/"]
! src/content/posts/가.md:6  /posts/가/ — 이어지는 곳이 없는 링크입니다: /없음/ — 주소를 고치거나 링크를 지우세요`,
  );
  assert.match(reportOf([dead], "en"), /^! .+:6 {2}\/posts\/가\/ — A link that leads nowhere: \/없음\/ — Correct/u);
  assert.equal(reportOf([], "ko"), "");
});

test("the same problem many times is shown twenty times and counted", () => {
  const many = Array.from({ length: 33 }, (_, index) => ({ ...dead, page: `/posts/${index}/` }));
  const lines = reportOf(many, "ko").split("\n");
  assert.equal(lines.length, 21);
  assert.match(lines.at(-1) ?? "", /13건 더/u);
});

test("every message speaks, in both languages, and says no more than it was told", () => {
  const values = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });
  for (const messages of [guardMessages.ko, guardMessages.en]) {
    for (const [code, message] of Object.entries(messages)) {
      const { what, fix } = message(values);
      assert.ok(what.length > 5 && fix.length > 5, code);
      assert.doesNotMatch(`${what}${fix}`, /undefined/u, code);
    }
  }
});
