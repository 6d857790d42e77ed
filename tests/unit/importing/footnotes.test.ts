import assert from "node:assert/strict";
import { test } from "node:test";
import { onePost } from "./one-post.ts";

/** A body, and how many of its footnotes the build must tell of, as no reader sees them. */
const cases: Readonly<Record<string, readonly [body: string, unused: number, code?: string]>> = {
  "one that is cited": ["글[^1].\n\n[^1]: 각주\n", 0],
  "one that nothing cites": ["글\n\n[^1]: 부르지 않은 말\n", 1],
  "two that cite each other": ["글\n\n[^가]: 하나[^나]\n\n[^나]: 둘[^가]\n", 2],
  "a second one of the same name": ["글[^1]\n\n[^1]: 첫째\n[^1]: 둘째\n", 1, "footnote-again"],
  "with a list and code": ["글\n\n[^1]: 하나\n\n    - 목록\n\n    ```\n    코드\n    ```\n\n다음\n", 1],
  "in a quotation": ["> 글\n>\n> [^1]: 인용 속 말\n", 1],
};

for (const [name, [body, unused, code = "footnote-unused"]] of Object.entries(cases))
  test(`footnotes: ${name}`, async () => {
    const post = await onePost(body);
    assert.deepEqual([post.markdown, post.warnings], [body, []]);
    assert.deepEqual(post.told, Array<string>(unused).fill(code));
  });

test("a second meaning of a link's name is named, as no renderer reads it", async () => {
  const post = await onePost(
    "[가][r] [나][R]\n\n[r]: https://a.kr/1\n\n[R]: https://a.kr/2\n\n[s]: https://a.kr/3\n[s]: https://a.kr/3\n",
  );
  assert.deepEqual(post.warnings, ["9 definition-twice"]);
});
