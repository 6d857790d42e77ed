import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "./html-facts.ts";
import { onePost } from "./one-post.ts";

/** A body, words that its page must show in order (marks of footnotes apart), and the warnings of the import. */
const cases: Readonly<Record<string, readonly [body: string, shown: string, warnings: readonly string[]]>> = {
  "one that is cited": ["글[^1].\n\n[^1]: 각주\n", "글 각주", []],
  "one that nothing cites": ["글\n\n[^1]: 부르지 않은 말\n", "글 부르지 않은 말", ["7 footnote-uncited"]],
  "one that only cites itself": ["글\n\n[^a]: 스스로[^a] 부름\n", "글 스스로 부름", ["7 footnote-uncited"]],
  "two that cite each other": ["글\n\n[^가]: 하나[^나]\n\n[^나]: 둘[^가]\n", "글 하나 둘", ["7 footnote-uncited"]],
  "a second one of the same name": ["글[^1]\n\n[^1]: 첫째\n[^1]: 둘째\n", "글 둘째 첫째", ["8 footnote-uncited"]],
  "with a list, a paragraph and code": [
    "글\n\n[^1]: 하나\n\n    둘째 문단\n\n    - 목록\n\n    ```\n    코드\n    ```\n\n다음\n",
    "글 하나 둘째 문단 목록 코드 다음",
    ["7 footnote-uncited"],
  ],
  "in a quotation": ["> 글\n>\n> [^1]: 인용 속 말\n", "글 인용 속 말", ["7 footnote-uncited"]],
  "in code": ["```\n[^1]: 코드\n```\n", "코드", []],
};

for (const [name, [body, shown, warnings]] of Object.entries(cases))
  test(`footnotes: ${name}`, async () => {
    const post = await onePost(body);
    const text = post.facts.words.join(" ");
    const missing = wordsOf(shown).filter((word) => !text.includes(word));
    assert.deepEqual([missing, post.warnings], [[], warnings], post.html);
    assert.ok(inOrder(wordsOf(shown), text), `${text}\n${post.html}`);
  });

function inOrder(words: readonly string[], text: string): boolean {
  let at = 0;
  return words.every((word) => {
    at = text.indexOf(word, at) + word.length;
    return at >= word.length;
  });
}

test("a second meaning of a link's name is named, as no renderer reads it", async () => {
  const post = await onePost(
    "[가][r] [나][R]\n\n[r]: https://a.kr/1\n\n[R]: https://a.kr/2\n\n[s]: https://a.kr/3\n[s]: https://a.kr/3\n",
  );
  assert.deepEqual(post.warnings, ["9 definition-twice"]);
});

test("code of a footnote that nothing cites stays code", async () => {
  const post = await onePost("글\n\n[^1]: 하나\n\n    ```\n    a  b\n    ```\n");
  assert.deepEqual(post.facts.code, ["a  b"]);
});
