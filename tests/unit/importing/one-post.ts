import { readFileSync } from "node:fs";
import path from "node:path";
import { parseFragment } from "parse5";
import { type Facts, factsOfHtml, type HtmlNode } from "./html-facts.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

/** What became of one post: our Markdown, what a reader sees of it, and its warnings as `line code`. */
export interface OnePost {
  readonly markdown: string;
  readonly html: string;
  readonly facts: Facts;
  readonly warnings: readonly string[];
  /** What the build has to tell of it, as codes. */
  readonly told: readonly string[];
}

const head = "---\ntitle: 글\ndate: 2020-06-01\n---\n";

/** Imports a Hugo blog of one post with this body (its first line is the file's fifth), beside `files`. */
export async function onePost(body: string, files: Readonly<Record<string, string>> = {}): Promise<OnePost> {
  const settings = { "hugo.toml": 'baseURL = "https://blog.test/"\n' };
  const { root, remove } = sourceOf({ ...settings, ...files, "content/post/글.md": head + body });
  const ours = await imported(root);
  const page = ours.report.pages.find(({ source }) => source === "content/post/글.md");
  const entry = ours.entryOf("content/post/글.md");
  if (page === undefined || entry === undefined) throw new Error("no post");
  const markdown = readFileSync(path.join(ours.root, page.target), "utf8");
  const { html } = ours.body(entry);
  ours.remove();
  remove();
  return {
    markdown: markdown.replace(/^---\n[\s\S]*?\n---\n\n?/u, ""),
    html,
    facts: factsOfHtml(parseFragment(html) as unknown as HtmlNode),
    told: ours.problems.map(({ code }) => code),
    warnings: page.warnings.map(({ line, code }) => `${String(line)} ${code}`),
  };
}
