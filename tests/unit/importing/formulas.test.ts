import assert from "node:assert/strict";
import { test } from "node:test";
import { onePost } from "./one-post.ts";

const passed = {
  "hugo.toml": 'baseURL = "https://blog.test/"\n[markup.goldmark.extensions.passthrough]\nenable = true\n',
};

test("formulas between brackets with backslashes are formulas of ours; in code they stay", async () => {
  const { markdown, html } = await onePost(
    "\\\\(a_i\\\\)는 `\\\\(x\\\\)`\n\n\\\\[\n\\left[ b \\right]\n\\\\]\n\n값 \\(c\\)\n",
  );
  assert.equal(markdown.trim(), "$a_i$는 `\\\\(x\\\\)`\n\n$$\n\\left[ b \\right]\n$$\n\n값 \\(c\\)");
  assert.equal(html.match(/<math\b/gu)?.length, 2);
});

test("a single backslash makes a formula where Hugo's settings pass it through", async () => {
  const { markdown, html } = await onePost("값 \\(c\\)와 \\[d\\]\n", passed);
  assert.equal(markdown.trim(), "값 $c$와 $$d$$");
  assert.equal(html.match(/<math\b/gu)?.length, 2);
});

test("a card that only leads somewhere is a link; what switches formulas on shows nothing", async () => {
  const body =
    '{{< katex >}}\n\n{{< cards >}}\n{{< card link="https://a.example/" title="문서" subtitle="읽을거리" >}}\n{{< /cards >}}\n';
  const { markdown, warnings } = await onePost(body);
  assert.deepEqual([markdown.trim(), warnings], ["[문서](https://a.example/) — 읽을거리", []]);
});

test("GitHub's formulas between a sign and a backtick are formulas; a price beside code is none", async () => {
  const { markdown, html } = await onePost("속도는 $`O(1)`$이다. `a`$ 5\n\n```\n$`x`$\n```\n");
  assert.equal(markdown.trim(), "속도는 $O(1)$이다. `a`$ 5\n\n```\n$`x`$\n```");
  assert.equal(html.match(/<math\b/gu)?.length, 1);
});

test("words in Blowfish's keywords keep their marks", async () => {
  const { html } = await onePost('{{< keyword icon="code" >}} **굵은** 낱말 {{< /keyword >}}\n');
  assert.match(html, /<p><strong>굵은<\/strong> 낱말<\/p>/u);
});
