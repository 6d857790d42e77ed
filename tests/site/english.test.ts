import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({
  address: "https://seogo.example/", title: "Notes", description: "Slow writing.", language: "en", mark: "N", author: { name: "Ann" },
});
`;
const everything = `---
title: One
date: 2026-01-02
updated: 2026-02-03
tags: [web, "2026", "🎉"]
categories: [notes]
series: Start
---

A note.[^1]

> [!NOTE]
> Hm.

- [ ] do

| a | b |
|---|---|
| 1 | 2 |

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

[^1]: Below.
`;

test("an English site of English posts says no word in Korean", () => {
  const folder = layOut({ name: "english-only", posts: {}, settings });
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  writeFileSync(join(folder, "src/content/posts/one.md"), everything);
  writeFileSync(
    join(folder, "src/content/posts/two.md"),
    "---\ntitle: Two\ndate: 2026-01-03\nupdated: 2026-01-03\nseries: Start\n---\n\nText.\n",
  );
  build(folder);
  const dist = join(folder, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  const texts = files.filter((path) => /\.(?:html|xml|txt|json|md|css)$/u.test(path));
  assert.ok(texts.length > 20);
  for (const path of texts) assert.doesNotMatch(readFileSync(join(dist, path), "utf8"), /\p{Script=Hangul}/u, path);
  // An edit on the day of its post is none to its readers.
  const told = ["one", "two"].map((name) => readFileSync(join(dist, `posts/${name}/index.html`), "utf8"));
  assert.deepEqual(
    told.map((page) => page.includes("dt-updated")),
    [true, false],
  );
  assert.match(readFileSync(join(dist, "tags/index.html"), "utf8"), />\s*Other\s*</u);
});
