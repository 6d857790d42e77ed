import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { withoutKramdown } from "#tools/import/jekyll/kramdown.ts";
import { factsOfHtml, type HtmlNode } from "./html-facts.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

test("tables that only kramdown knows, and a callout that opens the body, stand on the page", async () => {
  const { root, remove } = sourceOf({
    "_config.yml": "title: 표\n",
    "_posts/2020-01-02-a.md":
      "---\ntitle: 표\n---\n> 먼저 읽을 말\n{: .prompt-info }\n\n|---|---|\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n|:---|---|\n| 다 | 라 |\n| 3 | 4 |\n\n| 마 | 바 |\n",
  });
  const ours = await imported(root);
  try {
    const [entry] = ours.entries;
    assert.ok(entry);
    const { html } = ours.body(entry);
    const facts = factsOfHtml(parseFragment(html) as unknown as HtmlNode);
    assert.equal(facts.tables, 3);
    assert.ok(html.includes("callout-note"));
    assert.ok(!/\{:|\|-/u.test(facts.prose));
  } finally {
    ours.remove();
    remove();
  }
});

test("classes of themes make callouts, classes of pictures none", () => {
  const kinds = {
    TIP: "prompt-tip notice--success notice--primary tip success",
    WARNING: "prompt-warning notice--warning warning",
    CAUTION: "prompt-danger notice--danger danger error",
    IMPORTANT: "important",
    NOTE: "prompt-info notice--info notice info note callout",
  };
  for (const [kind, classes] of Object.entries(kinds))
    for (const name of classes.split(" "))
      assert.equal(withoutKramdown(`말\n{: .${name} }\n`), `> [!${kind}]\n> 말\n`, name);
  for (const name of ["dark", "notebook", "shadow .w-50"])
    assert.equal(withoutKramdown(`말\n{: .${name} }\n`), `말\n{: .${name} }\n`);
});

test("a callout holds its own paragraph alone, whatever stands at once before and after it", () => {
  const bodies = {
    "가\n{: .tip}\n나\n{: .warning}\n다\n": "> [!TIP]\n> 가\n\n> [!WARNING]\n> 나\n\n다\n",
    "앞\n \n> 가\n>\n> 나\n{: .prompt-tip }\n뒤\n": "앞\n \n> [!TIP]\n> 가\n>\n> 나\n\n뒤\n",
    "앞\n\n{: .prompt-tip }\n> 가\n": "앞\n\n> [!TIP]\n> 가\n",
    "{: .note }\n가\n나\n\n다\n": "> [!NOTE]\n> 가\n> 나\n\n다\n",
    "앞\n\n{: .tip }\n\n뒤\n": "앞\n\n{: .tip }\n\n뒤\n",
    "```\n가\n\n나\n```\n{: .notice}\n": "> [!NOTE]\n> ```\n> 가\n>\n> 나\n> ```\n",
  };
  for (const [body, ours] of Object.entries(bodies)) assert.equal(withoutKramdown(body), ours);
});

test("boxes that themes make of HTML are callouts, others stay", () => {
  const bodies = {
    '<div class="notice--info">\n<h3>가</h3>\n나\n</div>\n\n다\n': "> [!NOTE]\n>\n> <h3>가</h3>\n> 나\n\n다\n",
    '<div class="alert alert-danger" role="alert">**가**</div>\n': "> [!CAUTION]\n>\n> **가**\n",
    '<div class="box">가</div>\n': '<div class="box">가</div>\n',
    '```html\n<div class="notice">가</div>\n```\n': '```html\n<div class="notice">가</div>\n```\n',
  };
  for (const [body, ours] of Object.entries(bodies)) assert.equal(withoutKramdown(body), ours);
});
