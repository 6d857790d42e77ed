import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { languages } from "#markdown/languages.ts";
import { sparingEngine } from "#markdown/sparing-engine.ts";

const engine = await createOnigurumaEngine(import("shiki/wasm"));
const theme = createCssVariablesTheme({ name: "plain", variablePrefix: "--", fontStyle: false });
const asked = ["js", "tsx", "python", "bash", "html", "css", "yaml", "markdown", "php", "rust", "cpp", "ruby", "sql"];
const langs = asked.flatMap((name) => Object.entries(languages).flatMap(([key, load]) => (key === name ? [load] : [])));

const highlighterOf = (regex: typeof engine): Promise<HighlighterCore> =>
  createHighlighterCore({ engine: regex, themes: [theme], langs });

const parts = [
  ..."가漢😀\u0301\ud800 \t\n\n(){}[]<>\"'`/\\|&*#$%^.,:;=+-_!?@~0aX",
  ...'function(a, b) {|return `${x}`;|const y = /re[a]/g; // 말|/* 주석 */|def f(x):|  if x is None: pass|echo "$HOME"'.split(
    "|",
  ),
  ..."<p class='a'>|</p>|<script>|</script>|<style>|a { color: red; }|key: [1, 'b']|<?php echo \"$a[0]\"; ?>|```js|```".split(
    "|",
  ),
  ..."**글**|- 하나|fn main() -> Result<(), E> {|#include <a.h>|template<class T> T f();|SELECT * FROM t WHERE a = 'b'|end|<<~EOS|EOS".split(
    "|",
  ),
];

test("colours are those of the engine that it spares, for any code", async () => {
  const [plain, sparing] = await Promise.all([highlighterOf(engine), highlighterOf(sparingEngine(engine))]);
  const code = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((some) => some.join(""));
  fc.assert(
    fc.property(code, fc.constantFrom(...asked), (text, lang) => {
      const options = { lang, theme: "plain", tokenizeTimeLimit: 0 };
      assert.deepEqual(sparing.codeToTokensBase(text, options), plain.codeToTokensBase(text, options));
    }),
    { numRuns: 400 },
  );
});

test("a pattern bound to where a search begins is searched for anew from each place", () => {
  const scanner = sparingEngine(engine).createScanner(["\\Gb", "a+", "(?<=a)b", "^"]);
  const string = engine.createString("aabab\n");
  const found = [0, 1, 2, 3, 4, 5].map((from) => {
    const match = scanner.findNextMatchSync(string, from, 0);
    return match && [match.index, match.captureIndices[0]?.start, match.captureIndices[0]?.end];
  });
  assert.deepEqual(found, [[1, 0, 2], [1, 1, 2], [0, 2, 3], [1, 3, 4], [0, 4, 5], null]);
});
