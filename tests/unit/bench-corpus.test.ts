import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { imageSize } from "image-size";
import { fileName, postSource, writeCorpus } from "../../bench/corpus.ts";

test("재는 글은 언제 만들어도 같고 서로 다르다", () => {
  assert.equal(postSource(7), postSource(7));
  assert.equal(new Set(Array.from({ length: 200 }, (_, index) => postSource(index))).size, 200);
});

test("재는 글은 실제 글만큼 길고 코드와 표와 그림이 섞여 있다", () => {
  const sources = Array.from({ length: 300 }, (_, index) => postSource(index));
  const hangul = sources.map((source) => source.match(/\p{Script=Hangul}/gu)?.length ?? 0).sort((a, b) => a - b);
  assert.ok((hangul[150] ?? 0) > 2500 && (hangul[150] ?? 0) < 4500, String(hangul[150]));
  for (const [sign, least, most] of [
    ["```js", 30, 90],
    ["| --- |", 15, 60],
    ["](pictures/", 30, 30],
  ] as const) {
    const count = sources.filter((source) => source.includes(sign)).length;
    assert.ok(count >= least && count <= most, `${sign} ${String(count)}`);
  }
});

test("글이 가리키는 그림이 모두 있고 읽힌다", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  context.after(() => rmSync(folder, { recursive: true }));
  writeCorpus({ folder, count: 100 });
  assert.equal(readdirSync(folder).filter((name) => name.endsWith(".md")).length, 100);
  const asked = new Set<string>();
  for (let index = 0; index < 100; index += 1) {
    const source = readFileSync(join(folder, fileName(index)), "utf8");
    for (const [, address = ""] of source.matchAll(/\]\((pictures\/[^)]+)\)/gu)) asked.add(address);
  }
  assert.ok(asked.size > 3);
  for (const address of asked) {
    assert.deepEqual(imageSize(readFileSync(join(folder, address))), { width: 320, height: 200, type: "png" });
  }
});
