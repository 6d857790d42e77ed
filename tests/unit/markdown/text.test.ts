import assert from "node:assert/strict";
import { test } from "node:test";
import { line, places, rendered, renderedMdx } from "./setting.ts";

const quotes: readonly [string, string][] = [
  ["'말'이 먼저다", "‘말’이 먼저다"],
  ["그의 'word'는", "그의 ‘word’는"],
  ["'초개인화'란", "‘초개인화’란"],
  ["it's 그리고 O'Reilly", "it’s 그리고 O’Reilly"],
  ["'90년대 노래", "’90년대 노래"],
  ["'90년대'라는 말", "‘90년대’라는 말"],
  ["'23~'24시즌", "’23~’24시즌"],
  ["'민지's 일기'와 '23~'24시즌, 민지's", "‘민지’s 일기’와 ’23~’24시즌, 민지’s"],
  ["'88올림픽과 90's 감성, '1990's'", "’88올림픽과 90’s 감성, ‘1990’s’"],
  ["'90년대와 '88올림픽, 5'10\"의 키", "’90년대와 ’88올림픽, 5'10\"의 키"],
  ["'90년대와 '00년대", "’90년대와 ’00년대"],
  ["\"그가 '정말?'이라고 물었다\"", "“그가 ‘정말?’이라고 물었다”"],
  ['그는"말"이라 했다', "그는“말”이라 했다"],
  ['**"강조"**는', "<strong>“강조”</strong>는"],
  ['"**강조**"는', "“<strong>강조</strong>”는"],
  ["('말')과 ['말']", "(‘말’)과 [‘말’]"],
  ["「'안'」의 '밖'", "「‘안’」의 ‘밖’"],
  ["키 5'10\"", "키 5'10\""],
  ['"닫지 않은 말', '"닫지 않은 말'],
  ['"닫지 않은 "말"과 "글"', '"닫지 않은 “말”과 “글”'],
  ['"나는 \'그것이 "이것"이다\'라고 했다."', "“나는 ‘그것이 “이것”이다’라고 했다.”"],
  ["'가 '나' 다'라는", "‘가 ‘나’ 다’라는"],
  ["`React`'s 값과 (민지)'s, '`값`'은", "<code>React</code>’s 값과 (민지)’s, ‘<code>값</code>’은"],
  ["빈 \"\"와 ''", "빈 \"\"와 ''"],
  ["'말', '글'. '책'!", "‘말’, ‘글’. ‘책’!"],
  ['\\"그대로\\"', '"그대로"'],
  ["`'코드'` '말'", "<code>'코드'</code> ‘말’"],
  ["[말](/a'b'c) '글'", "<a href=\"/a'b'c\">말</a> ‘글’"],
  ["<kbd title='한 번'>'말'</kbd>", '<kbd title="한 번">‘말’</kbd>'],
  ["'it's'는 -- 그대로", "‘it’s’는 -- 그대로"],
];

test("straight quotes become Korean, and none stands the wrong way round", async () => {
  for (const [source, expected] of quotes) {
    const html = await line(source, { quotes: "korean" });
    assert.equal(html, expected, source);
    assert.doesNotMatch(html, /(?:^|[\s(])’[가-힣A-Za-z]/, source);
  }
  assert.equal(await renderedMdx("'말'이 \"글\"을", { quotes: "korean" }), "<p>‘말’이 “글”을</p>");
  assert.equal(await line("'말'이", { quotes: "keep" }), "'말'이");
});

const tildes: readonly [string, string][] = [
  ["오전 9시~12시, 오후 1시~5시", "오전 9시~12시, 오후 1시~5시"],
  ["와~정말~좋다", "와~정말~좋다"],
  ["2020~2021년 ~~취소~~ 10~20%", "2020~2021년 <del>취소</del> 10~20%"],
  ["`a~b~c`", "<code>a~b~c</code>"],
  ["\\~참\\~", "~참~"],
  ["[집](https://a.kr/~me/)", '<a href="https://a.kr/~me/">집</a>'],
];

test("only two tildes strike", async () => {
  for (const [source, html] of tildes) assert.equal(await line(source), html, source);
  assert.equal(await renderedMdx("9시~12시, 1시~5시"), "<p>9시~12시, 1시~5시</p>");
});

const links: readonly [string, string, ...string[]][] = [
  ["https://a.kr/post를 보자", '<a href="https://a.kr/post">https://a.kr/post</a>를 보자'],
  ["(https://a.kr)를", '(<a href="https://a.kr">https://a.kr</a>)를'],
  ["WWW.naver.com에서", '<a href="http://WWW.naver.com">WWW.naver.com</a>에서'],
  ["www.naver.com에서", '<a href="http://www.naver.com">www.naver.com</a>에서'],
  ["https://a.kr/x로부터", '<a href="https://a.kr/x">https://a.kr/x</a>로부터'],
  ["https://a.kr/x하고", '<a href="https://a.kr/x">https://a.kr/x</a>하고'],
  ["https://a.kr/x밖에는", '<a href="https://a.kr/x">https://a.kr/x</a>밖에는'],
  ["https://a.kr/x에서는.", '<a href="https://a.kr/x">https://a.kr/x</a>에서는.'],
  ['"https://a.kr/w"에서', '"<a href="https://a.kr/w">https://a.kr/w</a>"에서'],
  ["'https://a.kr/z'라고", "'<a href=\"https://a.kr/z\">https://a.kr/z</a>'라고"],
  ["“https://a.kr/w”에서", '“<a href="https://a.kr/w">https://a.kr/w</a>”에서'],
  ["「https://a.kr/x」를", '「<a href="https://a.kr/x">https://a.kr/x</a>」를'],
  ["（https://a.kr/x）와", '（<a href="https://a.kr/x">https://a.kr/x</a>）와'],
  ["[https://a.kr/y]와", '[<a href="https://a.kr/y">https://a.kr/y</a>]와'],
  ["{https://a.kr/y}와", '{<a href="https://a.kr/y">https://a.kr/y</a>}와'],
  ["https://a.kr/x…더", '<a href="https://a.kr/x">https://a.kr/x</a>…더'],
  ["https://a.kr/x→끝", '<a href="https://a.kr/x">https://a.kr/x</a>→끝'],
  ["https://a.kr/x、글", '<a href="https://a.kr/x">https://a.kr/x</a>、글'],
  [
    "https://a.kr/x·https://b.kr/y를",
    '<a href="https://a.kr/x">https://a.kr/x</a>·<a href="https://b.kr/y">https://b.kr/y</a>를',
  ],
  [
    "https://a.kr/x,https://b.kr/y",
    '<a href="https://a.kr/x">https://a.kr/x</a>,<a href="https://b.kr/y">https://b.kr/y</a>',
  ],
  ["https://w.kr/2020/https://a.kr", '<a href="https://w.kr/2020/https://a.kr">https://w.kr/2020/https://a.kr</a>'],
  ["https://a.kr/4·19", '<a href="https://a.kr/4·19">https://a.kr/4·19</a>'],
  ["https://a.kr/?q=말&p=1입니다", '<a href="https://a.kr/?q=말&amp;p=1">https://a.kr/?q=말&amp;p=1</a>입니다'],
  ["https://a.kr/A_(B)를", '<a href="https://a.kr/A_(B)">https://a.kr/A_(B)</a>를'],
  ["https://a.kr/a[0]를", '<a href="https://a.kr/a[0]">https://a.kr/a[0]</a>를'],
  ["https://a.kr/it's", "<a href=\"https://a.kr/it's\">https://a.kr/it's</a>"],
  ["https://a.kr/한글/길", '<a href="https://a.kr/한글/길">https://a.kr/한글/길</a>'],
  ["https://a.kr/한글을", '<a href="https://a.kr/한글을">https://a.kr/한글을</a>', "link-particle 1:1"],
  ["<https://b.kr/가를>", '<a href="https://b.kr/%EA%B0%80%EB%A5%BC">https://b.kr/가를</a>'],
  ["[말](</빈 칸/글%23.md>)", '<a href="/빈%20칸/글%23.md">말</a>'],
  ["[말](../다른-글.md)", '<a href="/posts/다른-글/">말</a>'],
  ["[[다른 글]]과 [[다른 글|이 글]]", '<a href="/posts/다른-글/">다른 글</a>과 <a href="/posts/다른-글/">이 글</a>'],
  ["[[강의] 자바](https://a.example/)", '<a href="https://a.example/">[강의] 자바</a>'],
  ["[[강의] 자바][가]\n\n[가]: https://a.example/", '<a href="https://a.example/">[강의] 자바</a>'],
  ["[[1]](#참고)와 [[강의]](../다른-글.md)", '<a href="#참고">[1]</a>와 <a href="/posts/다른-글/">[강의]</a>'],
  [
    "[[다른 글#절]] [[#절]] [[다른 글#^a1]] [[다른 글#절|말]]",
    ["다른 글 &gt; 절", "절", "다른 글", "말"].map((words) => `<a href="/posts/다른-글/#절">${words}</a>`).join(" "),
  ],
  ["[[다른 글]](말)", '<a href="/posts/다른-글/">다른 글</a>(말)'],
  ["`[[강의] 자바](가)`", "<code>[[강의] 자바](가)</code>"],
  ["[[없는 글]]", "없는 글", "link-wiki 1:1"],
  ["[나쁨](javascript:alert(1))", "나쁨", "link-unsafe 1:1"],
  ["[[초안|감춘 글]]", "감춘 글", "link-hidden 1:1"],
  ["가 [**감춘** 글](../초안.md)을", "가 <strong>감춘</strong> 글을", "link-hidden 1:3"],
  ['가 <a href="/초안/" title="말">감춘 글</a>을', "가 감춘 글을", "link-hidden 1:3"],
  ["![[초안]]", "초안", "link-hidden 1:1"],
  ["[가](https://seogo.example/초안/) [나](//seogo.example/초안/)", "가 나", "link-hidden 1:1", "link-hidden 1:32"],
  [
    "[가](https://seogo.example/글/) [나](https://a.kr/초안/)",
    '<a href="https://seogo.example/%EA%B8%80/">가</a> <a href="https://a.kr/%EC%B4%88%EC%95%88/">나</a>',
  ],
  ["[빈]()", "<a href>빈</a>", "link-empty 1:1"],
];

test("bare addresses end before a particle; links go through the site", async () => {
  for (const [source, html, ...warnings] of links) {
    const body = await rendered(source);
    assert.equal(body.html.trim().replace(/^<p>|<\/p>$/g, ""), html, source);
    assert.deepEqual(places(body), warnings, source);
  }
  assert.equal(await renderedMdx('가 <a href="/초안/">감춘 글</a>'), "<p>가 <a>감춘 글</a></p>");
  assert.equal(await line("[집](/posts/x/)", { base: "/blog/" }), '<a href="/blog/posts/x/">집</a>');
});

test("a date at the start of a line is no list", async () => {
  assert.equal(await line("2020. 6. 1. 발표했다"), "2020. 6. 1. 발표했다");
  assert.match((await rendered("1. 하나\n2. 둘")).html, /^<ol>/);
  assert.match((await rendered("2020. 해의 첫째")).html, /^<ol start="2020">/);
  assert.equal(await line("2023. 11 ~ 2024. 02 회사"), "2023. 11 ~ 2024. 02 회사");
  assert.equal(await line("2023. 3월 입사"), "2023. 3월 입사");
  const items = (await rendered("1. 2020. 6. 1. 발표\n2. 2021. 7. 1. 판매")).html;
  assert.equal(items.trim(), "<ol>\n<li>2020. 6. 1. 발표</li>\n<li>2021. 7. 1. 판매</li>\n</ol>");
  assert.match((await rendered("글[^1]\n\n[^1]: 2020. 6. 1. 어느 신문")).html, /<p>2020\. 6\. 1\. 어느 신문 </);
});

test("items numbered with years keep them", async () => {
  const years = '<ol start="1919">\n<li value="1919">가</li>\n<li value="1945">나</li>\n</ol>';
  assert.equal((await rendered("1919. 가\n1945. 나")).html.trim(), years);
  assert.equal(await renderedMdx("1919. 가\n1945. 나"), years);
  assert.equal((await rendered("1. 가\n1. 나")).html.trim(), "<ol>\n<li>가</li>\n<li>나</li>\n</ol>");
});

test("stars between words multiply, unless they stand around one word before its particle", async () => {
  const kept = [
    "가로*세로*높이를 잰다",
    "넓이는 가로*세로, 부피는 밑넓이*높이다",
    "밑변*밑변+높이*높이",
    "주문수량*단가*할인율",
    "사과 3*2개와 배 4*1개",
    "1등*부터 3등*까지",
  ];
  for (const text of kept) assert.equal(await line(text), text);
  assert.equal(await line("한국*문화*를, 쓰였*었*던"), "한국<em>문화</em>를, 쓰였<em>었</em>던");
  assert.equal(
    await line("*하나*와*둘*은 **가로*세로*높이**"),
    "<em>하나</em>와<em>둘</em>은 <strong>가로*세로*높이</strong>",
  );
  assert.equal(await line("이 *말*은 단가*수량*세율이다"), "이 <em>말</em>은 단가*수량*세율이다");
});

test("a star between digits multiplies", async () => {
  assert.equal(await line("상자 30*40*50cm와 24*60*60초, *3*번"), "상자 30*40*50cm와 24*60*60초, <em>3</em>번");
  assert.equal(await line("`30*40*50` [2*3*4](/a2*3*4/)"), '<code>30*40*50</code> <a href="/a2*3*4/">2*3*4</a>');
  assert.equal(await renderedMdx("30*40*50cm는 {2*3*4}"), "<p>30*40*50cm는 24</p>");
});

test("a newline stays a line break where the site keeps them", async () => {
  const keep = { lineBreaks: "keep" } as const;
  const table: readonly [string, string][] = [
    ["가\n나", "<p>가<br>\n나</p>"],
    ["가  \n나\\\n다", "<p>가<br>\n나<br>\n다</p>"],
    ["**가**\n**나**", "<p><strong>가</strong><br>\n<strong>나</strong></p>"],
    ["- 가\n- 나\n  다", "<ul>\n<li>가</li>\n<li>나<br>\n다</li>\n</ul>"],
    ["> 가\n> 나", "<blockquote>\n<p>가<br>\n나</p>\n</blockquote>"],
    ["<div>\n가\n나\n</div>", "<div>\n가\n나\n</div>"],
    ["가\n\n<hr>\n\n나", "<p>가</p>\n<hr>\n<p>나</p>"],
  ];
  for (const [source, html] of table) assert.equal((await rendered(source, keep)).html.trim(), html, source);
  assert.equal((await rendered("가\n나")).html.trim(), "<p>가\n나</p>");
  assert.equal(await renderedMdx("가\n나", keep), "<p>가<br>\n나</p>");
});

test("three dots become an ellipsis only by setting", async () => {
  assert.equal(await line("글쎄... 네"), "글쎄... 네");
  assert.equal(await line("글쎄... `a...b` ....", { ellipsis: true }), "글쎄… <code>a...b</code> ....");
});
