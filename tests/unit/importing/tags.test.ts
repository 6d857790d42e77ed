import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { imported } from "./imported.ts";
import { onePost } from "./one-post.ts";
import { sourceOf } from "./source-of.ts";

async function jekyllPost(body: string): Promise<string> {
  const head = "---\ntitle: 글\ndate: 2020-06-01\n---\n";
  const { root, remove } = sourceOf({ "_config.yml": "title: 글방\n", "_posts/2020-06-01-a.md": head + body });
  const ours = await imported(root);
  const written = readFileSync(path.join(ours.root, ours.report.pages[0]?.target ?? ""), "utf8");
  ours.remove();
  remove();
  return written.replace(/^---\n[\s\S]*?\n---\n\n?/u, "");
}

test("code of several lines behind words of its line stands below them, each word once", async () => {
  const body = "앞말 {% highlight js %}\nlet 가 = 1;\n가;\n{% endhighlight %} 뒷말\n";
  assert.equal(await jekyllPost(body), "앞말\n\n```js\nlet 가 = 1;\n가;\n```\n\n 뒷말\n");
  const { markdown } = await onePost("앞말 {{< mermaid >}}\ngraph TD\n가-->나\n{{< /mermaid >}}\n");
  assert.equal(markdown, "앞말\n\n```mermaid\ngraph TD\n가-->나\n```\n");
});

test("Liquid's code in a list keeps no indent of the list", async () => {
  const body = "- 항목\n\n  {% highlight js %}\n  let 가 = 1;\n    가;\n  {% endhighlight %}\n";
  assert.equal(await jekyllPost(body), "- 항목\n\n  ```js\n  let 가 = 1;\n    가;\n  ```\n");
});

test("a tag of Liquid inside one of its own name closes the inner one", async () => {
  const body = "{% note %}\n바깥\n\n{% note %}\n안쪽\n{% endnote %}\n{% endnote %}\n\n글\n";
  assert.equal(await jekyllPost(body), "> [!NOTE]\n> 바깥\n>\n> > [!NOTE]\n> > 안쪽\n\n글\n");
});

test("what Hugo's comment keeps from readers stays kept from them", async () => {
  const body =
    "앞 {{< comment >}}속말{{< /comment >}} 뒤\n\n{{% comment %}}\n속말\n\n둘 {{< ref 글 >}}\n{{% /comment %}}\n\n끝\n";
  const { markdown, html, warnings } = await onePost(body);
  assert.match(markdown, /속말[\s\S]*속말/u);
  assert.doesNotMatch(html, /속말|comment/u);
  assert.deepEqual(warnings, []);
});

test("an argument of Hugo's may have a name in Hangul", async () => {
  const { markdown, warnings } = await onePost('한국어로 쓴 글.\n\n{{< 쪽지 받는이="김" >}}\n');
  const expected = "한국어로 쓴 글.\n\n> 숏코드 `쪽지`: 받는이=김";
  assert.deepEqual([markdown.trim(), warnings], [expected, ["7 shortcode-unknown"]]);
});

test("a button to a page of another site that ends like a post of ours leads there", async () => {
  const own = { "content/post/내-일.md": "---\ntitle: 내 일\ndate: 2020-06-02\n---\n글\n" };
  const { markdown } = await onePost(
    '{{< button href="https://github.com/kim/내-일" >}}저장소{{< /button >}}\n\n{{< button href="내-일.md" >}}글{{< /button >}}\n',
    own,
  );
  assert.equal(markdown, "[저장소](https://github.com/kim/내-일)\n\n[글](/post/내-일/)\n");
});

test("a highlight that names no language marks words; one that does is code", async () => {
  const { markdown } = await onePost(
    '글 {{< highlight color="red" >}}강조{{< /highlight >}} 뒤 {{< highlight js "hl_inline=true" >}}a{{< /highlight >}}\n\n{{< typeit code=java >}}\nclass A {}\n{{< /typeit >}}\n',
  );
  assert.equal(markdown, "글 ==강조== 뒤 `a`\n\n```java\nclass A {}\n```\n");
});
