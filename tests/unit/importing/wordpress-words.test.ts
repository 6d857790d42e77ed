import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { blog } from "./odd-blog.ts";

const head =
  '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:dc="d" xmlns:excerpt="e"><channel><title>집</title><link>https://w.test</link>';
const names =
  "<wp:author><wp:author_login>kim</wp:author_login><wp:author_display_name><![CDATA[김봄]]></wp:author_display_name></wp:author>";
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const post = (body: string, more = "") =>
  `<item><title>글</title><link>https://w.test/2020/%ea%b8%80/</link><dc:creator>kim</dc:creator><wp:post_id>1</wp:post_id><wp:post_name>%ea%b8%80</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${body}]]></content:encoded>${more}</item>`;
const part = (id: number, file: string, more = "") =>
  `<item><title>조각</title><wp:post_id>${String(id)}</wp:post_id><wp:post_parent>1</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://w.test/wp-content/uploads/${file}</wp:attachment_url>${more}</item>`;

async function written(context: TestContext, items: string) {
  const ours = await blog(context, { "a.xml": `${head}${names}${items}</channel></rss>` });
  const text = ours.written("posts/1-글.html");
  const [, fields = "", body = ""] = /^---\n([\s\S]*?)---\n\n?([\s\S]*)$/u.exec(text) ?? [];
  const page = ours.page("posts/1-글.html");
  return { fields, body: body.trim(), aliases: page?.aliases, codes: page?.warnings.map(({ code }) => code) ?? [] };
}

test("WordPress: who wrote a post by the name that readers saw, its old names, series, and what plugins keep of it", async (context) => {
  const comment = `<wp:comment><wp:comment_id>1</wp:comment_id><wp:commentmeta><wp:meta_key>submitted</wp:meta_key><wp:meta_value>메일 주소</wp:meta_value></wp:commentmeta></wp:comment>`;
  const kept = [
    meta("_wp_old_slug", "%ec%98%9b"),
    meta("_wp_old_slug", "older"),
    meta("_yoast_wpseo_metadesc", "찾는 말"),
    meta("place", "부산"),
    meta("_place", "field_5f"),
    meta("views", "12"),
    meta("_thumbnail_id", "5"),
  ];
  const terms = '<category domain="series" nicename="s"><![CDATA[봄 연재]]></category>';
  const cover = part(5, "c.jpg", meta("_wp_attachment_image_alt", "꽃"));
  const { fields, aliases } = await written(context, post("말", kept.join("") + terms + comment) + cover);
  assert.deepEqual(aliases, ["/2020/옛/", "/2020/older/"]);
  for (const line of ["author: 김봄", "description: 찾는 말", "series: 봄 연재", "imageAlt: 꽃"])
    assert.ok(fields.includes(`${line}\n`), line);
  assert.match(fields, /customFields:\n {2}place: 부산\n(?! )/u);
  assert.doesNotMatch(fields, /메일|views/u);
});

test("WordPress: the old editor's lines are lines and paragraphs inside quotations, boxes and cells too", async (context) => {
  const body = [
    "첫 줄\n둘째 줄",
    "<blockquote>인용\n둘째\n\n셋째</blockquote>",
    '<div class="box">안\n줄\n\n다음</div>',
    "<ul>\n<li>하나</li>\n<li>둘\n셋</li>\n</ul>\n끝",
    '<p class="x">가\n나</p>\n<h2>제목</h2>\n<table><tr><th>머리</th></tr><tr><td>칸\n줄</td></tr></table>',
    "<pre>a\n\nb</pre>",
  ].join("\n\n");
  const { body: text } = await written(context, post(body));
  assert.equal(
    text.replace(/ +$/gmu, (end) => (end.length > 1 ? "  " : "")),
    "첫 줄  \n둘째 줄\n\n> 인용  \n> 둘째\n>\n> 셋째\n\n안  \n줄\n\n다음\n\n-   하나\n-   둘  \n    셋\n\n끝\n\n가  \n나\n\n## 제목\n\n| 머리  |\n| --- |\n| 칸  <br>줄 |\n\n```\na\n\nb\n```",
  );
});

test("WordPress: what a server draws (fields in blocks, tables by number) is told with its words", async (context) => {
  const block = String.raw`<!-- wp:acf/card {"name":"acf/card","data":{"quote":"\u003cb\u003e남긴\u003c/b\u003e 말","_quote":"field_1"},"mode":"preview"} /-->`;
  const { body, codes } = await written(
    context,
    post(`<!-- wp:paragraph --><p>앞</p><!-- /wp:paragraph -->${block}<!-- wp:latest-posts {"postsToShow":5} /-->`),
  );
  assert.equal(body, "앞\n\n> 숏코드 `acf_card`: quote=남긴 말");
  assert.deepEqual(codes, ["shortcode-unknown"]);
  const table = await written(context, post("[table id=1 /]\n\n[그림 id=1] [a b=c d] 한국어로 적은 말"));
  assert.equal(table.body, "> 숏코드 `table`: id=1\n\n\\[그림 id=1\\] \\[a b=c d\\] 한국어로 적은 말");
});

test("WordPress: a gallery's pictures with their words, and no other files; a list to hear; a block's language", async (context) => {
  const words = `<excerpt:encoded>설명</excerpt:encoded>${meta("_wp_attachment_image_alt", "꽃")}`;
  const parts = part(5, "a.jpg", words) + part(6, "b.mp3");
  const old = await written(context, post('[gallery]\n\n[playlist ids="6"]') + parts);
  assert.equal(
    old.body,
    '![꽃](https://w.test/wp-content/uploads/a.jpg "설명")\n\n[조각](https://w.test/wp-content/uploads/b.mp3)',
  );
  const code =
    '<!-- wp:syntaxhighlighter/code {"language":"python"} -->\n<pre class="x">a</pre>\n<!-- /wp:syntaxhighlighter/code --><pre class="brush: php; title: ;">b</pre>';
  assert.equal((await written(context, post(code))).body, "```python\na\n```\n\n```php\nb\n```");
});

test("WordPress: titles, names of terms and summaries are HTML; what layouts alone are leaves no trace", async (context) => {
  const item = post(
    '[vc_row][vc_column width="1/2"][vc_column_text]말[/vc_column_text][/vc_column][/vc_row]\n\n[crayon lang="python"]\n1 < 2\n[/crayon]\n\n<a href="https://w.test/wp-content/uploads/a.pdf">자료</a> <a href="https://w.test/">집</a>',
    '<excerpt:encoded><![CDATA[<p>톰 &amp; 제리</p>]]></excerpt:encoded><category domain="category" nicename="b"><![CDATA[봄 &amp; 꽃]]></category>',
  ).replace("<title>글</title>", "<title><![CDATA[A&amp;B <em>새</em>글<br />둘 &lt;T&gt;]]></title>");
  const { fields, body, codes } = await written(context, item);
  assert.match(fields, /^title: A&B 새글 둘 <T>\n/mu);
  assert.match(fields, /^description: 톰 & 제리\ncategories:\n {2}- 봄 & 꽃\n/mu);
  assert.equal(body, "말\n\n```python\n1 < 2\n```\n\n[자료](https://w.test/wp-content/uploads/a.pdf) [집](/)");
  assert.deepEqual(codes, ["link-unknown"]);
});

test("WordPress: words that plugins take for footnotes are footnotes; in code they stay", async (context) => {
  const body =
    '봄이다[footnote]첫 <em>각주</em>[/footnote]. 여름[ref name="a"]둘째 [글](말)[/ref]과 가을[efn_note]셋째[/efn_note].\n\n[mfn]넷째[/mfn] 끝\n\n<pre>[ref]코드[/ref]</pre>\n\n[caption]그림 없음[/caption]';
  const found = await written(context, post(body));
  assert.deepEqual(found.codes, []);
  assert.equal(
    found.body.replace(/\n{2,}/gu, "\n"),
    "봄이다[^1]. 여름[^2]과 가을[^3].\n[^4] 끝\n```\n[ref]코드[/ref]\n```\n그림 없음\n[^1]: 첫 *각주*\n[^2]: 둘째 \\[글\\](말)\n[^3]: 셋째\n[^4]: 넷째",
  );
});

test("WordPress: links to files that are not in the export lead where they led, as its pictures do, and are told", async (context) => {
  const [picture, text] = ["https://w.test/wp-content/uploads/a.jpg", "https://w.test/wp-content/uploads/b.pdf"];
  const body = `<a href="${picture}"><img src="${picture}" alt="꽃"></a>\n\n<a href="${text}">문서</a> <a href="https://w.test/2019/x/">글</a>`;
  const { body: shown, codes } = await written(context, post(body));
  assert.equal(shown, `[![꽃](${picture})](${picture})\n\n[문서](${text}) [글](/2019/x/)`);
  assert.deepEqual([...codes].sort(), ["link-unknown", "link-unknown", "link-unknown", "picture-elsewhere"]);
});

test("WordPress: of its own blocks that a server draws, those that lead somewhere are links, all others go", async (context) => {
  const blocks = [
    '<ul><!-- wp:social-link {"url":"mailto:kim@w.test","service":"mail","label":"편지"} /--></ul>',
    '<!-- wp:navigation-link {"label":"밖으로","url":"https://a.test/"} /-->',
    '<!-- wp:search {"label":"찾을 말"} /-->',
    '<!-- wp:latest-posts {"postsToShow":3} /-->',
    "<!-- wp:paragraph --><p><q>짧은 인용</q></p><!-- /wp:paragraph -->",
  ];
  const { body, codes } = await written(context, post(blocks.join("\n")));
  assert.equal(body, "[편지](mailto:kim@w.test)\n\n[밖으로](https://a.test/)\n\n<q>짧은 인용</q>");
  assert.deepEqual(codes, []);
});
