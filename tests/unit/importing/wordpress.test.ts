import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const item = (id: number, type: string, more: string) =>
  `<item><wp:post_id>${String(id)}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status>${more}</item>`;
const content = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`;

test("WordPress: blocks that posts share, galleries by number, players", async (context) => {
  const picture = (id: number) =>
    item(
      id,
      "attachment",
      `<wp:attachment_url>https://w.test/wp-content/uploads/${String(id)}.jpg</wp:attachment_url>`,
    );
  const items = [
    item(
      1,
      "post",
      `<title>블록</title>${content('<!-- wp:block {"ref":7} /-->\n<!-- wp:paragraph --><p>끝</p><!-- /wp:paragraph -->')}`,
    ),
    item(
      2,
      "post",
      `<title>옛 글</title>${content('처음\n\n[gallery columns="2" ids="5, 6"]\n\n[audio src="https://a.test/a.mp3"][/audio]\n\n[video width="640" mp4="https://a.test/v.mp4"][/video]\n\n[gallery ids="99"]')}`,
    ),
    item(
      7,
      "wp_block",
      content('<!-- wp:paragraph --><p>나눠 쓰는 말</p><!-- /wp:paragraph --><!-- wp:block {"ref":7} /-->'),
    ),
    picture(5),
    picture(6),
  ];
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  assert.match(ours.written("posts/1-블록.html"), /---\n\n나눠 쓰는 말\n\n끝\n$/u);
  const old = ours.written("posts/2-옛-글.html");
  assert.match(old, /!\[\]\(\S+5\.jpg\)\n\n!\[\]\(\S+6\.jpg\)/u);
  assert.match(old, /\]\(https:\/\/a\.test\/a\.mp3\)\n\n\[[^\]]+\]\(https:\/\/a\.test\/v\.mp4\)/u);
  assert.match(old, /> 숏코드 `gallery`: ids=99\n$/u);
});

test("WordPress: links by number, shortcodes and types of plugins", async (context) => {
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const link = "<link>https://w.test/2020/첫/</link><title>첫</title>";
  const items = [
    item(1, "post", link + content('<a href="https://w.test/?p=1">나</a> [표 id="1"] [form id="2" to="a@b.kr"] 끝')),
    item(2, "portfolio", `<title>작품</title>${content("남길 말")}`),
    item(3, "nav_menu_item", content("메뉴")),
  ];
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  const text = ours.written("posts/1-첫.html");
  assert.match(text, /\[나\]\(\/2020\/첫\/\) \\\[표 id="1"\\\] \(숏코드 `form`: id=2, to=a@b\.kr\) 끝\n$/u);
  const codes = ours.report.pages.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  assert.deepEqual(codes, ["shortcode-unknown"]);
  assert.deepEqual(ours.report.left, [{ file: "portfolio: 작품", reason: "left-type" }]);
});

test("WordPress: shortcodes of plugins by the table of all systems, footnotes of blocks, lists", async (context) => {
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const classic = [
    '[su_spoiler title="접은 글"]접힌 <b>말</b>[/su_spoiler]',
    '[quote author="어머니"]밥 먹었니[/quote]',
    "[tweet 123456789012] [youtube=https://youtu.be/abc?t=5&amp;x=1]",
    '[contact-form][contact-field label="이름" /][/contact-form]',
    "[toc] [참고] [note] [0] [e-book] [see a_b] [pdf 받기] [recent_posts]",
    "[b]굵게[/b] 뒤[/su_box]",
  ];
  const call = (id: string) => `<sup data-fn="${id}" class="fn"><a href="#${id}">1</a></sup>`;
  const notes = JSON.stringify([
    { id: "b-2", content: "둘째 말" },
    { id: "a-1", content: "<em>첫째</em> 말" },
    { id: "c-3", content: "부르지 않은 말" },
  ]);
  const meta = `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${notes}]]></wp:meta_value></wp:postmeta>`;
  const terms =
    '<category domain="category" nicename="walk"><![CDATA[산책]]></category><category domain="post_tag" nicename="%eb%b4%84"><![CDATA[봄 꽃]]></category>';
  const block = `<!-- wp:paragraph --><p>글${call("a-1")}과 ${call("b-2")} <a href="https://w.test/category/walk/">산책</a></p><!-- /wp:paragraph --><img src="https://i0.wp.com/w.test/wp-content/uploads/x.jpg?resize=300%2C200" alt="">`;
  const items = [
    item(1, "post", `<title>옛 글</title>${content(classic.join("\n\n"))}`),
    item(2, "post", `<title>새 글</title>${content(block)}${meta}${terms}`),
  ];
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  const old = ours.written("posts/1-옛-글.html");
  assert.match(
    old,
    /<details>\n<summary>접은 글<\/summary>\n\n접힌 \*\*말\*\*\n\n<\/details>\n\n> 밥 먹었니\n>\n> — 어머니\n/u,
  );
  assert.match(old, /\[X: [^\]]+\]\(https:\/\/twitter\.com\/i\/status\/123456789012\)/u);
  assert.match(old, /\]\(https:\/\/youtu\.be\/abc\?t=5&x=1\)/u);
  assert.match(old, /`contact-field`: label=이름/u);
  assert.match(
    old,
    /\n *\\\[참고\\\] \\\[note\\\] \\\[0\\\] \\\[e-book\\\] \\\[see a\\_b\\\] \\\[pdf 받기\\\] \(숏코드 `recent_posts`\)\n\n\*\*굵게\*\* 뒤\n$/u,
  );
  const text = ours.written("posts/2-새-글.html");
  assert.match(text, /글\[\^1\]과 \[\^2\] \[산책\]\(\/categories\/산책\/\)\n/u);
  assert.match(text, /\n\[\^1\]: \*첫째\* 말\n\n\[\^2\]: 둘째 말\n\n\[\^3\]: 부르지 않은 말\n$/u);
  assert.match(text, /!\[\]\(https:\/\/w\.test\/wp-content\/uploads\/x\.jpg\)/u);
  const moves = readFileSync(path.join(ours.root, "src/content/moves.txt"), "utf8");
  assert.match(moves, /^\/category\/walk\/ \/categories\/산책\/$/mu);
  assert.match(moves, /^\/tag\/봄\/ \/tags\/봄-꽃\/$/mu);
  assert.match(moves, /^\/category\/walk\/feed\/ \/categories\/산책\/rss\.xml$/mu);
});
