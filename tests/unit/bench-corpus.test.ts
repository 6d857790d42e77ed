import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { imageSize } from "image-size";
import { fileName, postSource, writeCorpus } from "../../bench/corpus.ts";
import { statisticsOf } from "../../bench/corpus-statistics.ts";
import { root } from "../site/sites.ts";

test("재는 글은 언제 만들어도 같고 서로 다르다", () => {
  assert.equal(postSource(7), postSource(7));
  assert.equal(new Set(Array.from({ length: 200 }, (_, index) => postSource(index))).size, 200);
});

test("재는 글은 실제 글만큼 낱말이 다양하고, 코드와 표와 그림과 링크가 섞여 있다", () => {
  const found = statisticsOf(Array.from({ length: 1000 }, (_, index) => postSource(index)));
  const seed = statisticsOf([readFileSync(join(root, "tests/fixtures/seed/seed.md"), "utf8")]);
  const isNear = (value: number, wanted: number, share: number) =>
    assert.ok(Math.abs(value / wanted - 1) < share, `${String(value)} ${String(wanted)}`);
  isNear(found.forms, 107_060, 0.02);
  isNear(found.formsPerWord, seed.formsPerWord, 0.05);
  isNear(found.letters.median, seed.letters.median, 0.05);
  isNear(found.beginWithCode, 1 / 6, 0.02);
  assert.ok(found.letters.least < 1000 && found.letters.most > 10_000);
  assert.ok(found.allTags > 300 && found.commonestTag > 300, "흔한 태그는 매우 흔하고 드문 태그는 많다");
  for (const share of [found.withCode, found.withTable, found.withPicture]) assert.ok(share > 0.1 && share < 0.5);
});

test("글 안의 링크는 먼저 나온 글로 간다", () => {
  const links = Array.from({ length: 300 }, (_, index) =>
    Array.from(postSource(index).matchAll(/\]\(post-(\d+)\.md\)/gu), ([, to]) => [index, Number(to)] as const),
  ).flat();
  assert.ok(links.length > 50);
  for (const [from, to] of links) assert.ok(to < from);
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
