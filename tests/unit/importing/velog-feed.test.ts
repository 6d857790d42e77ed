import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const picture = "https://velog.velcdn.com/images/a/post/b/image.png";

test("velog: a backup of its feed, HTML in Markdown files, is Markdown again with its line breaks and code", async (context) => {
  const html = [
    '<h2 id="제목">제목</h2>',
    `<p>[실습]\n<img alt="" src="${picture}" />\n다음 줄<br />셋째 $x_1$</p>`,
    '<pre><code class="language-python">def f():\n    return 1\n\n# **주석** &lt;b&gt;\n</code></pre>',
    "<ol>\n<li><p>하나</p>\n</li>\n<li><p>둘</p>\n</li>\n</ol>",
  ];
  const ours = await blog(context, { "velog-posts/[Go] 글.md": `${html.join("\n")}\n` });
  assert.equal(
    ours
      .written("velog-posts/[Go] 글.md")
      .replace(/^---[\s\S]*?\n---\n\n/u, "")
      .replace(/^ +$/gmu, ""),
    `## 제목\n\n\\[실습\\]  \n![](${picture})  \n다음 줄  \n셋째 $x_1$\n\n\`\`\`python\ndef f():\n    return 1\n\n# **주석** <b>\n\`\`\`\n\n1.  하나\n\n2.  둘\n`,
  );
  assert.deepEqual(
    ours.problems.map(({ code }) => code),
    ["date-missing"],
  );
});

test("velog: Markdown with HTML in it stays as it is", async (context) => {
  const body = `<p align="center">가운데</p>\n\n글 *기울임*\n\n<img src="${picture}" width="200">\n`;
  const alone = `<img src="${picture}" width="200">\n`;
  const ours = await blog(context, { "posts/가.md": body, "posts/나.md": alone });
  assert.ok(ours.written("posts/가.md").endsWith(`\n\n${body}`));
  assert.ok(ours.written("posts/나.md").endsWith(`\n\n${alone}`));
});
