import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "#tools/replies/gather.ts";
import { github } from "#tools/replies/github.ts";
import { gathered, hostile, made, of, said } from "./places.ts";
import { type Asked, place, type Said } from "./stand-in.ts";

const author = (login: string) => ({ login, url: `https://github.com/${login}` });
const note = (id: string, minute: number, more: object = {}) => ({
  id,
  url: `https://github.com/o/r/discussions/7#${id}`,
  bodyHTML: `<p>${id}</p>`,
  createdAt: `2026-03-01T00:0${String(minute)}:00Z`,
  isMinimized: false,
  deletedAt: null,
  author: author(id),
  ...more,
});

/** Pages of `size`, as GraphQL connections have them. */
function pages(all: readonly object[], after: unknown, size = 1) {
  const from = Number(after ?? 0);
  return {
    pageInfo: { hasNextPage: from + size < all.length, endCursor: String(from + size) },
    nodes: all.slice(from, from + size),
  };
}

function gitHub(notes: { comments: readonly { id: string }[]; answers: readonly object[]; top?: object }) {
  return ({ token, body: { query = "", variables = {} } }: Asked): Said => {
    if (token !== "secret") return 401;
    const { after, inner } = variables;
    if (query.includes("discussions(first")) {
      const list = [
        { url: "https://github.com/o/r/discussions/1", title: "질문", body: "다른 이야기" },
        { url: "https://github.com/o/r/discussions/7", title: "blog/posts/%EB%B4%84/", body: "# 봄" },
        {
          url: "https://github.com/o/r/discussions/8",
          title: "여름 이야기",
          body: "https://user.example/blog/posts/여름/ 에서",
        },
      ];
      return { json: { data: { repository: { discussions: pages(list, after, 2) } } } };
    }
    const answers = { replies: pages(notes.answers, inner) };
    if (query.includes("node(id")) return { json: { data: { node: answers } } };
    const isSeven = variables["number"] === 7;
    const comments = pages(isSeven ? notes.comments : [], after);
    const nodes = comments.nodes.map((one) => ({
      ...one,
      replies: "id" in one && one.id === "하나" ? answers.replies : pages([], 0),
    }));
    const top = { ...note("D", 0), body: "# 봄", author: author("giscus"), ...(isSeven ? notes.top : {}) };
    return { json: { data: { repository: { discussion: { ...top, comments: { ...comments, nodes } } } } } };
  };
}

test("GitHub: discussions that giscus keeps by path or that link to a post are read page by page, with answers", async (context) => {
  const comments = [
    note("하나", 1),
    note("둘", 3, { bodyHTML: hostile, author: null }),
    note("숨김", 4, { isMinimized: true }),
  ];
  const answers = [note("셋", 2), note("지움", 5, { deletedAt: "2026-03-02T00:00:00Z", bodyHTML: "" }), note("넷", 6)];
  const { address, asked } = await place(context, gitHub({ comments, answers }));
  const first = await gathered(github("o/r", "secret", address));
  assert.deepEqual(first.failures, []);
  assert.deepEqual(said(of(first, "봄").replies), [
    "하나: <p>하나</p>",
    "셋 → github:하나: <p>셋</p>",
    `ghost: ${made}`,
    "넷 → github:하나: <p>넷</p>",
  ]);
  assert.deepEqual(of(first, "봄").discussions, ["https://github.com/o/r/discussions/7"]);
  assert.deepEqual(of(first, "여름"), { discussions: ["https://github.com/o/r/discussions/8"], replies: [] });
  assert.ok(asked.every(({ token }) => token === "secret"));
  assert.deepEqual(changesOf(await gathered(github("o/r", "secret", address), first.after), first.after), []);
});

test("GitHub: whoever opens a discussion by our link has said something; without a token nothing is asked or lost", async (context) => {
  const top = {
    author: author("독자"),
    body: "https://user.example/blog/posts/봄/\n\n잘 읽었습니다.",
    bodyHTML: "<p>잘 읽었습니다.</p>",
  };
  const { address, asked } = await place(context, gitHub({ comments: [], answers: [], top }));
  const first = await gathered(github("o/r", "secret", address));
  assert.deepEqual(said(of(first, "봄").replies), ["독자: <p>잘 읽었습니다.</p>"]);
  const count = asked.length;
  const without = github("o/r", undefined, address);
  assert.equal(without.missing, "GITHUB_TOKEN");
  assert.deepEqual(changesOf(await gathered(without, first.after), first.after), []);
  assert.equal(asked.length, count);
});

test("GitHub: errors in an answer, also a spent limit, lose nothing", async (context) => {
  const { address } = await place(context, () => ({
    json: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
  }));
  const { address: well } = await place(context, gitHub({ comments: [note("하나", 1)], answers: [] }));
  const before = (await gathered(github("o/r", "secret", well))).after;
  const failed = await gathered(github("o/r", "secret", address), before);
  assert.deepEqual(failed.failures, [{ at: "github", why: "API rate limit exceeded" }]);
  assert.deepEqual(changesOf(failed, before), []);
});
