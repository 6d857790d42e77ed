import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinTerms, type TermUse } from "#model/taxonomy.ts";
import { termKey, termLabel } from "#model/term-label.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

const usesOf = (...labels: string[]): TermUse[] =>
  labels.map((label, index) => ({ label, file: `${String(index)}.md` }));

test("spellings that differ by case, blanks or hyphens are one term under the most frequent", () => {
  const { terms, notes, redirects } = joinTerms(
    "tag",
    usesOf("react-native", "React Native", "React Native", "reactnative", "React\u00a0native"),
  );
  assert.equal(new Set(terms.values()).size, 1);
  assert.deepEqual(terms.get("reactnative"), {
    label: "React Native",
    slug: "react-native",
    path: "/tags/react-native/",
  });
  assert.deepEqual(
    notes.map(({ label, spelling, files }) => [label, spelling, files]),
    [
      ["React Native", "React native", ["4.md"]],
      ["React Native", "react-native", ["0.md"]],
      ["React Native", "reactnative", ["3.md"]],
    ],
  );
  assert.deepEqual([...redirects], [["/tags/reactnative/", "/tags/react-native/"]]);
});

test("ties go to the first by code point, whatever the order of files", () => {
  for (const labels of [
    ["생성형 AI", "생성형AI"],
    ["생성형AI", "생성형 AI"],
  ])
    assert.equal(joinTerms("tag", usesOf(...labels)).terms.get("생성형AI")?.label, "생성형 AI");
});

test("what means something else stays apart", () => {
  for (const pair of [
    ["C", "C++"],
    ["C", "C#"],
    ["C++", "C#"],
    ["F#", "F"],
    ["2020-21", "202021"],
    ["2020 21", "202021"],
    ["A", "A-"],
    ["A+", "A-"],
    ["100", "100%"],
    [".NET", "NET"],
    ["AI·ML", "AIML"],
  ] as const) {
    const { terms } = joinTerms("tag", usesOf(...pair));
    assert.notEqual(terms.get(pair[0])?.slug, terms.get(pair[1])?.slug, pair.join(" "));
    assert.notEqual(terms.get(pair[0])?.label, terms.get(pair[1])?.label, pair.join(" "));
  }
});

test("what is the same joins", () => {
  for (const pair of [
    ["Node.js", "node.js"],
    ["빅 데이터", "빅데이터"],
    ["핀테크", "핀테크".normalize("NFD")],
    ["CI/CD", "ci / cd"],
    [" 앞뒤 ", "앞뒤"],
    ["한글\u200b", "한글"],
    ["비동기‑처리", "비동기-처리"],
    ["2020-21", "2020 21"],
    ["Straße", "STRASSE"],
  ] as const) {
    const { terms } = joinTerms("category", usesOf(...pair));
    assert.equal(terms.get(pair[0]), terms.get(pair[1]), pair.join(" "));
  }
});

test("two terms on one slug are told apart, the plainer keeping it", () => {
  const { terms } = joinTerms("tag", usesOf("100%", "100", "C#", "CSharp", "🎉", "🎊"));
  assert.equal(terms.get("100")?.slug, "100");
  assert.match(terms.get("100%")?.slug ?? "", /^100-[0-9a-f]{8}$/u);
  assert.equal(terms.get("CSharp")?.slug, "csharp");
  assert.match(terms.get("C#")?.slug ?? "", /^csharp-[0-9a-f]{8}$/u);
  assert.equal(new Set([...terms.values()].map((term) => term.slug)).size, 6);
});

test("labels that show nothing are no terms", () => {
  assert.equal(joinTerms("tag", usesOf("", "  ", "\u200b", "\u202e", "\ud800", "\u3164")).terms.size, 0);
  assert.equal(termLabel("👩‍💻 개발"), "👩‍💻 개발");
  assert.equal(termLabel("가\u202e나\u0007  다"), "가나 다");
  // Page titles leave it out, so that it would tell no two terms apart.
  assert.equal(termLabel("／\ufffd"), "／");
});

test("any labels: one slug for one term, every redirect free and leading to a term", () => {
  assertHolds(
    fc.property(
      fc.array(fc.oneof(hostileText, fc.constantFrom("A b", "a-b", "AB", "ß", "SS", "İ", "i")), { maxLength: 20 }),
      (labels) => {
        const { terms, redirects } = joinTerms("tag", usesOf(...labels));
        const distinct = [...new Map([...terms.values()].map((term) => [term.path, term])).values()];
        assert.equal(new Set(distinct.map(({ label }) => termKey(label))).size, distinct.length);
        assert.equal(new Set(distinct.map(({ slug }) => slug.toUpperCase())).size, distinct.length);
        for (const label of labels) assert.equal(terms.has(label), termLabel(label) !== "");
        for (const [from, to] of redirects)
          assert.ok(!distinct.some(({ path }) => path === from) && distinct.some(({ path }) => path === to));
        const again = joinTerms("tag", usesOf(...labels).reverse());
        for (const label of labels) assert.deepEqual(again.terms.get(label), terms.get(label));
        const relabelled = [...terms.values()].map(({ label }) => label);
        const once = joinTerms("tag", usesOf(...relabelled)).terms;
        for (const term of terms.values()) assert.deepEqual(once.get(term.label), term);
        const decomposed = joinTerms("tag", usesOf(...labels.map((label) => label.normalize("NFD"))));
        for (const label of labels) assert.deepEqual(decomposed.terms.get(label.normalize("NFD")), terms.get(label));
      },
    ),
    500,
  );
});
