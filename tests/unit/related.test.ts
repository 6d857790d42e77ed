import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Entry } from "#model/post.ts";
import { relatedPosts } from "#model/neighbours.ts";
import { assertHolds } from "../random.ts";

const post = (path: string, tags: readonly string[], terms: readonly string[] = []): Entry =>
  ({ path, tags, terms }) as unknown as Entry;
const allRelated = (posts: readonly Entry[]) => {
  const related = relatedPosts(posts);
  return posts.map((one, index) => [one, related(index)] as const);
};
const paths = (posts: readonly Entry[]) =>
  allRelated(posts).map(([{ path }, related]) => `${path}: ${related.map((one) => one.path).join(" ")}`);

test("가장 많은 꼬리표를 나눈 글부터 셋, 같으면 가까운 글부터, 그래도 같으면 주소 차례로", () => {
  const posts = [post("/a/", ["x"]), post("/b/", ["x", "y"]), post("/c/", ["y"]), post("/d/", ["x", "y"])];
  assert.deepEqual(paths(posts), ["/a/: /b/ /d/", "/b/: /d/ /a/ /c/", "/c/: /b/ /d/", "/d/: /b/ /c/ /a/"]);
});

test("한 글이 같은 말을 두 번 가져도 한 번이다", () => {
  const [first] = paths([post("/a/", ["x"]), post("/b/", ["x"]), post("/c/", ["x", "X"])]);
  assert.equal(first, "/a/: /b/ /c/");
});

test("흔한 말보다 드문 말을 나눈 글이 먼저다", () => {
  const common = Array.from({ length: 20 }, (_, index) => post(`/흔한-${String(index)}/`, ["일상"]));
  const [first] = allRelated([post("/a/", ["일상", "희귀"]), ...common, post("/z/", ["희귀"])]);
  assert.equal(first?.[1][0]?.path, "/z/");
});

test("저를 빼고 셋까지, 같은 글은 한 번만, 나눈 말이 있는 글만", () => {
  const letters = fc.array(fc.constantFrom("가", "나", "다", "라"), { maxLength: 3 });
  assertHolds(
    fc.property(fc.array(fc.tuple(letters, letters), { maxLength: 40 }), (made) => {
      const posts = made.map(([tags, terms], index) => post(`/${String(index)}/`, tags, terms));
      for (const [own, related] of allRelated(posts)) {
        assert.ok(related.length <= 3 && new Set(related).size === related.length && !related.includes(own));
        for (const other of related) {
          const shares = own.tags.some((tag) => other.tags.includes(tag));
          assert.ok(shares || own.terms.some((term) => other.terms.includes(term)));
        }
      }
    }),
  );
});
