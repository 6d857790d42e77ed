import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { defineSite, type Site } from "#model/site.ts";
import { readContent, type ContentReading } from "#reading/content.ts";

/** The day all reading tests take for now: 22 November 2026, noon in Seoul. */
export const now = Date.UTC(2026, 10, 22, 3);

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files (paths from its root), removed when the test ends. */
export function temporarySite(test: TestContext, files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "seogo-reading-"));
  test.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(`${root}/${file}`), { recursive: true });
    writeFileSync(`${root}/${file}`, content);
  }
  return root;
}

/** Reads posts given by name under src/content/posts. */
export async function readPosts(
  test: TestContext,
  posts: Files,
  settings: Partial<Parameters<typeof defineSite>[0]> = {},
): Promise<ContentReading & { root: string; site: Site }> {
  const files = Object.fromEntries(
    Object.entries(posts).map(([name, content]) => [`src/content/posts/${name}`, content]),
  );
  const root = temporarySite(test, files);
  const site = defineSite(settings);
  return { ...readContent({ root, site, now }), root, site };
}

/** A valid post with these lines in its front matter besides title and date. */
export function post(lines = "", body = "본문입니다.\n"): string {
  return `---\ntitle: 제목\ndate: 2020-06-01\n${lines}${lines === "" ? "" : "\n"}---\n${body}`;
}

/** `severity code line:column` of each problem, in order. */
export function brief({ problems }: Pick<ContentReading, "problems">): string[] {
  return problems.map(({ severity, code, line, column }) => `${severity} ${code} ${String(line)}:${String(column)}`);
}
