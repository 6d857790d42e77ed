import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";
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

/** What stands in shortcodes of formulas, and what the page shows of it: our Markdown, and how many formulas. */
const shortcodes: Readonly<Record<string, readonly [body: string, markdown: string, count: number]>> = {
  "in a line": ["값은 {{< katex >}}x_1{{< /katex >}}이고 5$이다.\n", "값은 $$x_1$$이고 5$이다.", 1],
  "in a line, with its own signs": ["값은 {{< math >}}$x_1$ {{< /math >}}이다.\n", "값은 $$x_1$$이다.", 1],
  "on lines of its own": ["{{< katex >}}\nx_1\n{{< /katex >}}\n", "$$\nx_1\n$$", 1],
  "with words of a formula's own": [
    "{{< katex >}}\nx \\text{ if $y$}\n{{< /katex >}}\n",
    "$$\nx \\text{ if $y$}\n$$",
    1,
  ],
  "several among words": ["{{< math >}}\n값 $a$와\n\n$$b$$\n{{< /math >}}\n", "값 $$a$$와\n\n$$b$$", 2],
};

for (const [name, [body, expected, count]] of Object.entries(shortcodes))
  test(`formulas of shortcodes are formulas where nothing else says that the page has some: ${name}`, async () => {
    const { markdown, html } = await onePost(body);
    assert.equal(markdown.trim(), expected);
    assert.equal(html.match(/<math\b/gu)?.length, count);
  });

const script = "<script>MathJax = { tex: { inlineMath: [['$', '$']] } };</script>\n";
const programs: Readonly<Record<string, readonly [files: Record<string, string>, count: number]>> = {
  "a plugin of remark": [{ "package.json": '{"dependencies":{"gatsby":"5","gatsby-remark-katex":"7"}}' }, 1],
  "a plugin that has nothing to do with it": [{ "package.json": '{"dependencies":{"gatsby":"5","mathjs":"7"}}' }, 0],
  "a script of all pages": [{ "_config.yml": "title: 가\n", "_includes/head.html": script }, 1],
  "a script of pages that ask": [
    { "_config.yml": "", "_layouts/post.html": `{% if page.use_math %}\n${script}{% endif %}\n` },
    0,
  ],
};

for (const [name, [files, count]] of Object.entries(programs))
  test(`formulas between single signs are formulas where the old blog showed them so: ${name}`, async (context) => {
    const text = "---\ntitle: 글\ndate: 2020-06-01\n---\n넓이는 $x^2$이고 값은 $5와 $10이다.\n";
    const at = "_config.yml" in files ? "_posts/2020-06-01-글.md" : "content/blog/글.md";
    const { entries, body } = await blog(context, { [at]: text, ...files });
    for (const entry of entries) assert.equal((body(entry).html.match(/<math\b/gu) ?? []).length, count);
    assert.equal(entries.length, 1);
  });

test("a post that brings its own script for formulas has formulas", async () => {
  assert.match((await onePost(`${script}\n넓이는 $x^2$이다.\n`)).html, /<math\b/u);
});
