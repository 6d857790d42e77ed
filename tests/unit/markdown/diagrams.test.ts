import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inDeclaredOrder, withPlainNames, withSpacedEdges } from "#markdown/diagrams.ts";
import { rendered } from "./setting.ts";

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
  ['flowchart LR\n  A[초고] --> B["퇴고 (둘째)"]', ["초고", "퇴고 (둘째)"]],
  ["stateDiagram-v2\n  초고 --> 공개", ["초고", "공개"]],
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

test("a diagram with an edge that the drawer cannot read is shown as its source, with a warning", async () => {
  for (const edge of ["A ~~~ B", "A o--o B", "A@{ shape: circle }-->B"]) {
    const { html, warnings } = await rendered(`\`\`\`mermaid\ngraph LR\n${edge}\n\`\`\``);
    assert.doesNotMatch(html, /<svg/u);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ["diagram-not-drawn"],
    );
  }
});

test("a diagram that comes out empty is shown as its source, with a warning", async () => {
  const { html, warnings } = await rendered("```mermaid\nflowchart LR\n```");
  assert.match(html, /<pre [^>]*data-language="mermaid"><code>flowchart LR/u);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ["diagram-not-drawn"],
  );
});

test("any lines keep their number, whatever stands in them", () => {
  const part = fc.constantFrom("가", "A", "-->", "--", " ", "-.", ".->", "==", "|", '"', "[", "]", "(", "{", ">", "\n");
  fc.assert(
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
  for (const back of ["B -->|again| A", "B -- again --> A", "B ==> A;", "B[두] -.-> A", "D --> B --> A"]) {
    const source = withSpacedEdges(`graph LR\n  A[하나] --> B[둘]\n  B --> C[셋]\n  C --> E[넷]\n  ${back}`);
    const drawn = renderMermaidSVG(inDeclaredOrder(source, parseMermaid(source)));
    assert.ok(xOf(drawn, "하나") < xOf(drawn, "셋"), back);
    assert.equal(drawn.match(/marker-start=/gu)?.length, 1, back);
  }
  const forward = "graph LR\n  A --> B\n  A --> C\n  B --> C";
  assert.equal(inDeclaredOrder(forward, parseMermaid(forward)), forward);
});
