import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

test("a garden of Quartz brings what Quartz published, at its addresses", async (context) => {
  const { root, remove } = sourceOf({
    "quartz.config.ts":
      'const config = { configuration: { pageTitle: "뜰", baseUrl: "https://me.github.io/garden", ignorePatterns: ["private", "**/틀", ".obsidian", "*.bak.md"] } };\n',
    "package.json": '{"name":"@jackyzha0/quartz","dependencies":{"preact":"10"}}',
    "README.md": "# Quartz\n",
    "docs/index.md": "---\ntitle: Welcome to Quartz\n---\n남의 글\n",
    "quartz/static/icon.svg": "<svg/>",
    ".github/ISSUE_TEMPLATE/bug.md": "---\ntitle: bug\n---\n",
    "content/.obsidian/workspace.json": "{}",
    "content/index.md": "---\ntitle: 어서 오세요\n---\n[[1장- 로봇 기초]]\n",
    "content/로봇/1장- 로봇 기초.md": "[집](https://me.github.io/garden/로봇/Q-and-A)\n",
    "content/로봇/Q&A.md": "---\ntitle: 묻고 답하기\n---\n글\n",
    "content/로봇/index.md": "---\ntitle: 로봇\n---\n글\n",
    "content/로봇/틀/새 노트.md": "---\ntitle: '{{title}}'\n---\n",
    "content/private/일기.md": "혼자 보는 글\n",
    "content/private/사진.svg": "<svg/>",
    "content/옛글.bak.md": "옛 글\n",
  });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  const { report } = ours;
  assert.deepEqual(report.pages.map(({ source, path }) => [source.slice("content/".length), path]).sort(), [
    ["index.md", "/posts/index/"],
    ["로봇/1장- 로봇 기초.md", "/로봇/1장--로봇-기초/"],
    ["로봇/Q&A.md", "/로봇/Q-and-A/"],
    ["로봇/index.md", "/로봇/"],
  ]);
  assert.deepEqual(
    [report.site.kind, report.site.title, report.site.baseUrl],
    ["obsidian", "뜰", "https://me.github.io/garden/"],
  );
  const first = ours.entryOf("content/로봇/1장- 로봇 기초.md") ?? assert.fail();
  assert.match(ours.body(first).html, /href="[^"]*Q-and-A\/"/u);
});
