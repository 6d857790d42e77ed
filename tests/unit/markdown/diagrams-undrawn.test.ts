import assert from "node:assert/strict";
import { test } from "node:test";
import { places, rendered } from "./setting.ts";

const undrawn: readonly (readonly [source: string, place: string])[] = [
  ["graph LR\nA --> B\nA ~~~ B", "diagram-line 4:1"],
  ["graph LR\nA o--o B", "diagram-line 3:1"],
  ['graph LR\nA@{ shape: rect, label: "새 모양" }', "diagram-line 3:1"],
  ["sequenceDiagram\n  A->>B: 안녕\n  critical 중요\n    A->>B: 다\n  end", "diagram-line 4:3"],
  ["sequenceDiagram\n  A<<->>B: 양쪽", "diagram-line 3:3"],
  ["sequenceDiagram\n  box 파랑 묶음\n  participant A\n  end", "diagram-line 3:3"],
  ["stateDiagram-v2\n  가 --> 나\n  note right of 가: 메모", "diagram-line 4:3"],
  ["stateDiagram-v2\n  A --> B\n  note right of A: memo", "diagram-line 4:3"],
  ["classDiagram\n  namespace Domain {\n    class A\n  }", "diagram-line 3:3"],
  ['classDiagram\n  class 개\n  note for 개 "메모"', "diagram-line 4:3"],
  ['erDiagram\n  회원["가입한 사람"] {\n    string 이름\n  }', "diagram-not-drawn 1:1"],
  ["xychart-beta\n  x-axis [1월, 2월]\n  bar [1, 2]", "diagram-unknown 1:1"],
];

test("a diagram of which something is not drawn is shown as its source, and the line is told", async () => {
  for (const [source, place] of undrawn) {
    const body = await rendered(`\`\`\`mermaid\n${source}\n\`\`\``);
    assert.doesNotMatch(body.html, /<svg/u, source);
    assert.deepEqual(places(body), [place], source);
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

test("a diagram of more lines than a reader follows is shown as its source", async () => {
  for (const [kind, line] of [
    ["flowchart TD", "가-->나"],
    ["classDiagram", "A <|-- B"],
    ["sequenceDiagram", "가->>나: 말"],
    ["sequenceDiagram", "가-->>나: 말"],
  ] as const) {
    const { html, warnings } = await rendered(`\`\`\`mermaid\n${kind}\n${`${line}\n`.repeat(201)}\`\`\`\n`);
    const isBounded = line !== "가->>나: 말";
    assert.equal(html.includes("<svg"), !isBounded, kind);
    assert.deepEqual(
      warnings.map(({ values }) => values["value"]),
      isBounded ? ["201 > 200"] : [],
      kind,
    );
  }
});
