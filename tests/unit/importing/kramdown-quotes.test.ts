import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutKramdown } from "#tools/import/jekyll/kramdown.ts";

const cases: Readonly<Record<string, readonly [string, string]>> = {
  "text under a line without words is quoted": [">\n하나\n둘\n>\n셋\n\n밖\n", ">\n> 하나\n> 둘\n>\n> 셋\n\n밖\n"],
  "a quotation goes on behind its break": ["> 말\n>\n이어\n<br />\n끝\n", "> 말\n>\n> 이어\n> <br />\n> 끝\n"],
  "a quotation in a quotation": [">> 겹\n>>\n안\n", ">> 겹\n>>\n>> 안\n"],
  "code and blocks end it": [">\n```\n>\n글\n```\n", ">\n```\n>\n글\n```\n"],
  "a blank line ends it": ["> 끝\n>\n\n밖\n", "> 끝\n>\n\n밖\n"],
  "a labelled link of a wiki": ["[[a/b]]{보이는 말}도 [[c]]", "[[a/b|보이는 말]]도 [[c]]"],
  "in a table": ["| [[a]]{가} | [[b]]{나} |\n|--|--|\n", "| [[a\\|가]] | [[b\\|나]] |\n|--|--|\n"],
  "text right below a footnote": ["[^1]: 각주\n본문[^1]\n", "[^1]: 각주\n\n본문[^1]\n"],
  "a footnote's further lines": ["[^1]: 각주\n    더\n[^2]: 둘\n", "[^1]: 각주\n    더\n[^2]: 둘\n"],
  "attributes end a paragraph": ["글\n{: .center}\n다음 글\n", "글\n{: .center}\n\n다음 글\n"],
  "a table and a picture too": [
    "| a |\n|--|\n{: .x}\n![](a.png)\n{: .y}\n_설명_\n",
    "| a |\n|--|\n{: .x}\n\n![](a.png)\n{: .y}\n\n_설명_\n",
  ],
  "a paragraph in a quotation": ["> 글\n> {: #a}\n> 더\n", "> 글\n> {: #a}\n>\n> 더\n"],
  "between items they go": ["- 하나\n{: .a}\n- 둘\n", "- 하나\n- 둘\n"],
  "those of an item and of HTML": ["- {: .a} 하나\n\n글 <b>나</b>{: .b}은\n", "-  하나\n\n글 <b>나</b>은\n"],
  "words below a picture of HTML": ['<img src="a.png">{: .center}\n*설명*\n', '<img src="a.png">\n\n*설명*\n'],
  "named attributes": [
    "글\n{: 가운데: .a}\n{:refdef: .a}  \n![](a.png)\n{: refdef}\n",
    "글\n\n\n![](a.png)\n{: refdef}\n",
  ],
  "what abbreviations stand for": [
    "HTML은\n\n*[HTML]: 하이퍼\n*[CSS]: 스타일\n\n`*[A]: b`\n",
    "HTML은\n\n\nHTML\n: 하이퍼\n\n\nCSS\n: 스타일\n\n\n`*[A]: b`\n",
  ],
  "as words and with attributes it stays": ["\\[[a]]{b} `[[c]]{d}` [[e]]{:.f}\n", "\\[[a]]{b} `[[c]]{d}` [[e]]{:.f}\n"],
};

for (const [name, [source, expected]] of Object.entries(cases))
  test(`as kramdown and wikis made of Jekyll read it: ${name}`, () => assert.equal(withoutKramdown(source), expected));
