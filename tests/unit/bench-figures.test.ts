import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesMade, grown, type CountedWork } from "../../bench/counted-work.ts";
import { benchOptions } from "../../bench/options.ts";
import { childrenCpuSeconds } from "../../bench/process-tree.ts";
import { joined, rowsOf, type Results, type Run } from "../../bench/results.ts";
import { median } from "../../bench/statistics.ts";
import { resultsMarkdown, withPart } from "../../bench/table.ts";

const cost = (cpuSeconds: number) => ({ cpuSeconds, wallSeconds: cpuSeconds * 2, peakMegabytes: cpuSeconds * 100 });
const run = (system: string, cpuSeconds: number, posts = 100): Run => {
  return { posts, build: "cold", system, cost: cost(cpuSeconds) };
};
const results = (rows: Run[], command: string): Results => {
  return { date: "2026-11-22", cores: 2, versions: { Seogo: "1" }, commands: [command], rows: rowsOf(rows) };
};

test("중앙값", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([7]), 7);
  assert.ok(Number.isNaN(median([])));
});

test("같은 도구의 빌드는 한 줄로 모여 값마다 중앙값을 갖는다", () => {
  const rows = rowsOf([run("Seogo", 2), run("Hugo", 1), run("Seogo", 4), run("Seogo", 3)]);
  assert.deepEqual(
    rows.map(({ system, median: middle, runs }) => [system, middle.cpuSeconds, runs.length]),
    [
      ["Seogo", 3, 3],
      ["Hugo", 1, 1],
    ],
  );
});

test("표는 Seogo를 1로 둔 배수를 적는다", () => {
  const table = resultsMarkdown(results([run("Seogo", 2), run("Hugo", 1)], "npm run bench"));
  assert.match(table, /\| Seogo \| 2\.0 \(1\.00배\) \| 4\.0 \(1\.00배\) \| 200 \(1\.00배\) \| 1 \|/u);
  assert.match(table, /\| Hugo \| 1\.0 \(0\.50배\) \| 2\.0 \(0\.50배\) \| 100 \(0\.50배\) \| 1 \|/u);
  assert.match(table, /### 글 100편, 처음부터/u);
});

test("어디에 시간을 썼는지 말하는 도구는 표 아래에 한 줄을 갖는다", () => {
  const runs = [1, 3, 2].map((cpu) => ({ ...run("Seogo", 4), parts: { start: 1, render: cpu } }));
  const table = resultsMarkdown(results([...runs, run("Hugo", 1)], "npm run bench"));
  assert.match(
    table,
    /\n\nSeogo의 CPU 초: 시작과 Astro\(번들\) 1\.0 \(33%\) · 글 읽기 0\.0 \(0%\) · 본문 만들기 2\.0 \(67%\)/u,
  );
  assert.doesNotMatch(table, /Hugo의 CPU/u);
});

test("다시 잰 편수의 줄은 모두 새것이고 다른 편수의 줄은 남는다", () => {
  const before = results([run("Seogo", 1), run("Hugo", 1), run("Seogo", 9, 1000)], "a");
  const all = joined(before, results([run("Seogo", 5)], "b"));
  assert.deepEqual(
    all.rows.map(({ posts, system, median: { cpuSeconds } }) => [posts, system, cpuSeconds]),
    [
      [100, "Seogo", 5],
      [1000, "Seogo", 9],
    ],
  );
  assert.deepEqual(all.commands, ["a", "b"]);
});

test("표는 표시 사이에만 들어간다", () => {
  assert.equal(withPart("앞<!-- x -->옛것<!-- /x -->뒤", "x", "새것"), "앞<!-- x -->\n\n새것\n\n<!-- /x -->뒤");
  assert.throws(() => withPart("앞", "x", "새것"));
});

test("명령의 낱말", () => {
  assert.deepEqual(benchOptions([]), {
    sizes: [100, 1000],
    runs: 3,
    peers: ["hugo", "eleventy", "astro"],
    coldOnly: false,
    oneCore: false,
  });
  const told = benchOptions(["--sizes", "10", "--peers", "hugo", "--runs", "1", "--cold-only"]);
  assert.deepEqual(told, { sizes: [10], runs: 1, peers: ["hugo"], coldOnly: true, oneCore: false });
  assert.deepEqual(benchOptions(["--peers="]).peers, []);
  for (const words of [["--sizes", "많이"], ["--runs", "0"], ["--peers", "jekyll"], ["--fast"]]) {
    assert.throws(() => benchOptions(words), words.join(" "));
  }
});

test("이름에 괄호와 빈칸이 든 프로세스에서도 자식의 CPU 시간을 읽는다", () => {
  const stat = "42 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 11 12 250 50 20 0";
  assert.equal(childrenCpuSeconds(stat), 3);
});

test("빌드가 알린 파일의 수를 읽는다", () => {
  const log = ["글을 읽었습니다.", "파일 1467개를 새로 만들었습니다.", "파일 3154개를 검사했습니다."].join("\n");
  assert.equal(pagesMade(log), 1467);
  assert.equal(pagesMade("dist가 지난번과 같습니다."), 0);
});

test("5분의 1 넘게 는 일만 알린다", () => {
  const before: CountedWork = {
    pages: 100,
    filesRead: 10,
    filesWritten: 0,
    filesLinked: 0,
    storeBytes: 1000,
    outputBytes: 1000,
  };
  assert.deepEqual(grown(before, before), []);
  assert.deepEqual(grown({ ...before, pages: 125, filesRead: 17, filesWritten: 5 }, before), []);
  assert.deepEqual(grown({ ...before, pages: 126, filesRead: 18, filesWritten: 6 }, before), [
    "pages: 100 → 126",
    "filesRead: 10 → 18",
    "filesWritten: 0 → 6",
  ]);
  assert.deepEqual(grown({ ...before, storeBytes: 100 }, before), []);
});
