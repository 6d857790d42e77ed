import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const comment = (id: number, more: Readonly<Record<string, string>> = {}) => {
  const fields = {
    id: String(id),
    author: `손님 ${String(id)}`,
    author_email: "secret@mail.example",
    author_url: "",
    author_IP: "203.0.113.7",
    date: "2020-01-02 09:00:00",
    date_gmt: `2020-01-02 00:0${String(id)}:00`,
    content: `말 ${String(id)}`,
    approved: "1",
    type: "comment",
    parent: "0",
    ...more,
  };
  const all = Object.entries(fields).map(
    ([name, text]) => `<wp:comment_${name}><![CDATA[${text}]]></wp:comment_${name}>`,
  );
  return `<wp:comment>${all.join("")}<wp:commentmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:commentmeta></wp:comment>`;
};
const post = (id: number, name: string, comments: readonly string[]) =>
  `<item><title>${name}</title><content:encoded><![CDATA[본문]]></content:encoded><wp:post_id>${String(id)}</wp:post_id><wp:post_date>2020-01-01 00:00:00</wp:post_date><wp:post_name>${name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${comments.join("")}</item>`;

async function repliesFrom(files: Readonly<Record<string, string>>) {
  const { root, remove } = sourceOf(files);
  const ours = await imported(root);
  const read = (id: string) => {
    const file = path.join(ours.root, `src/content/replies/${id}.json`);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  return { ...ours, read, remove: () => [ours.remove(), remove()] };
}

test("WordPress: approved comments stand below their posts, without mail, IP address, script or spam", async () => {
  const wxr = `<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>밭</title><link>https://wp.example</link>
${post(1, "첫-글", [
  comment(2, {
    parent: "1",
    content: "고맙습니다.\n\n또 오세요.<script>x()</script>",
    author_url: "https://host.example/",
  }),
  comment(1),
  comment(3, { approved: "spam" }),
  comment(4, { approved: "0" }),
  comment(5, { type: "pingback" }),
])}
${post(2, "조용한-글", [])}
</channel></rss>`;
  const { read, entries, remove } = await repliesFrom({ "밭.xml": wxr });
  assert.deepEqual(JSON.parse(read("첫-글") ?? ""), {
    discussions: [],
    replies: [
      { id: "wordpress:1", name: "손님 1", date: "2020-01-02T00:01:00.000Z", html: "<p>말 1</p>" },
      {
        id: "wordpress:2",
        to: "wordpress:1",
        name: "손님 2",
        person: "https://host.example/",
        date: "2020-01-02T00:02:00.000Z",
        html: "<p>고맙습니다.</p>\n<p>또 오세요.</p>",
      },
    ],
  });
  assert.equal(read("조용한-글"), undefined);
  assert.deepEqual(
    entries.find(({ id }) => id === "첫-글")?.replies?.map(({ name }) => name),
    ["손님 1", "손님 2"],
  );
  assert.doesNotMatch(read("첫-글") ?? "", /secret@|203\.0/u);
  remove();
});

test("Ghost: published comments of an export that has them", async () => {
  const one = (id: string, more: object = {}) => ({
    id,
    post_id: "1",
    member_id: "m",
    parent_id: null,
    status: "published",
    html: `<p>말 ${id}</p>`,
    created_at: "2024-03-06T00:00:00.000Z",
    ...more,
  });
  const data = {
    posts: [
      {
        id: "1",
        title: "글",
        slug: "글",
        html: "<p>본문</p>",
        status: "published",
        type: "post",
        published_at: "2024-03-05T00:00:00.000Z",
      },
    ],
    comments: [one("a"), one("b", { parent_id: "a", member_id: "x" }), one("c", { status: "hidden" })],
    members: [{ id: "m", name: "회원", email: "secret@mail.example" }],
  };
  const { read, remove } = await repliesFrom({ "ghost.json": JSON.stringify({ db: [{ meta: {}, data }] }) });
  assert.deepEqual(JSON.parse(read("글") ?? "").replies, [
    { id: "ghost:a", name: "회원", date: "2024-03-06T00:00:00.000Z", html: "<p>말 a</p>" },
    { id: "ghost:b", to: "ghost:a", name: "?", date: "2024-03-06T00:00:00.000Z", html: "<p>말 b</p>" },
  ]);
  remove();
});
