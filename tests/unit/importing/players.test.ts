import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";
import { onePost } from "./one-post.ts";

const sound = "RIFF\u0024\0\0\0WAVEfmt ";

test("films and sounds of the blog's own stay players, in HTML, in shortcodes and in pictures' places", async () => {
  const body = [
    '<audio src="/a.wav" controls></audio>',
    '<video controls width="300" autoplay><source src="/v.mp4" type="video/mp4"><p>못 봅니다</p></video>',
    '{{< video src="/v.mp4" title="걷기" >}}',
    '{{< audio src="/a.wav" >}}',
    "![소리](/a.wav)",
    '<video src="https://a.kr/v.mp4"></video>',
  ].join("\n\n");
  const { markdown, warnings, html } = await onePost(body, {
    "static/a.wav": sound,
    "static/v.mp4": "\0\0\0\u0018ftypmp42",
  });
  assert.deepEqual(markdown.trim().split("\n\n"), [
    '<audio controls src="/a.wav"></audio>',
    '<video controls src="/v.mp4" width="300"></video>',
    '![걷기](/v.mp4 "걷기")',
    '<audio controls src="/a.wav"></audio>',
    "![소리](/a.wav)",
    '<a href="https://a.kr/v.mp4">외부 콘텐츠 — a.kr</a>',
  ]);
  assert.deepEqual(warnings, ["15 embed-linked"]);
  assert.equal(html.match(/<(?:video|audio) src="\/pictures\//gu)?.length, 4);
});

test("a script that draws a quotation of X or Instagram goes without a word: the quotation stays", async () => {
  const quote = '<blockquote class="twitter-tweet"><p>말</p><a href="https://x.com/a/status/1">날짜</a></blockquote>';
  const body = `${quote} <script async src="https://platform.x.com/widgets.js"></script>\n\n<script src="//www.instagram.com/embed.js"></script>\n\n<script src="https://a.kr/widgets.js"></script>\n`;
  const { markdown, warnings } = await onePost(body);
  assert.deepEqual([markdown.trim(), warnings], [quote, ["9 script-dropped"]]);
});

test("WordPress' and Tistory's players of files that lie beside the export are players", async (context) => {
  const content = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`;
  const at = "https://w.test/wp-content/uploads";
  const body = `<!-- wp:video --><figure class="wp-block-video"><video controls src="${at}/v.mp4"></video><figcaption>설명</figcaption></figure><!-- /wp:video -->[audio mp3="${at}/a.wav"][/audio]`;
  const ours = await blog(context, {
    "a.xml": `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link><item><title>글</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${content(body)}</item></channel></rss>`,
    "wp-content/uploads/v.mp4": "\0\0\0\u0018ftypmp42",
    "wp-content/uploads/a.wav": sound,
  });
  const text = ours.written("posts/1-글.html");
  assert.match(text, /<figure>\n\n<video controls src="\/wp-content\/uploads\/v\.mp4"><\/video>\n\n<figcaption>/u);
  assert.match(text, /<audio controls src="\/wp-content\/uploads\/a\.wav"><\/audio>/u);
  assert.deepEqual(
    ours.problems.map(({ code }) => code),
    ["date-missing"],
  );
});
