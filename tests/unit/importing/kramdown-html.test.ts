import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withKramdownHtml } from "#tools/import/jekyll/kramdown.ts";
import { assertHolds } from "../../random.ts";

const cases: Readonly<Record<string, readonly [string, string]>> = {
  "a line break alone": ["# 제목\n<br>\n**입력**은\n", "# 제목\n<br>\n\n**입력**은\n"],
  "pictures, then text": ['<img src="/a.png">\n<br/>\n글 `코드`\n', '<img src="/a.png">\n<br/>\n\n글 `코드`\n'],
  "behind a closing tag": ["<div>날</div>\n```\n코드\n```\n", "<div>날</div>\n\n```\n코드\n```\n"],
  "nested blocks": ["<div>\n<div>글</div>\n</div>\n### 다음\n", "<div>\n<div>글</div>\n</div>\n\n### 다음\n"],
  "an end behind a blank line": [
    "<details>\n\n안\n\n</details>\n- 목록\n",
    "<details>\n\n안\n\n</details>\n\n- 목록\n",
  ],
  "rows after a blank line": [
    "<table>\n  <tr>\n\n    <td>칸</td>\n  </tr>\n</table>\n",
    "<table>\n  <tr>\n    <td>칸</td>\n  </tr>\n</table>\n",
  ],
  "text behind the tag stays": ["<div>글</div> 뒤\n**별**\n", "<div>글</div> 뒤\n**별**\n"],
  "code stays": ["```\n<br>\n글\n```\n", "```\n<br>\n글\n```\n"],
};

for (const [name, [source, expected]] of Object.entries(cases))
  test(`raw HTML as kramdown ends it: ${name}`, () => assert.equal(withKramdownHtml(source), expected));

test("no word is lost or moved, and a second round changes nothing", () => {
  const pieces = fc.constantFrom(
    "<br>\n",
    "<div>",
    "</div>\n",
    "글 ",
    "**굵게**\n",
    "\n",
    "<table>\n",
    "    <td>",
    "```\n",
  );
  assertHolds(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const source = parts.join("");
      const once = withKramdownHtml(source);
      assert.equal(once.replace(/\s+/gu, ""), source.replace(/\s+/gu, ""));
      assert.equal(withKramdownHtml(once), once);
    }),
  );
});
