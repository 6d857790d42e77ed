import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anchors } from "#model/anchor.ts";
import { safeSlug, termSlug, urlize } from "#model/urlize.ts";
import golden from "../fixtures/model/hugo-urls.json" with { type: "json" };
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

test("terms get the path Hugo gives them, C# one that can be reached", () => {
  for (const { term, path } of golden.tags) {
    const expected = term === "C#" ? "/tags/csharp/" : path;
    assert.equal(`/tags/${urlize(term)}/`, expected, term);
    assert.equal(`/tags/${termSlug(term)}/`, expected, term);
    assert.equal(`/tags/${termSlug(term.normalize("NFD"))}/`, expected, `${term} in NFD`);
  }
});

test("files get the path Hugo gives them", () => {
  for (const { name, path } of golden.files) assert.equal(`/post/${urlize(name.replace(/\.md$/u, ""))}/`, path, name);
});

test("headings get the id Hugo gives them", () => {
  const ids = anchors();
  assert.deepEqual(
    golden.headings.markdown.map((source) => ids.idOf(source)),
    golden.headings.ids,
  );
});

test("what Hugo cannot link is written so that it can", () => {
  const table: [string, string][] = [
    ["F#", "fsharp"],
    ["C# 입문", "csharp-입문"],
    ["C#으로", "csharp으로"],
    ["C#.NET", "csharp.net"],
    ["C#İ", "c-i"],
    ["C\u200b#", "csharp"],
    ["글#1", "글-1"],
    ["issue #12", "issue-12"],
    ["#태그", "태그"],
    ["a\\b", "a-b"],
    ["%ED%95%9C글", "한글"],
    ["..", ""],
    ["a/../b", "a/b"],
    ["/a//b/", "a/b"],
    ["글\u200b자", "글자"],
    ["❤️", ""],
    ["AI / ML", "ai-/-ml"],
    ["a - b", "a-b"],
    ["a -- b", "a--b"],
    ["- a", "-a"],
    ["ΟΔΟΣ", "οδοσ"],
    ["İSTANBUL", "istanbul"],
    ["\ud800글", "글"],
    ["\u202e역순", "역순"],
  ];
  for (const [text, path] of table) assert.equal(urlize(text), path, text);
});

test("a term's slug never takes a name that means something else", () => {
  for (const label of [
    "",
    "🎉",
    "..",
    "???",
    "index",
    "Index.html",
    "page",
    "feed",
    "rss.xml",
    "atom.xml",
    "feed.json",
    "opml.xml",
    "CON",
    "nul.txt",
    "Com1",
    "ai/page",
    ".git",
    ".htaccess",
  ]) {
    const slug = termSlug(label);
    assert.match(slug, /[0-9a-f]{8}/u, `${label} → ${slug}`);
    assert.doesNotMatch(
      slug,
      /(?:^|\/)(?:(?:con|nul|com1)(?:[./]|$)|(?:index|index\.html|page|feed|rss\.xml|\.git|\.htaccess)(?:\/|$))/u,
      `${label} → ${slug}`,
    );
  }
  assert.notEqual(termSlug("🎉"), termSlug("🎊"));
  assert.equal(termSlug("Inc."), "inc");
});

test("any label gives a safe, stable, NFC slug", () => {
  assertHolds(
    fc.property(hostileText, (label) => {
      for (const slug of [termSlug(label), safeSlug(label)]) {
        assert.ok(slug.length > 0 && slug.isWellFormed() && slug === slug.normalize("NFC"));
        for (const segment of slug.split("/")) {
          assert.ok(Buffer.byteLength(segment) <= 200);
          assert.match(segment, /^[\p{L}\p{Nd}\p{M}._+~@-]+$/u);
          assert.doesNotMatch(
            segment,
            /^\.+$|\.$|\p{Default_Ignorable_Code_Point}|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/u,
          );
        }
        assert.ok(Buffer.byteLength(slug) <= 600);
      }
      assert.equal(termSlug(label), termSlug(label.normalize("NFD")));
      assert.equal(safeSlug(safeSlug(label)), safeSlug(label));
    }),
    2000,
  );
});

test("a label of 10,000 characters is cut between characters and told apart by its hash", () => {
  const long = "각".repeat(10_000);
  assert.match(termSlug(long), /^각{60}-[0-9a-f]{8}$/u);
  assert.notEqual(termSlug(long), termSlug(`${long}끝`));
  // Not between a letter and its mark, though there is room for the letter.
  assert.match(termSlug(`${"a".repeat(181)}q\u0301${"b".repeat(50)}`), /^a{181}-[0-9a-f]{8}$/u);
  assert.ok(Buffer.byteLength(termSlug("a/".repeat(5000))) <= 200);
  assert.ok(Buffer.byteLength(termSlug(`a${"\u0301".repeat(5000)}`)) <= 200);
});

test("ids of a page never repeat and are never empty", () => {
  assertHolds(
    fc.property(
      fc.array(fc.oneof(hostileText, fc.constantFrom("가", "가-1", "가 1", "")), { maxLength: 30 }),
      (sources) => {
        const ids = anchors();
        ids.take("가-2");
        const made = sources.map((source) => ids.idOf(source));
        assert.equal(new Set([...made, "가-2"]).size, made.length + 1);
        for (const id of made) assert.match(id, /^[\p{L}\p{Nd}_-]+$/u);
      },
    ),
  );
});
