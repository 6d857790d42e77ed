import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutShortcodes } from "#tools/import/body/hugo-tags.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { onePost } from "./one-post.ts";

const files = {
  "hugo.toml": 'baseURL = "https://blog.test/"\n[params]\nversion = "1.2"\n',
  "content/post/나.md": "---\ntitle: 나\ndate: 2020-06-02\nurl: /b/나/\n---\n글\n",
};

/** A body, the code that its page must show, and the warnings of the import. */
const cases: Readonly<Record<string, readonly [body: string, code: string, warnings: readonly string[]]>> = {
  "what Hugo writes as text": [
    '```sh\ncurl x-{{< param version >}}.tar {{% param "version" %}}\ncat {{< relref "나.md" >}}\n```\n',
    "curl x-1.2.tar 1.2\ncat /b/나/",
    [],
  ],
  "what Hugo would draw stays, and is named": [
    "```md\n{{< note 값 >}}안쪽{{< /note >}}\n\n{{< youtube abcdefghijk >}}\n```\n",
    "{{< note 값 >}}안쪽{{< /note >}}\n\n{{< youtube abcdefghijk >}}",
    ["6 shortcode-in-code", "8 shortcode-in-code"],
  ],
  "an escaped one loses its escape": ["```md\n{{</* note */>}}\n```\n", "{{< note >}}", []],
  "a setting that nobody wrote stays": [
    "```\n{{< param none >}}\n```\n",
    "{{< param none >}}",
    ["6 shortcode-in-code"],
  ],
  "inside highlight": [
    "{{< highlight sh >}}\nv{{< param version >}} {{< note >}}\n{{< /highlight >}}\n",
    "v1.2 {{< note >}}",
    ["6 shortcode-in-code"],
  ],
  "templates that are no shortcodes": ["```\n{{ .Title }} {{<- x >}}\n```\n", "{{ .Title }} {{<- x >}}", []],
};

for (const [name, [body, code, warnings]] of Object.entries(cases))
  test(`shortcodes in code: ${name}`, async () => {
    const post = await onePost(body, files);
    assert.deepEqual([post.facts.code, post.warnings], [[code], warnings]);
  });

test("a shortcode in code inside a line", async () => {
  const post = await onePost("받기: `x-{{< param version >}}`와 `{{< note >}}`\n", files);
  assert.match(post.html, /<code>x-1\.2<\/code>와 <code>\{\{&#x3C; note|<code>x-1\.2<\/code>와 <code>\{\{&lt; note/u);
  assert.deepEqual(post.warnings, ["5 shortcode-in-code"]);
});

test("a span of three backticks that begins a line is no fence", async () => {
  const post = await onePost("``` a`b {{< note >}} ``` 뒤\n\n``` a`b {.x} ``` 뒤\n", files);
  assert.match(post.markdown, /^``` a`b \{\{< note >\}\} ``` 뒤$/mu);
  assert.deepEqual(post.warnings, ["5 shortcode-in-code"]);
});

test("a tag that nothing ends is text and takes no other with it", async () => {
  const post = await onePost("앞 {{< note 말\n\n{{< param version >}} 뒤 {{< youtube dQw4w9WgXcQ >}}\n", files);
  assert.match(post.markdown, /^앞 \{\{< note 말\n\n1\.2 뒤 \[YouTube/mu);
  assert.deepEqual(post.warnings, ["7 embed-linked"]);
});

test("a line of any number of shortcodes is read in one pass", () => {
  const context = { warn: () => undefined, over: () => context, page: { korean: true } } as unknown as PageContext;
  for (const part of ["{{< 가 >}}{{< 나 >}}{{< /가 >}}", "{{< 가 >}} ", "`{{</* 가 */>}}` "]) {
    const read = withoutShortcodes(part.repeat(60_000), context);
    assert.ok(read.length >= 60_000, part);
  }
});
