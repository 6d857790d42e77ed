import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const head =
  '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
const item = (id: number, body: string, more = "") =>
  `<item><title>글 ${String(id)}</title><wp:post_id>${String(id)}</wp:post_id><wp:post_name>p${String(id)}</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${body}]]></content:encoded>${more}</item>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

test("WordPress: posts that only members could read to their end are drafts, and told", async (context) => {
  const items = [
    item(1, "<p>모두</p>", meta("_jetpack_newsletter_access", "everybody")),
    item(2, "<p>구독자</p>", meta("_jetpack_newsletter_access", "subscribers")),
    item(3, "<!-- wp:paragraph --><p>앞</p><!-- /wp:paragraph --><!-- wp:jetpack/paywall /--><p>뒤</p>"),
    item(4, "<!-- wp:premium-content/subscriber-view --><p>값을 낸 말</p><!-- /wp:premium-content/subscriber-view -->"),
    item(5, "앞 [restrict]회원의 말[/restrict]"),
    item(6, "앞 [private]나만[/private]"),
    item(7, "<p>역할</p>", meta("_members_access_role", "editor")),
    item(8, "[su_private]글쓴이에게[/su_private]"),
    item(9, "[restricted area] 이야기"),
  ];
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  const shown = ours.report.pages.filter((page) => !page.isDraft).map(({ source }) => source.slice(6, 7));
  assert.deepEqual(shown, ["1", "9"]);
  const told = ours.report.pages.filter(({ warnings }) => warnings.some(({ code }) => code === "hidden-by-field"));
  assert.equal(told.length, 7);
  assert.ok(ours.entries.every((entry) => entry.draft === !["글 1", "글 9"].includes(entry.title)));
});

test("Ghost: a public post with a part for members is a draft; a part that members do not see is none", async (context) => {
  const part = (who: string) =>
    `<p>앞</p><!--kg-gated-block:begin ${who} memberSegment:"status:free,status:-free" --><p>안</p><!--kg-gated-block:end-->`;
  const posts = [
    { id: "1", title: "회원", slug: "a", html: part("nonMember:false"), status: "published", visibility: "public" },
    { id: "2", title: "손님", slug: "b", html: part("nonMember:true"), status: "published", visibility: "public" },
  ];
  const ours = await blog(context, { "g.json": JSON.stringify({ db: [{ data: { posts } }] }) });
  assert.deepEqual(
    ours.report.pages.map(({ source, isDraft }) => [source, isDraft]),
    [
      ["posts/1-a.html", true],
      ["posts/2-b.html", false],
    ],
  );
});
