import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { articleHtml } from "#tools/import/wordpress/article.ts";
import { blog } from "./odd-blog.ts";

const hidden: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  "by a style": ['<p>앞</p><div style="color:red; display: none">감춘\n말</div>', "앞\n\n<!-- 감춘 말 -->"],
  "by its attribute": ["<p>앞 <span hidden>감춘 말</span> 뒤</p>", "앞 <!-- 감춘 말 --> 뒤"],
  "with the end of a comment in it": ["<p>앞</p><p hidden>감춘 --&gt; 말</p>", "앞\n\n<!-- 감춘 --&gt; 말 -->"],
  "several paragraphs": ["<div hidden><p>가</p><p>나</p></div>", "<!-- 가\n\n나 -->"],
  "nothing at all": ["<p>앞</p><div hidden></div>", "앞"],
  "until a button shows it": [
    `<a onclick="document.getElementById('m1').style.display='block'">더 보기</a><div id="m1" style="display:none">접은 말</div>`,
    "더 보기\n\n접은 말",
  ],
  "as Tistory's old folds are": ['<div class="moreless_content" style="display:none">접은 말</div>', "접은 말"],
};

for (const [name, [html, markdown]] of Object.entries(hidden))
  test(`what a page hid: ${name}`, () => assert.equal(htmlToMarkdown(html), markdown));

const block = (name: string, shown: boolean, inside: string) =>
  `<!-- wp:${name} ${shown ? "" : '{"metadata":{"blockVisibility":false}} '}-->${inside}<!-- /wp:${name} -->`;

test("blocks that WordPress hides from readers are comments, with all blocks in them, and told", async (context) => {
  const group = block("group", false, `<div>${block("group", true, "<div><p>깊은 말</p></div>")}<p>감춘 말</p></div>`);
  const alone = '<!-- wp:acme/box {"words":"상자의 말","metadata":{"blockVisibility":false}} /-->';
  const article = `${block("paragraph", true, "<p>앞</p>")}${group}${alone}${block("paragraph", true, "<p>뒤</p>")}`;
  const seen = htmlToMarkdown(articleHtml(article)).replace(/<!--[\s\S]*?-->/gu, "");
  assert.equal(seen.replace(/\s+/gu, " "), "앞 뒤");
  assert.match(htmlToMarkdown(articleHtml(article)), /깊은 말[\s\S]*감춘 말[\s\S]*상자의 말/u);
  const item = `<item><title>글</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${article}]]></content:encoded></item>`;
  const ours = await blog(context, {
    "a.xml": `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><link>https://w.test</link>${item}</channel></rss>`,
  });
  const [page] = ours.report.pages;
  assert.equal(page?.isDraft, false);
  assert.ok(page?.warnings.some(({ code }) => code === "words-unseen"));
});
