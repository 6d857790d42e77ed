import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { llms, markdownSource, withoutComments } from "#outputs/markdown-source.ts";
import { safeLine } from "#outputs/safe-text.ts";
import { catalogue, instant, post, site } from "./catalogue.ts";
import { hostileText } from "./hostile.ts";
import { assertHolds } from "../../random.ts";

test("what a page never shows is cut from its Markdown; code keeps its signs", () => {
  const cases: readonly [string, string][] = [
    ["가 <!-- 비밀 --> 나", "가  나"],
    ["`<!-- 코드 -->`", "`<!-- 코드 -->`"],
    ["```html\n<!-- 코드 -->\n```", "```html\n<!-- 코드 -->\n```"],
    ["    <!-- 코드 -->", "<!-- 코드 -->"],
    ["<!-- 가\n\n`나` -->\n\n다", "다"],
    ["<div><!-- 비밀 --></div>", "<div></div>"],
    ["<div>\n<!-- 비밀\n\n아직 비밀 -->\n</div>", "<div>\n\n</div>"],
    ["가\n\n<!-- 닫지 않은\n\n비밀", "가"],
    ["가 <!--> 나 <!---> 다", "가  나  다"],
    ["😀 <!-- 비밀 --> 👍🏽 <!-- 둘 --> 끝", "😀  👍🏽  끝"],
    ["[//]: # (비밀)\n\n가 [나][다]\n\n[다]: https://a.example", "가 [나][다]\n\n[다]: https://a.example"],
    ["가[^1]\n\n[^1]: 주\n\n[^2]: 비밀", "가[^1]\n\n[^1]: 주"],
    ["> <!-- 비밀\n> 둘 -->\n> 인용", "> \n> 인용"],
    ["가 <?php 비밀 ?> 나 <!DOCTYPE 비밀> 다 <![CDATA[비밀]]> 라", "가  나  다  라"],
    ["<?php\n\n비밀\n?>\n\n가 `<?php 코드 ?>` <! 글자", "가 `<?php 코드 ?>` <! 글자"],
    ["가\n\n<?php\n\n비밀", "가"],
    ["\\<!-- 글자 -->", "\\<!-- 글자 -->"],
  ];
  for (const [source, expected] of cases) assert.equal(withoutComments(source), expected, source);
});

test("no comment survives outside code, whatever stands around it", () => {
  assertHolds(
    fc.property(
      fc.array(
        hostileText.map((text) => text.replace(/[`~\\<>\t]|[^\P{Zs} ]/gu, "")),
        { maxLength: 4 },
      ),
      (parts) => {
        const source = parts.map((part) => `${part.trim()}\n\n<!-- 비밀 ${part} -->`).join("\n\n");
        assert.ok(!withoutComments(source).includes("비밀"), JSON.stringify(source));
      },
    ),
  );
});

test("a post's Markdown tells the fields its page shows and no other", () => {
  const entry = post("글", {
    title: '콜론: 과 "따옴표"',
    date: instant("2020-06-01"),
    tags: ["핀테크"],
    description: "한 줄",
    summary: "한 줄",
    extra: { secret: "비밀" },
    feedId: "비밀",
    file: "비밀.md",
  });
  const [, head, ...rest] = markdownSource(entry, "본문 <!-- 비밀 -->\n", { site }).split("---\n");
  assert.deepEqual(parse(head ?? ""), {
    title: '콜론: 과 "따옴표"',
    url: "https://seogo.example/posts/%EA%B8%80/",
    date: "2020-06-01T00:00:00+09:00",
    description: "한 줄",
    tags: ["핀테크"],
    author: "홍길동",
    license: site.license ? site.license.url : site.license,
    language: "ko",
  });
  assert.equal(rest.join(""), "\n본문\n");
  assertHolds(
    fc.property(hostileText, (title) => {
      const [, yaml = ""] = markdownSource(post("글", { title }), "", { site }).split("---\n");
      assert.equal((parse(yaml) as { title?: string }).title ?? "", safeLine(title));
    }),
  );
});

test("llms.txt lists every published post that engines may list once, by category, with its Markdown and its summary", () => {
  const books = catalogue([
    post("하나", { title: "하나 [둘]", categories: ["지식 쌓기", "일기"], date: instant("2020-06-01") }),
    post("셋", { categories: ["일기"] }),
    post("넷"),
    post("빈", { summary: "" }),
    post("찾지-않기", { noindex: true, categories: ["일기"] }),
    post("초고", { draft: true }),
    post("소개", { kind: "page", path: "/about/", title: "소개" }),
  ]);
  const text = llms(books);
  assert.match(text, /^# 서고\n\n> 한국어 글의 책장\n/u);
  assert.deepEqual(
    text
      .split("\n")
      .filter((line) => /^(?:##|-) /u.test(line))
      .map((line) => decodeURI(line)),
    [
      "## 일기",
      "- [셋](https://seogo.example/posts/셋/index.md): 셋에 대한 글",
      "## 지식 쌓기",
      "- [하나 \\[둘\\]](https://seogo.example/posts/하나/index.md): 하나에 대한 글",
      "## 카테고리 없는 글",
      "- [넷](https://seogo.example/posts/넷/index.md): 넷에 대한 글",
      "- [빈](https://seogo.example/posts/빈/index.md)",
      "## 페이지",
      "- [소개](https://seogo.example/about/): 소개에 대한 글",
    ],
  );
});
