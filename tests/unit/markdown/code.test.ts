import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codeInfo } from "#markdown/code.ts";
import { places, rendered, renderedMdx } from "./setting.ts";
import { assertHolds } from "../../random.ts";

const samples: readonly [string, string][] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code to be shown.
  ["ts", "const a = `값: ${one}`; // '말'이 **강조(설명)**을\nif (a == b || c == d) {}\n\n"],
  ["python", 'def f(x):\n    """따옴표 \'말\' 9시~12시"""\n    return {x: 1}\n'],
  ["bash", "echo \"$HOME\" | sed 's/a~b/c/' # 2020. 6. 1.\n\t탭\n"],
  ["html", "<p class='a'>List<T> &amp; <!-- 주석 --></p>\n"],
  ["json", '{"a": "\\"글\\"", "b": [1, 2]}\n'],
  ["diff", "- 지운 줄\n+ 더한 줄\n"],
  ["c", "char q = '\\'', *s = \"\\\"\\=\\{\";\n"],
  ["text", "2020. 6. 1. 시작\n<T> {漢字|한자} ==표시== [[글]]\n"],
  ["없는말", "**그대로**\n"],
];

const stripped = (html: string): string =>
  (/<code>([\s\S]*)<\/code>/.exec(html)?.[1] ?? "")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

test("code without its tags is the code that was written", async () => {
  for (const [language, code] of samples) {
    for (const info of ["", ' title="가"', " {1} showLineNumbers ins={2}"]) {
      const { html } = await rendered(`\`\`\`${language}${info}\n${code}\`\`\``, {
        quotes: "korean",
        lineBreaks: "keep",
      });
      assert.equal(stripped(html), code, html);
      assert.doesNotMatch(html, /style=/);
    }
  }
});

test("no code of any characters is changed", async () => {
  const unit = fc.constantFrom(..."가나**~~``'\"<>&$\\={}|[]()\n \t.1a_#:漢😀");
  await assertHolds(
    fc.asyncProperty(
      fc.string({ unit, minLength: 1, maxLength: 60 }),
      fc.constantFrom("ts", "text", "css", ""),
      async (code, language) => {
        const { html } = await rendered(`~~~~~~ ${language}\n${code}\n~~~~~~`, {
          quotes: "korean",
          lineBreaks: "keep",
        });
        assert.equal(stripped(html), `${code}\n`);
      },
    ),
    300,
  );
});

test("colours are classes of five roles, the same in every run", async () => {
  const source = samples.map(([language, code]) => `\`\`\`${language}\n${code}\`\`\``).join("\n\n");
  const first = await rendered(source);
  assert.equal((await rendered(source)).html, first.html);
  const classes = new Set([...first.html.matchAll(/class="(k-[a-z]+)"/g)].map(([, name]) => name));
  const roles = ["k-comment", "k-constant", "k-deleted", "k-function", "k-inserted", "k-keyword", "k-string"];
  assert.deepEqual([...classes].sort(), roles);
  assert.deepEqual(places(first), [`language-unknown ${String(source.split("\n").indexOf("```없는말") + 1)}:1`]);
  assert.match(await renderedMdx("```ts\nconst a = 1;\n```"), /<span class="k-keyword">const<\/span>/);
});

test("info strings of four customs mean the same", () => {
  const seen = (language: string, meta: string) => {
    const { language: name, title, numbered, marked, inserted, deleted } = codeInfo(language, meta);
    return [name, title, numbered, [...marked].join(), [...inserted].join(), [...deleted].join()];
  };
  assert.deepEqual(seen("JS", ""), ["js", undefined, false, "", "", ""]);
  assert.deepEqual(seen("js", 'title="a b.js" {1,3-4} showLineNumbers'), ["js", "a b.js", true, "1,3,4", "", ""]);
  assert.deepEqual(seen("go", '{linenos=table,hl_lines=[2,"4-5"]}'), ["go", undefined, true, "2,4,5", "", ""]);
  for (const [written, name] of [
    ["golang", "go"],
    ["diff-js", "diff"],
    ["shell-session", "shellsession"],
  ] as const)
    assert.equal(seen(written, "")[0], name);
  assert.deepEqual(seen("js", "title='a b.js'"), ["js", "a b.js", false, "", "", ""]);
  assert.deepEqual(seen("js{1,3}:title=a.js", ""), ["js", "a.js", false, "1,3", "", ""]);
  assert.deepEqual(seen("js:title=a.js{1,3}", ""), ["js", "a.js", false, "1,3", "", ""]);
  assert.deepEqual(seen("go", "{linenos=false}"), ["go", undefined, false, "", "", ""]);
  assert.deepEqual(seen("{.js", ".no-copy}"), ["js", undefined, false, "", "", ""]);
  assert.deepEqual(seen("{python}", ""), ["python", undefined, false, "", "", ""]);
  assert.deepEqual(seen('title="가', '나.js" linenums="1"'), ["", "가 나.js", true, "", "", ""]);
  assert.deepEqual(seen("{.py", 'linenums="1" hl_lines="2 3"}'), ["py", undefined, true, "2,3", "", ""]);
  assert.deepEqual(seen("js:title=a.js", ""), ["js", "a.js", false, "", "", ""]);
  assert.deepEqual(seen("ts", "ins={2} del={3-4}"), ["ts", undefined, false, "", "2", "3,4"]);
});

test("a block has its title, its numbers, its marked and changed lines, and the keyboard", async () => {
  const { html } = await rendered('```text title="파일.txt" {1} ins={2} del={3} showLineNumbers\n가\n나\n다\n```');
  assert.equal(
    html.trim(),
    '<figure class="code"><figcaption>파일.txt</figcaption><pre class="numbered" data-language="text"><code>' +
      '<span class="line marked">가</span>\n<ins class="line">나</ins>\n<del class="line">다</del>\n</code></pre></figure>',
  );
});

test("code of a body that is done twice for its places has its colours", async () => {
  const { html } = await rendered("## 앞 &amp; 뒤\n\n```js\nconst a = 1;\n```\n\n```mermaid\ngraph TD\n  A --> B\n```");
  assert.match(html, /<span class="k-keyword">const<\/span>/);
  assert.match(html, /<div class="drawing-box"/);
});

test("only a block that may be wider than a phone is a Tab stop", async () => {
  assert.match((await rendered("```sh\nnpm start\n```")).html, /^<pre data-language/u);
  assert.match((await rendered(`\`\`\`\n${"a".repeat(25)}\n\`\`\``)).html, /^<pre tabindex="0">/u);
  assert.match((await rendered(`\`\`\`\n${"가".repeat(13)}\n\`\`\``)).html, /^<pre tabindex="0">/u);
});

test("a line of marks longer than any pattern may be is a fence like others", async () => {
  for (const mark of ["`", "~"]) {
    const { warnings } = await rendered(`${mark.repeat(50_000)}\n가\n`);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ["fence-unclosed"],
    );
  }
});
