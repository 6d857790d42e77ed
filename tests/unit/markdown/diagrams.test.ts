import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withEdgesLast, withPlainNames, withSpacedEdges } from "#markdown/diagrams/flowcharts.ts";
import { rendered } from "./setting.ts";
import { assertHolds } from "../../random.ts";

const drawn: readonly [source: string, words: readonly string[]][] = [
  ["flowchart LR\n  초고 --> 퇴고 --> 공개", ["초고", "퇴고", "공개"]],
  ["flowchart LR\n  초고-->퇴고", ["초고", "퇴고"]],
  ["flowchart LR\n  가 & 나 --> 다", ["가", "나", "다"]],
  ["graph TD\n  시작([시작하기]) -->|예, 그렇다| 끝{정말 끝}\n  시작 --> 끝", ["예, 그렇다", "시작하기", "정말 끝"]],
  ["graph TD\n  시작 -- 아니요 --> 다시\n  class 다시 강조\n  style 시작 fill:#fff", ["아니요", "시작", "다시"]],
  ["flowchart LR\n  가 -.-> 나 ==> 다 -. 점선 .-> 라", ["점선", "가", "나", "다", "라"]],
  [
    "flowchart LR\n  subgraph 책장 하나\n    가\n  end\n  subgraph 다음 [다음 책장]\n    나\n  end\n  가 --> 나",
    ["책장 하나", "다음 책장", "가", "나"],
  ],
  ["flowchart LR\n  A --> B\n  A[Start here]\n  B([끝]):::굵게", ["Start here", "끝"]],
  ["flowchart LR\n  subgraph G\n    A --> B\n  end\n  A[하나] --> C\n  B{둘}", ["G", "하나", "둘", "C"]],
  ['flowchart LR\n  A[초고] --> B["퇴고 (둘째)"]', ["초고", "퇴고 (둘째)"]],
  ["stateDiagram-v2\n  초고 --> 공개", ["초고", "공개"]],
  [
    "stateDiagram-v2\n  [*] --> 확인\n  확인 --> if_state\n  state if_state <<choice>>\n  if_state --> 참: n > 0\n  if_state --> 거짓: n <= 0",
    ["확인", "◇", "참", "거짓", "n &gt; 0", "n &lt;= 0"],
  ],
  [
    "stateDiagram-v2\n  state 갈림 <<choice>>\n  공개 --> 갈림\n  갈림 --> 보관 : 오래됨",
    ["공개", "◇", "보관", "오래됨"],
  ],
];

test("a flowchart's nodes may have names in Hangul, and all its words are drawn", async () => {
  for (const [source, words] of drawn) {
    const { html, warnings } = await rendered(`\`\`\`mermaid\n${source}\n\`\`\``);
    const shown = [...html.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/gu)].map(([, text = ""]) =>
      text.replace(/<[^>]*>/gu, ""),
    );
    assert.deepEqual([shown.toSorted(), warnings], [words.toSorted(), []], source);
  }
});

test("names in ASCII, other diagrams and their words stay as they are", () => {
  for (const source of [
    "flowchart LR\n  A --> B",
    'graph TD\n  a-b["가 나"] -->|예| c(끝)',
    "sequenceDiagram\n  철수->>영희: 안녕",
  ])
    assert.equal(withPlainNames(source), source);
});

const edges: readonly [written: string, drawn: string][] = [
  ["A-->B", "A-->B"],
  ["A--->B", "A-->B"],
  ["A[가]-->B-->C;", "가-->B B-->C"],
  ["A-->|예|B", "A--예-->B"],
  ["A --> |예| B", "A--예-->B"],
  ["A--예-->B", "A--예-->B"],
  ["A-.예.->B==아니요==>C", "A--예-->B B--아니요-->C"],
  ["A---B; B-..->C", "A-->B B-->C"],
  ["A--oB", "A-->B"],
  ['A["가-->나"]-->a-b', "가-->나-->a-b"],
  ["A:::x-->B", "A-->B"],
  ["사용자-->서버", "사용자-->서버"],
];

test("an edge needs no blanks around it, and may be of any length", async () => {
  const { parseMermaid } = await import("beautiful-mermaid");
  for (const [written, drawn] of edges) {
    const { nodes, edges: read } = parseMermaid(withPlainNames(withSpacedEdges(`graph LR;\n${written}`)));
    const name = (id: string) => nodes.get(id)?.label ?? id;
    const said = read.map(
      ({ source, target, label }) => `${name(source)}${label ? `--${label}` : ""}-->${name(target)}`,
    );
    assert.equal(said.join(" "), drawn, written);
  }
});

test("a diagram's title block, settings and remarks are no part of the drawing", async () => {
  const source = "---\ntitle: 제목\n---\n%%{init: {'theme': 'dark'}}%%\ngraph LR\n%% A --> C\nA-->B";
  const { html, warnings } = await rendered(`\`\`\`mermaid\n${source}\n\`\`\``);
  assert.match(html, /aria-label="다이어그램: A, B"/u);
  assert.deepEqual(warnings, []);
});

const whole: readonly (readonly [source: string, words: readonly string[]])[] = [
  ['graph\n  A[Start here] --> B\n  click A href "https://a.kr" "툴팁"', ["B", "Start here"]],
  ['---\ntitle: "주문 흐름"\n---\nflowchart LR\n  A[줄<br/>바꿈] --> B:::강조', ["줄바꿈", "B"]],
  [
    "sequenceDiagram\n  title 주문 흐름\n  autonumber\n  participant 서버 as 웹 서버\n  A->>서버: 요청\n  서버-->>A: OK\n  Note over A: 끝",
    ["1. 요청", "2. OK", "A", "끝", "웹 서버"],
  ],
  [
    'stateDiagram-v2\n  [*] --> 멈춤\n  멈춤 : 쉬는 중\n  멈춤 --> s1: 이동\n  state "긴 이름" as s1',
    ["긴 이름", "쉬는 중", "이동"],
  ],
  ["erDiagram\n  회원 ||--o{ 주문 : 한다", ["주문", "한다", "회원"]],
  [
    "classDiagram\n  class 개 {\n    +String 이름\n  }\n  style 개 fill:#f9f\n  동물 <|-- 개 : 상속",
    ["+ 이름: String", "개", "동물", "상속"],
  ],
];

test("what a drawing leaves out by itself is drawn: titles, numbers of messages, a direction; English words of its own are not", async () => {
  for (const [source, said] of whole) {
    const { html, warnings } = await rendered(`\`\`\`mermaid\n${source}\n\`\`\``);
    const shown = [...html.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/gu)].map(([, text = ""]) =>
      text.replace(/<[^>]*>/gu, ""),
    );
    assert.deepEqual([shown.filter((text) => text !== "").toSorted(), warnings], [said.toSorted(), []], source);
    assert.equal(html.includes("<figcaption>주문 흐름</figcaption>"), source.includes("title"), source);
  }
});

test("a group holds the nodes that were named before it", async () => {
  const { parseMermaid } = await import("beautiful-mermaid");
  const source =
    "graph TD\nA[하나] --> B{둘} --> C\nsubgraph 첫째\n  B\n  C --> D\nend\nsubgraph 둘째\n  D --> E\n  A\nend\nA --> F";
  const { nodes, subgraphs } = parseMermaid(withEdgesLast(source, parseMermaid(source)));
  assert.deepEqual(
    subgraphs.map(({ nodeIds }) => nodeIds),
    [
      ["B", "C", "D"],
      ["A", "E"],
    ],
  );
  assert.deepEqual([...nodes.values()].map(({ label, shape }) => `${label} ${shape}`).toSorted(), [
    "C rectangle",
    "D rectangle",
    "E rectangle",
    "F rectangle",
    "둘 diamond",
    "하나 rectangle",
  ]);
});

test("any lines keep their number, whatever stands in them", () => {
  const part = fc.constantFrom("가", "A", "-->", "--", " ", "-.", ".->", "==", "|", '"', "[", "]", "(", "{", ">", "\n");
  assertHolds(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const source = `flowchart LR\n${parts.join("")}`;
      assert.equal(withPlainNames(source).split("\n").length, source.split("\n").length);
    }),
  );
});

test("an edge back to an earlier node leaves the first node first", async () => {
  const { parseMermaid, renderMermaidSVG } = await import("beautiful-mermaid");
  const xOf = (svg: string, word: string) =>
    Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${word}<`, "u").exec(svg)?.[1]);
  const chain = "C[셋] --> D[다시] --> A";
  for (const back of ["B -->|again| A", "B -- again --> A", "B ==> A;", "B[두] -.-> A", "D --> B --> A", chain]) {
    const source = withSpacedEdges(`graph LR\n  A[하나] --> B[둘]\n  B --> C[셋]\n  C --> E[넷]\n  ${back}`);
    const drawn = renderMermaidSVG(withEdgesLast(source, parseMermaid(source)));
    assert.ok(xOf(drawn, "하나") < xOf(drawn, "셋"), back);
    assert.equal(drawn.match(/marker-start=/gu)?.length, 1, back);
  }
  const states = await rendered(
    "```mermaid\nstateDiagram-v2\n  [*] --> 초안\n  초안 --> 검토\n  검토 --> 초안: 반려\n```",
  );
  const levels = ["초안", "반려", "검토"].map((word) =>
    Number(new RegExp(`y="([\\d.]+)"[^>]*>${word}<`, "u").exec(states.html)?.[1]),
  );
  assert.deepEqual(
    levels,
    levels.toSorted((a, b) => a - b),
  );
  assert.deepEqual(states.html.match(/marker-(?:start|end)=/gu), ["marker-end=", "marker-end=", "marker-start="]);
});
