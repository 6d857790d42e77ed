import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { importBlog, type ImportOptions } from "#tools/import/import-blog.ts";
import type { Report } from "#tools/import/shared/report.ts";
import { openTarget } from "#tools/import/shared/target.ts";
import type { RenderedBody } from "#markdown/work.ts";
import { defineSite } from "#model/site.ts";
import type { Entry } from "#model/post.ts";
import { writtenRedirects } from "#tools/publish/lists.ts";
import { bodyStore } from "#reading/entry-store.ts";
import { readContent } from "#reading/content.ts";
import type { FileMessage } from "#messages/message.ts";
import { renderEntries } from "#reading/rendering.ts";

/** An imported blog as our own reader and renderer have it. */
export interface Imported {
  readonly root: string;
  readonly report: Report;
  readonly entries: readonly Entry[];
  readonly problems: readonly FileMessage[];
  readonly body: (entry: Entry) => Pick<RenderedBody, "html" | "pictures">;
  readonly entryOf: (source: string) => Entry | undefined;
  /** The redirects written down, by old path. */
  readonly redirects: () => ReadonlyMap<string, string>;
  readonly remove: () => void;
}

/** The clock of these tests. */
export const now = Date.UTC(2026, 10, 22);

/** Imports a blog's folder into a new one, reads it and renders every body. */
export async function imported(source: string, options: Partial<ImportOptions> = {}): Promise<Imported> {
  const root = mkdtempSync(path.join(tmpdir(), "seogo-imported-"));
  const target = openTarget(root, { force: false, dryRun: false, blog: "블로그" });
  const report = importBlog({ source, now, progress: () => {}, ...options }, target);
  if (report === undefined) throw new Error(`${source}: no blog`);
  target.close();
  const site = defineSite({ address: report.site.baseUrl ?? "https://blog.example/" });
  const reading = readContent({ root, site, now });
  const cacheDir = path.join(root, ".seogo");
  const rendering = await renderEntries({ reading, site, cacheDir, pipeline: "test", prune: true });
  const store = bodyStore(cacheDir);
  const entries = rendering.entries.map(({ entry }) => entry);
  const byFile = new Map(entries.map((entry) => [entry.file.normalize("NFC"), entry]));
  const targets = new Map(report.pages.map((page) => [page.source, page.target.normalize("NFC")]));
  return {
    root,
    report,
    entries,
    problems: [...reading.problems, ...rendering.problems],
    body: ({ digest, pictures }) => ({ html: store.get(digest) ?? "", pictures }),
    redirects: () => new Map(writtenRedirects(readFileSync(path.join(root, "src/content/moves.txt"), "utf8"))),
    entryOf: (file) => byFile.get(targets.get(file) ?? ""),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
