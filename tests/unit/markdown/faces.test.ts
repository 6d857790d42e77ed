import assert from "node:assert/strict";
import { test } from "node:test";
import { line, rendered, renderedMdx } from "./setting.ts";

const faces = [
  "반가워요*^^* 또 와요*^^*",
  "좋아요 *^_^* 네 (*^.^*) 응",
  "아하 ^_^ ㅠㅠ >_< 그래 ^_^",
  "-_- 뭐야 -_-;; =_= 졸려 =_= ;_; 흑 ;_; @_@ 핑 @_@ +_+ 오 +_+",
  "*_* 우와 *_*",
  "다녀왔어요~~! 정말 좋았어요~~",
  "좋아요~~^^ 또 올게요~~^^",
  "그래요~~? 네~~, 저도요~~.",
  "안녕~~여러분~~ 안녕하세요~~여러분~~ 반갑습니다~~여러분~~",
  "아~~무 것도 없이 너~~무 좋거든요~~ 정말로요~~ㅎ",
];

const inHtml = (text: string) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

test("faces and drawn-out syllables are no markup", async () => {
  for (const face of faces) {
    const { html, warnings } = await rendered(face);
    assert.deepEqual([html.trim(), warnings], [`<p>${inHtml(face)}</p>`, []]);
    assert.equal(await renderedMdx(face.replaceAll("<", "\\<")), `<p>${inHtml(face)}</p>`);
  }
  const code = faces.join(" ");
  assert.equal(await line(`\`${code}\``), `<code>${inHtml(code)}</code>`);
  assert.equal(await line("[집](/a-_-b) *^C*와 _(참)_"), '<a href="/a-_-b">집</a> <em>^C</em>와 <em>(참)</em>');
});

test("a face in brackets keeps its arms and cheeks, and one at a line's start is no quotation", async () => {
  const kept = [
    "_(:3」∠)_ 피곤해 _(:3」∠)_",
    "_(ㅇㅅㅇ)_ 네 _(._.)_ 아 _(ㅠㅠ)_",
    "m(_ _)m 죄송해요 m(_ _)m (_ _) 꾸벅 (_ _)",
    "(*´ω｀*) 좋다 (*´∀｀*) 응 (๑*◡*๑) ヽ(*≧ω≦)ﾉ",
    "(•_•) 음 (•_•) (￣_￣) (・_・;) (?_?)",
    "(*^^)v 브이 (^^*) *^▽^* 와 *-_-* 졸려",
    "*(^o^)* 야호 *(^o^)*, °_° 어 °_°, ㅇ*ㅇ 엥 ㅇ*ㅇ",
    "\\(^o^)/ 만세 *\\(^o^)/* 만세",
    "¯\\_(ツ)_/¯ 몰라 ¯\\_(ツ)_/¯",
    ">_< 아야",
  ];
  for (const face of kept) {
    const { html, warnings } = await rendered(face);
    assert.deepEqual([html.trim(), warnings], [`<p>${inHtml(face)}</p>`, []]);
  }
  assert.equal(await line(String.raw`¯\\_(ツ)_/¯ ¯\_(ツ)\_/¯ (\*^^\*)`), String.raw`¯\_(ツ)_/¯ ¯\_(ツ)_/¯ (*^^*)`);
  assert.equal(
    await line("(*n* = 5) _(참고)_ *(주)* (_a_) *강조*(ㅠㅠ) (**!**)"),
    "(<em>n</em> = 5) <em>(참고)</em> <em>(주)</em> (<em>a</em>) <em>강조</em>(ㅠㅠ) (<strong>!</strong>)",
  );
  assert.equal(
    await line("`\\(^o^)/` [_(._.)_](/a(*^^*))"),
    '<code>\\(^o^)/</code> <a href="/a(*%5E%5E*)">_(._.)_</a>',
  );
});

test("strikes within words stay strikes", async () => {
  assert.equal(
    await line("기법~~과 무늬를~~ 이~~놈~~분 ~~못~~생긴 ~~글은 안~~썼다 ~~안녕~~여러분 합니다~~만 아닙니다~~."),
    "기법<del>과 무늬를</del> 이<del>놈</del>분 <del>못</del>생긴 <del>글은 안</del>썼다 <del>안녕</del>여러분 합니다<del>만 아닙니다</del>.",
  );
});

test("a mark alone in brackets or quotation marks is no markup", async () => {
  const alone = [
    "별표(*)와 샵(#), 다시 별표(*)",
    "'*'는 곱하기, '**'는 거듭제곱, '*'와 '**'",
    "“_”와 “__”, [_]와 (_), ‘~~’와 ‘~~’",
  ];
  for (const text of alone) {
    const { html, warnings } = await rendered(text);
    assert.deepEqual([html.trim(), warnings], [`<p>${text}</p>`, []]);
    assert.equal(await renderedMdx(text), `<p>${text}</p>`);
  }
  assert.equal(await line("(**강조**) '*말*' `'*'`"), "(<strong>강조</strong>) '<em>말</em>' <code>'*'</code>");
});

test("stars that hide letters stay", async () => {
  const masked = [
    "☎ 010-****-1234 / 카드 ****-****-****-1234",
    "당첨: 김**님, 이**님, ab***님, cd***님, kim**@naver.com",
    "홍*동, 김*수, 이*영님",
  ];
  for (const text of masked) {
    const { html, warnings } = await rendered(text, { link: () => undefined });
    assert.deepEqual([html.trim().replace(/<\/?a[^>]*>/gu, ""), warnings], [`<p>${text}</p>`, []]);
  }
  assert.equal(await line("**전화**: 010-****-1234"), "<strong>전화</strong>: 010-****-1234");
  assert.equal(
    await line("**찾은 것**, ****API****와"),
    "<strong>찾은 것</strong>, <strong><strong>API</strong></strong>와",
  );
  assert.equal((await rendered("가\n\n****\n\n**두 줄에\n걸친 것**, 끝")).html.includes("<hr>"), true);
});

test("products of letters and names of Python keep their marks", async () => {
  const kept = ["O(n*m)과 O(n*k)", "x*y=-6, 2x*3y", "r*r*3.14", "__init__.py의 __name__", "x**2 + y**2", "2**10, 3**5"];
  for (const text of kept) assert.equal(await line(text), text);
  assert.equal(await line("1**2** 3**4**, 2**10"), "1<strong>2</strong> 3<strong>4</strong>, 2**10");
  assert.equal(await line("un*believ*able __강조__"), "un<em>believ</em>able <strong>강조</strong>");
});

test("a face at an end of emphasis leaves it emphasis", async () => {
  assert.equal(await line("**감사합니다^^**"), "<strong>감사합니다^^</strong>");
  assert.equal(await line("*또 와요^^* 네 **^^ 그래요**"), "<em>또 와요^^</em> 네 <strong>^^ 그래요</strong>");
});

test("a row of stars is told of once", async () => {
  const { warnings } = await rendered("범인은 ****입니다");
  assert.deepEqual(
    warnings.map(({ values }) => values),
    [{ mark: "****" }],
  );
});
