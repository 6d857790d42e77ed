import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withoutWords } from "#tools/prove/without-words.ts";
import { parsedSigns, xmlSigns } from "#tools/prove/xml-signs.ts";
import { hostileFiles } from "./guards-hostile.ts";

const declared = '<?xml version="1.0" encoding="UTF-8"?>';
const same = (text: string) => {
  const bytes = Buffer.from(text);
  assert.deepEqual(xmlSigns(bytes), parsedSigns(bytes.toString()), text);
};
const isShortened = (text: string) => withoutWords(Buffer.from(text)) !== undefined;

test("words are left out of a feed as ours are; its tags stand as they stood", () => {
  const feed = `${declared}\n<rss version="2.0"><channel><title>가 &amp; 나</title><link a="다 > 라"/>\n</channel></rss>\n`;
  assert.equal(
    withoutWords(Buffer.from(feed)),
    `${declared}\n<rss version="2.0"><channel><title></title><link a="다 ></channel></rss>\n`,
  );
  same(feed);
  same(feed.replace("다 > 라", "다"));
});

test("a file whose words could be at fault is read whole", () => {
  const words = [
    "&copy;",
    "&",
    "&amp",
    "&#0;",
    "]]>",
    "\u0000",
    "\u000b",
    "\uffff",
    "\ufffe",
    "<!-- 가 -->",
    "<![CDATA[가]]>",
    "<?가 나?>",
  ];
  for (const text of words) {
    assert.equal(isShortened(`${declared}<a>${text}</a>`), false, text);
    same(`${declared}<a>${text}</a>`);
  }
  assert.equal(isShortened('<?xml version="1.1"?><a>\u0080</a>'), false);
  assert.equal(isShortened("<a>가</a>"), false);
  assert.equal(withoutWords(Uint8Array.of(...Buffer.from(`${declared}<a>`), 0xb0, ...Buffer.from("</a>"))), undefined);
});

test("whatever stands after or before the root is seen", () => {
  for (const text of ["가", "<b/>", "가<b/>", "</a>", ">", "&amp;", "<", "\ufeff"]) {
    same(`${declared}<a>나</a>${text}`);
    same(`${declared}${text}<a>나</a>`);
    same(`${text}${declared}<a>나</a>`);
  }
});

test("every hostile XML file is found out as before, also behind words", () => {
  for (const [path, content] of hostileFiles)
    if (typeof content === "string" && /\.(?:svg|xml)$/iu.test(path))
      for (const text of [content, declared + content, `${declared}<가>나${content}다</가>`]) same(text);
});

const name = fc.constantFrom("a", "rss", "h:script", "script", "가", "x:y", "svg", "a:b");
const attribute = fc.constantFrom(
  "",
  ' a="1"',
  ' a="x > y"',
  " a='가 > \"'",
  ' xmlns="http://www.w3.org/2000/svg"',
  ' xmlns:x="urn:x"',
  ' xmlns:h="http://www.w3.org/1999/xhtml"',
  ' href="javascript:1"',
  ' onload="1"',
  ' a="&lt;" a="2"',
  ' a="<"',
  " a",
  ' xml:lang="ko"',
);
const words = fc.oneof(
  fc.constantFrom(
    "가나다",
    " ",
    "\n",
    "&amp;",
    "&lt;b&gt;",
    "&#39;",
    "&#x0;",
    "&b;",
    "]]",
    ">",
    "]]>",
    '"',
    "\r",
    "?>",
    "\u007f",
    "\u0085",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(name, attribute, fc.array(fc.oneof({ depthSize: "small" }, words, tie("tree")), { maxLength: 3 }))
    .map(([tag, at, inner]) => `<${tag}${at}>${inner.join("")}</${tag}>`),
}));
const part = fc.oneof(
  { weight: 5, arbitrary: tree },
  { weight: 1, arbitrary: fc.tuple(name, attribute).map(([tag, at]) => `<${tag}${at}>`) },
  { weight: 1, arbitrary: fc.tuple(name, attribute).map(([tag, at]) => `<${tag}${at}/>`) },
  { weight: 1, arbitrary: name.map((tag) => `</${tag}>`) },
  { weight: 1, arbitrary: fc.constantFrom("<!-- > -->", "<![CDATA[<]]>", "<?b c?>", "<!DOCTYPE a>", declared) },
  { weight: 2, arbitrary: words },
);

test("whatever an XML file holds, its signs are those of the whole", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => same(declared + parts.join(""))),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(attribute, fc.array(part, { maxLength: 5 }), (at, parts) =>
      same(`${declared}<root xmlns:x="urn:x"${at}>${parts.join("")}</root>`),
    ),
    { numRuns: 3000 },
  );
});
