import assert from "node:assert/strict";
import { test } from "node:test";
import { onePost } from "./one-post.ts";

const table = "| 가 | 나 |\n|---|---|\n| 1 | 2 |";
const notice = (inner: string) => `{{% notice tip "제목" %}}\n${inner}\n{{% /notice %}}\n`;
const quoted = (text: string) => text.replace(/^/gmu, "> ");

/** A body, and what its page must hold. */
const cases: Readonly<Record<string, readonly [body: string, html: RegExp]>> = {
  "a table under a list in a quotation": [`> - 하나\n${quoted(table)}\n`, /<blockquote>[\s\S]*<\/ul>[\s\S]*<table/u],
  "a table under a list in a callout": [notice(`- 하나\n${table}`), /<\/ul>[\s\S]*<table/u],
  "a list that begins with 2 in a callout": [notice("2) 둘\n3) 셋"), /<ol start="2">\s*<li>\s*(?:<p>)?둘/u],
  "a rule in a callout": [notice("---\n뒤"), /제목[\s\S]*<hr>\s*<p>뒤/u],
  "a table in a callout": [notice(table), /제목[\s\S]*<table/u],
  "meanings in a callout": [notice("말\n: 뜻"), /제목[\s\S]*<dt>말<\/dt>/u],
  "a heading underlined in a callout": [notice("말\n==="), /제목[\s\S]*<h2[^>]*>말/u],
  "a tag in a callout": [notice("<kbd>\n글</kbd>"), /제목[\s\S]*<kbd>\s*글/u],
  "code behind a tab in a callout": [notice("\t코드\n\n```\n\ta\n```"), /<pre[^>]*><code>코드[\s\S]*<code>\ta/u],
  "code behind a tab in a tab": ['{{< tab "이름" >}}\n\t코드\n{{< /tab >}}\n', /<pre[^>]*><code>코드/u],
  "an indent of tabs that lines share with their tag": [
    "- 하나\n\n\t{{< tab >}}\n\t둘\n\t{{< /tab >}}\n",
    /<p>하나<\/p>\s*<p>둘<\/p>\s*<\/li>/u,
  ],
  "a caption in a line": ['앞 {{< figure src="https://a.kr/a.png" caption="설명" >}} 뒤\n', /앞 <img[^>]*> 설명 뒤/u],
  "a credit that its caption names too": [
    '{{< figure src="https://a.kr/a.png" caption="길동과 산" attr="길동" attrlink="https://b.kr" >}}\n',
    /<p>길동과 산 — <a href="https:\/\/b\.kr">길동<\/a><\/p>/u,
  ],
  "a drawing above Markdown": [
    "<svg>\n<text>가</text>\n</svg>\n<b>나</b>\n\n**다**\n",
    /<p>가<\/p>\s*<b>나<\/b>[\s\S]*<strong>다/u,
  ],
};

for (const [name, [body, html]] of Object.entries(cases))
  test(`blocks keep apart: ${name}`, async () => {
    const post = await onePost(body);
    assert.match(post.html, html, post.markdown);
  });
