import assert from "node:assert/strict";
import { rmSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import fc from "fast-check";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { fileReport } from "#reading/file-report.ts";
import { readDraft } from "#reading/draft.ts";
import { forbidden } from "#reading/source-text.ts";
import { now } from "./temporary-site.ts";
import { assertHolds } from "../../random.ts";

const site = defineSite({});
const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      ..."가나힣ㄱᄒ\u1161\u11ab한漢éA1-_.~+@#?%&/\\:;,!'\"[](){}<>|*`$^= \t\u200b\u202e\u00a0\u3000🎉👨‍👩‍👧",
    ),
    maxLength: 40,
  }),
  fc.constantFrom(
    "..",
    ".",
    "CON",
    "index",
    "__proto__",
    "constructor",
    "null",
    "true",
    "%2e%2e",
    "가".repeat(90),
    "a".repeat(300),
  ),
);
const written = nasty.map((text) => JSON.stringify(text.toWellFormed()));

test("whatever a front matter says, the file has an entry or a message with a place in it", () => {
  const source = fc.record({
    title: written,
    date: fc.oneof(written, fc.constant("2020-06-01")),
    tags: fc.array(written, { maxLength: 5 }),
    slug: fc.option(written, { nil: undefined }),
    url: fc.option(written, { nil: undefined }),
    body: nasty,
  });
  assertHolds(
    fc.property(source, nasty, ({ title, date, tags, slug, url, body }, name) => {
      const lines = [
        `title: ${title}`,
        `date: ${date}`,
        `tags: [${tags.join(", ")}]`,
        ...(slug ? [`slug: ${slug}`] : []),
        ...(url ? [`url: ${url}`] : []),
      ];
      const text = `---\n${lines.join("\n")}\n---\n${body}`;
      const from = {
        kind: "post",
        file: "src/content/posts/x.md",
        name: `${name.toWellFormed().replace(/[/\u0000]/gu, "") || "x"}.md`,
      } as const;
      const { draft, problems } = readDraft(from, Buffer.from(text), site);
      const errors = problems.filter(({ severity }) => severity === "error");
      assert.equal(draft === undefined, errors.length > 0, text);
      const count = text.split(/\r\n?|\n/u).length;
      for (const { line, column, code } of problems)
        assert.ok(line >= 1 && line <= count && column >= 1, `${code} ${String(line)}:${String(column)}`);
      if (!draft) return;
      assert.doesNotMatch(draft.title, forbidden, JSON.stringify(name));
      assert.match(draft.path, /^\/(?:[^/]+\/)*$/u);
      assert.equal(draft.path, draft.path.normalize("NFC"));
      assert.ok(!/[#?%\\\p{Cc}\p{Cs}]/u.test(draft.path), draft.path);
      assert.ok(
        draft.path
          .split("/")
          .every((segment) => segment !== "." && segment !== ".." && Buffer.byteLength(segment) <= 200),
        draft.path,
      );
    }),
    1500,
  );
});

test("whatever bytes a file holds, reading does not throw", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(`---\n${text}\n---\n`)),
    nasty.map((text) => Buffer.from(`+++\ntitle = ${text}\n+++\n`)),
    nasty.map((text) => Buffer.from(`{"title": ${text}}\n`)),
  );
  assertHolds(
    fc.property(bytes, (content) => {
      const from = { kind: "post", file: "x.md", name: "x.md" } as const;
      const { draft, problems } = readDraft(from, content, site);
      assert.ok(draft ?? problems.length > 0);
      assert.ok(fileReport("x").problems.length === 0);
    }),
    2000,
  );
});

test("files on a disk: as many entries as files, no two on one address, or an error for each", async () => {
  const fileName = nasty
    .map((text) =>
      text
        .toWellFormed()
        .replace(/[/\u0000]/gu, "")
        .slice(0, 60),
    )
    .filter((name) => name !== "" && !/^(?:[._]|~\$)/u.test(name) && Buffer.byteLength(name) < 250);
  await assertHolds(
    fc.asyncProperty(fc.uniqueArray(fileName, { minLength: 1, maxLength: 6 }), async (names) => {
      const root = mkdtempSync(`${tmpdir()}/seogo-hostile-`);
      try {
        mkdirSync(`${root}/src/content/posts`, { recursive: true });
        for (const name of names)
          writeFileSync(`${root}/src/content/posts/${name}.md`, "---\ntitle: 글\ndate: 2020-06-01\n---\n");
        const { entries, problems } = readContent({ root, site, now });
        const errors = new Set(problems.map(({ file }) => file));
        const paths = new Set(entries.filter(({ file }) => !errors.has(file)).map(({ path }) => path.toLowerCase()));
        assert.equal(paths.size + errors.size, names.length, JSON.stringify([names, problems]));
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    }),
    150,
  );
});
