import assert from "node:assert/strict";
import { test } from "node:test";
import { rendered } from "./setting.ts";

const drawnOf = async (source: string) => rendered(`\`\`\`mermaid\n${source}\n\`\`\``);

/** Lines of a class diagram between two classes: what stands at their ends, as `start` and `end`, and whether they are dashed. */
const relations: readonly (readonly [line: string, drawn: string])[] = [
  ["A <|-- B", "start cls-inherit"],
  ["A--|>B", "end cls-inherit"],
  ["A *-- B", "start cls-composition"],
  ["A --* B", "end cls-composition"],
  ["A o-- B", "start cls-aggregation"],
  ["A --o B", "end cls-aggregation"],
  ["A --> B", "end cls-arrow"],
  ["A <-- B : 쓴다", "start cls-arrow"],
  ["A -- B", ""],
  ['A "1..*" -- "0..1" B : 가진다', ""],
  ["A..B", "dashed"],
  ["A ..> B", "dashed end cls-arrow"],
  ["A<|..B", "dashed start cls-inherit"],
  ["Foo--oBar", ""],
];

for (const [line, expected] of relations) {
  test(`the line ${line} between classes has the ends it says`, async () => {
    const { html, warnings } = await drawnOf(`classDiagram\n  class A\n  class B\n  ${line}`);
    assert.deepEqual(warnings, []);
    const [edge = "", ...more] = html.match(/<polyline points="\d[^>]*stroke-width="1"[^>]*>/gu) ?? [];
    assert.deepEqual(more, []);
    const ends = [...edge.matchAll(/marker-(start|end)="url\(#drawing-1-([\w-]+)\)"/gu)].map(
      ([, at, id]) => `${at} ${id}`,
    );
    assert.equal([...(edge.includes("dasharray") ? ["dashed"] : []), ...ends].join(" "), expected);
  });
}

test("a class on one line has its members, and generics stand between angles", async () => {
  const { html, warnings } = await drawnOf(
    "classDiagram\n  class Order { +total() Money }\n  class Empty {}\n  class Shelf~T~ {\n    ~Map~String,List~T~~ books\n  }",
  );
  assert.deepEqual(warnings, []);
  const words = html
    .replace(/<pre[\s\S]*/u, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ");
  for (const word of ["total", ": Money", "Empty", "Shelf&lt;T&gt;", "~ books", "Map&lt;String,List&lt;T&gt;&gt;"])
    assert.ok(words.includes(word), `${word}: ${words}`);
});

test("a diamond lies before its class, not under it, and members keep their dots", async () => {
  const { html } = await drawnOf("classDiagram\n  class A {\n    +더하기(int... n) List\n  }\n  A *-- B");
  assert.match(html, /id="drawing-1-cls-composition"[^>]* refX="12"/u);
  assert.match(html, /id="drawing-1-cls-aggregation"[^>]* refX="12"/u);
  assert.match(html, /더하기\(int\.\.\. n\)/u);
});

for (const [head, line] of [
  ["classDiagram", "A <--> B"],
  ["classDiagram", "A ()-- B"],
  ["erDiagram", "A ||--o{ B"],
] as const) {
  test(`${line} of a ${head}, which cannot be drawn, is told and stays as its source`, async () => {
    const { html, warnings } = await drawnOf(
      `${head}\n  A --> C\n  ${line}`.replace("A --> C", head.startsWith("er") ? "A ||--|| C : r" : "A --> C"),
    );
    assert.deepEqual(
      warnings.map(({ code, values }) => [code, values["value"]]),
      [["diagram-line", line]],
    );
    assert.match(html, /<pre /u);
  });
}

const counts: readonly (readonly [mark: string, drawn: string])[] = [
  ["||--||", "line line line line"],
  ["|o--o|", "line circle line circle"],
  ["}o--o{", "line line line circle line line line circle"],
  ["}|..|{", "line line line line line line line line"],
];

for (const [mark, expected] of counts) {
  test(`${mark} between entities is drawn with as many bars, circles and feet`, async () => {
    const { html, warnings } = await drawnOf(`erDiagram\n  A ${mark} B : r`);
    assert.deepEqual(warnings, []);
    const marks = [...html.matchAll(/<(line|circle)\b[^>]*stroke-width="1\.25"/gu)];
    assert.equal(marks.map(([, name]) => name).join(" "), expected);
  });
}

/** Boxes around the nodes of a drawing: left, top, right, bottom. */
function boxesIn(html: string): number[][] {
  const rects = [...html.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu)].map(
    ([, ...at]) => at.map(Number),
  );
  const polygons = [...html.matchAll(/<polygon points="([\d., -]+)" fill="var\(--shade/gu)].map(([, points = ""]) => {
    const [xs, ys] = [0, 1].map((axis) => points.split(" ").map((point) => Number(point.split(",")[axis])));
    return [Math.min(...(xs ?? [])), Math.min(...(ys ?? [])), Math.max(...(xs ?? [])), Math.max(...(ys ?? []))];
  });
  return [...rects.map(([x = 0, y = 0, width = 0, height = 0]) => [x, y, x + width, y + height]), ...polygons];
}

test("each arrow points into a node, also where the edge leads back or begins with a head", async () => {
  const loop = "시작 --> 로그인{로그인했나요}\n로그인 -- 네 --> 홈[홈 화면]\n로그인 -- 아니요 --> 가입[회원 가입]";
  let heads = 0;
  for (const way of ["TD", "LR", "BT", "RL"])
    for (const edge of ["가입 -.-> 로그인", "홈 --> 시작", "가입 <--> 홈", "홈 ==> 끝\n끝 --> 가입"]) {
      const { html } = await rendered(`\`\`\`mermaid\nflowchart ${way}\n${loop}\n${edge}\n\`\`\``);
      const boxes = boxesIn(html);
      // At rest a head points along its edge; the one of a start is drawn the other way.
      assert.deepEqual(new Set(html.match(/ orient="[^"]*"/gu)), new Set([' orient="auto"']));
      assert.match(html, /arrowhead-start"[^>]*><polygon points="8 0, 0 2.5, 8 5"/u);
      for (const [line, written = ""] of html.matchAll(/<polyline points="([^"]*)"[^>]*>/gu)) {
        const points = written.split(" ").map((point) => point.split(",").map(Number));
        const ends = [line.includes("marker-end") ? points : [], line.includes("marker-start") ? points.reverse() : []];
        for (const [last = [], before = []] of ends.filter((all) => all.length > 0).map((all) => all.toReversed())) {
          const [dx, dy] = [0, 1].map((axis) =>
            Math.sign(Number(((last[axis] ?? 0) - (before[axis] ?? 0)).toFixed(1))),
          );
          const [x = 0, y = 0] = [(last[0] ?? 0) + 2 * (dx ?? 0), (last[1] ?? 0) + 2 * (dy ?? 0)];
          assert.ok(
            (dx !== 0 || dy !== 0) &&
              boxes.some(
                ([left = 0, top = 0, right = 0, bottom = 0]) => x > left && x < right && y > top && y < bottom,
              ),
            `${way}, ${edge}: ${line}`,
          );
          heads += 1;
        }
      }
    }
  assert.ok(heads > 60, String(heads));
});

/** Flowcharts whose edges pass by other nodes, or lead from group to group within a third, and how many edges each has. */
const passing: readonly (readonly [source: string, edges: number])[] = [
  ["flowchart TD\n  A --> B\n  B --> C\n  A --> C", 3],
  ["flowchart LR\n  시작 --> 가운데 --> 끝\n  시작 -.-> 끝", 3],
  ["flowchart LR\n  a & b --> c[(캐시)]\n  a & b --> d[(DB)]\n  c --> d", 5],
  ["flowchart TD\n  A --> B --> C\n  C -->|성공| D\n  C -->|실패| A\n  D --> E --> A", 6],
  [
    "flowchart TB\n  subgraph VPC\n    subgraph 공개\n      alb --> nat\n    end\n    subgraph 비공개\n      ec2 --> rds[(RDS)]\n    end\n    alb --> ec2 --> nat\n    공개 --> 비공개\n  end\n  사람 --> alb\n  nat --> 밖",
    7,
  ],
  [
    'graph TB\nsubgraph C["클라이언트"]\nWeb["웹 브라우저<br/>(React)"]\nApp["모바일 앱"]\nend\nsubgraph AWS\ndirection LR\nsubgraph VPC\nLB[ALB] --> A1[API 서버 1]\nLB --> A2[API 서버 2]\nA1 & A2 --> DB[(PostgreSQL)]\nA1 -.캐시.-> Redis[(Redis)]\nend\nS3[("S3 버킷")]\nend\nWeb -->|HTTPS| LB\nApp -->|HTTPS| LB\nA2 --> S3',
    8,
  ],
];

test("an edge leads from its node to its node, behind none, and each in the style it was written in", async () => {
  for (const [source, count] of passing) {
    const { html, warnings } = await drawnOf(source);
    assert.deepEqual(warnings, [], source);
    const nodes = boxesIn(html.replace(/<rect[^>]* rx="2"[^>]*>/gu, "")).filter(
      ([, top = 0, , bottom = 0]) => bottom - top > 30 && bottom - top < 60,
    );
    const edges = [...html.matchAll(/<polyline points="([^"]*)"[^>]*stroke-width="([^"]*)"[^>]*>/gu)].slice(-count);
    assert.deepEqual(new Set(edges.map(([, , width]) => width)), new Set(["1"]), source);
    assert.equal(html.match(/<polyline[^>]*dasharray/gu)?.length ?? 0, source.match(/-\./gu)?.length ?? 0, source);
    for (const [, written = ""] of edges) {
      const points = written.split(" ").map((point) => point.split(",").map(Number));
      for (const [at, [x = 0, y = 0]] of points.entries()) {
        const [toX = x, toY = y] = points[at + 1] ?? [];
        const [left, right, top, bottom] = [Math.min(x, toX), Math.max(x, toX), Math.min(y, toY), Math.max(y, toY)];
        const behind = nodes.filter(
          ([l = 0, t = 0, r = 0, b = 0]) => right > l + 2 && left < r - 2 && bottom > t + 2 && top < b - 2,
        );
        assert.deepEqual(behind, [], `${source}\n${written}`);
      }
      for (const [x = 0, y = 0] of [points[0] ?? [], points.at(-1) ?? []])
        assert.ok(
          boxesIn(html).some(([l = 0, t = 0, r = 0, b = 0]) => x > l - 9 && x < r + 9 && y > t - 9 && y < b + 9),
          written,
        );
    }
  }
});

test("words on a box of the author's colour stand out from it by day and by night", async () => {
  const fills = ["#f9f", "#003366", "pink", "navy", "#bbf7d0,color:#14532d", "none", "darkorange", "darkblue"];
  const { html } = await drawnOf(
    ["flowchart LR", ...fills.map((fill, at) => `  n${String(at)}\n  style n${String(at)} fill:${fill}`)].join("\n"),
  );
  const inks = [...html.matchAll(/<text [^>]*fill="([^"]*)"[^>]*>n\d/gu)].map(([, ink]) => ink);
  assert.deepEqual(inks, ["#000", "#fff", "#000", "#fff", "#14532d", "var(--ink, #222)", "#000", "#fff"]);
});

test("a message that is lost shows a cross, one that arrives does not", async () => {
  const { html, warnings } = await drawnOf(
    "sequenceDiagram\n  autonumber\n  A-xB: 끊김\n  A--xB:끝\n  web-x1->>B: 도착\n  B->>A: -x: 글자",
  );
  assert.deepEqual(warnings, []);
  const said = [...html.matchAll(/<text\b[^>]*font-size="11"[^>]*>([^<]*)/gu)].map(([, words]) => words);
  assert.deepEqual(said, ["1. ✕ 끊김", "2. ✕끝", "3. 도착", "4. -x: 글자"]);
});
