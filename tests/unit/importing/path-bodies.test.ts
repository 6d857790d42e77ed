import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, bodyOf } from "./odd-blog.ts";

const head = "---\ntitle: 글\ndate: 2024-01-02\n---\n";

test("VitePress and VuePress: files that a post shows, components by their names, and what no page shows by itself is told", async (context) => {
  const ours = await blog(context, {
    "docs/.vitepress/config.ts": "export default {}\n",
    "docs/snippets/a.js": "// #region 반\nexport const 가 = 1\n// #endregion 반\nexport const 나 = 2\n",
    "docs/tags.md": "# 태그\n",
    "docs/글/_조각.md": "---\ntitle: 조각\n---\n첫 줄\n\n둘째 **줄**\n\n셋째 줄\n",
    "docs/글/글.md": `${head}<<< @/snippets/a.js#반{1 js:line-numbers} [반쪽]

- 목록

  <<< ../snippets/a.js{2}

@[code{1-2} ts](../snippets/a.js)

<!--@include: ./_조각.md-->

<!-- @include: ./_조각.md{6,} -->

<<< ./없다.js

<YouTube id="abc123" /> 새 글 <Badge type="tip" text="새것" /> 값 {{ n }} \`{{ 코드 }}\`

<TagLinks /> \`<TagLinks />\` <Mine /> 끝

\`\`\`md
<<< @/snippets/a.js
\`\`\`
`,
  });
  const { html } = ours.body(ours.entryOf("docs/글/글.md") ?? assert.fail());
  assert.equal(
    bodyOf(ours.written("docs/글/글.md")),
    `\`\`\`js title="반쪽" {1}
export const 가 = 1
\`\`\`

- 목록

  \`\`\`js {2}
  // #region 반
  export const 가 = 1
  // #endregion 반
  export const 나 = 2
  \`\`\`

\`\`\`ts
// #region 반
export const 가 = 1
\`\`\`

첫 줄

둘째 **줄**

셋째 줄

둘째 **줄**

셋째 줄

<<< ./없다.js

[YouTube: youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123) 새 글 새것 값 \`{{ n }}\` \`{{ 코드 }}\`

 \`<TagLinks />\`  끝

\`\`\`md
<<< @/snippets/a.js
\`\`\`
`,
  );
  assert.match(html, /<code>\{\{ n \}\}<\/code>/u);
  // A list of ours answers at `/tags/`.
  assert.deepEqual(ours.report.lost, []);
  assert.deepEqual(
    ours.page("docs/글/글.md")?.warnings.map(({ line, code }) => `${String(line)} ${code}`),
    ["17 link-unknown", "19 embed-linked", "19 liquid-shown", "21 mdx-dropped", "21 mdx-dropped"],
  );
});

test("Zola: shortcodes become what Hugo's of their names do; unknown ones are told", async (context) => {
  const ours = await blog(context, {
    "config.toml": 'base_url = "https://z.test"\n',
    "content/글.md": `+++
title = "글"
date = 2024-01-02
+++
앞 {{ youtube(id="abc123", autoplay=true) }} 뒤

{% quote(author='빈센트', work="편지") %}
**별**이 빛나는 밤
{% end %}

{{ mine(말="봄, 여름") }}

{{/* youtube(id="x") */}} \`{{ youtube(id="코드") }}\`
`,
  });
  assert.equal(
    bodyOf(ours.written("content/글.md")),
    `앞 [YouTube: youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123) 뒤

> **별**이 빛나는 밤
>
> — 빈센트, 편지

> 숏코드 \`mine\`: 말=봄, 여름

\`{{ youtube(id="x") }}\` \`{{ youtube(id="코드") }}\`
`,
  );
  assert.deepEqual(
    ours.page("content/글.md")?.warnings.map(({ line, code }) => `${String(line)} ${code}`),
    ["5 embed-linked", "11 shortcode-unknown"],
  );
});
