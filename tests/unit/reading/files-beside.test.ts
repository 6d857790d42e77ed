import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { test } from "node:test";
import { readContent } from "#reading/content.ts";
import { defineSite } from "#model/site.ts";
import { brief, now, post, readPosts, temporarySite } from "./temporary-site.ts";

test("a post that Notepad saved as a text, or that lies beside the folder of posts, is told", (context) => {
  const root = temporarySite(context, {
    "src/content/posts/가.md": post(),
    "src/content/posts/나.md.txt": "나",
    "src/content/posts/다.TXT": `\uFEFF${post()}`.replaceAll("\n", "\r\n"),
    "src/content/posts/라.txt": Buffer.from(`\uFEFF${post()}`, "utf16le"),
    "src/content/posts/받을 파일.txt": "-- 받을 파일 --\n",
    "src/content/posts/_마.md.txt": "마",
    "src/content/moves.txt": "",
    "src/content/바.md": post(),
    "src/content/_사.md": post(),
  });
  const { problems } = readContent({ root, site: defineSite({}), now });
  assert.deepEqual(
    problems.map(({ severity, code, file }) => `${severity} ${code} ${file}`),
    [
      "warning source-as-text src/content/posts/나.md.txt",
      "warning source-as-text src/content/posts/다.TXT",
      "warning source-as-text src/content/posts/라.txt",
      "warning source-outside src/content/바.md",
    ],
  );
});

test("symbolic links, to files and to folders, are refused and not followed", async (context) => {
  const root = temporarySite(context, { "secret.md": post(), "src/content/posts/글.md": post() });
  symlinkSync(`${root}/secret.md`, `${root}/src/content/posts/밖.md`);
  symlinkSync(`${root}/src/content/posts`, `${root}/src/content/posts/고리`);
  const reading = readContent({ root, site: defineSite({}), now });
  assert.deepEqual(brief(reading), ["error symbolic-link 1:1", "error symbolic-link 1:1"]);
  assert.deepEqual(
    reading.entries.map(({ id }) => id),
    ["글"],
  );
});

test("what is no post is left alone", async (context) => {
  const reading = await readPosts(context, {
    "_초안.md": post(),
    "~$글.md": "x",
    "_index.md": post(),
    "_폴더/글.md": post(),
    ".숨김.md": post(),
    "분석.Rmd": post(),
    "노트.ipynb": "{}",
    "긴 이름.MD": post(),
    "또.markdown": post(),
  });
  assert.deepEqual(
    reading.entries.map(({ id }) => id),
    ["긴 이름", "또"],
  );
});
