import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { hasHugo, hugoPages } from "./hugo-oracle.ts";
import { imported } from "./imported.ts";
import { losses } from "./losses.ts";

const base = 'baseURL = "https://blog.test/"\ndisableKinds = ["RSS", "sitemap"]\n';
const korean = 'defaultContentLanguage = "ko"\n';
const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2020-06-01\n${more}---\n한국어 글입니다.\n`;
const english = "---\ntitle: A\n---\nEnglish text\n";
const names = [
  "Ⅱ장 ①",
  "가+나",
  "it's",
  "emoji 🎉",
  "A&B",
  "a--b",
  "_밑줄",
  "100%",
  "1. 시작하기",
  "-앞",
  "🎉 뒤",

  "카 : 타",
  "바 『책』 사",
  "l · m",
];

const sites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "one language with a suffix": {
    "hugo.toml": `${base}${korean}[languages.ko]\nweight = 1\n`,
    "content/post/a.md": post("가"),
    "content/post/b.ko.md": post("나"),
    "content/post/c/index.ko.md": post("다"),
  },
  "one language under a folder": {
    "hugo.toml": `${base}${korean}defaultContentLanguageInSubdir = true\n[languages.ko]\nweight = 1\n`,
    "content/post/a.md": post("가"),
  },
  "no languages, yet a suffix": {
    "hugo.toml": base + korean,
    "content/post/a.ko.md": post("가"),
    "content/post/b/index.ko.md": post("나"),
  },
  "Korean in a folder of English": {
    "hugo.toml": `${base}defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content"\nweight = 1\n[languages.ko]\ncontentDir = "content/ko"\nweight = 2\n`,
    "content/post/a.md": english,
    "content/ko/post/a.md": post("가"),
  },
  "folders that settings do not know": { "hugo.toml": base, "content/ko/post/a.md": post("가") },
  "permalinks of a language": {
    "hugo.toml": `${base}${korean}[permalinks]\npost = "/p/:slug/"\n[languages.ko]\nweight = 1\n[languages.ko.permalinks]\npost = "/:year/:slug/"\n[languages.en]\nweight = 2\n`,
    "content/post/a.md": post("가"),
  },
  "url and aliases in a second language": {
    "hugo.toml": `${base}defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.ko]\nweight = 2\n`,
    "content/post/a.ko.md": post("가", "url: /x/y/\n"),
    "content/post/b.ko.md": post("나", "url: z/w\naliases: [/old/, rel]\n"),
  },
  "permalinks by name": {
    "hugo.toml": `${base}[permalinks]\npost = "/:section/:filename"\nblog = "/:sections/:slugorfilename/"\n`,
    "content/post/가 나.md": post("가"),
    "content/blog/x/나.md": post("나"),
    "content/post/c/index.md": post("다"),
    "content/blog/y/index.md": post("라"),
  },
  "names that look like others": {
    "hugo.toml": base,
    "content/posts/index-note.md": post("가"),
    "content/posts/sub/index.md": post("나"),
    "content/posts/sub/other.md": post("다"),
    "content/a.b/글.c.md": post("점"),
  },
  "mounted folders": {
    "hugo.toml": `${base}[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "notes"\ntarget = "content/notes"\n`,
    "notes/a.md": post("노트"),
    "content/post/a.md": post("가"),
  },
  "another content folder": { "hugo.toml": `${base}contentDir = "src/posts"\n`, "src/posts/post/a.md": post("가") },
  "names with every sign": {
    "hugo.toml": base,
    ...Object.fromEntries(names.map((name, index) => [`content/post/${name}.md`, post(`제목 ${String(index)}`)])),
  },
};

for (const [name, files] of Object.entries(sites)) {
  test(`as Hugo has it: ${name}`, { skip: hasHugo() ? false : "no hugo" }, async (context) => {
    const root = mkdtempSync(path.join(tmpdir(), "seogo-hugo-"));
    context.after(() => rmSync(root, { recursive: true, force: true }));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const ours = await imported(root);
    context.after(ours.remove);
    const pages = hugoPages(root, "/").filter(({ file }) => ours.entryOf(file));
    assert.equal(pages.length, ours.report.pages.length);
    assert.deepEqual(
      pages.flatMap((page) => losses(page, page.file, ours).map((loss) => `${page.file}: ${loss}`)),
      [],
    );
    assert.deepEqual(
      ours.problems.filter(({ severity }) => severity === "error"),
      [],
    );
  });
}
