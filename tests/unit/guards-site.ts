import { type BuiltSite, builtSite, type Expected } from "#tools/prove/built-site.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import type { Entry } from "#model/post.ts";

/** What a test may say about a handmade site; the rest is ordinary. */
export interface Handmade extends Partial<Expected> {
  /** Sources of posts by address; each makes an entry unless `entries` names it. */
  readonly sources?: Readonly<Record<string, string>>;
}

interface Words {
  title?: string;
  description?: string;
  head?: string;
}
/** A page in order, but for what is given. */
export const page = (body: string, { title = "가", description = "설명", head = "" }: Words = {}) =>
  `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${description}">${head}</head><body><h1>가</h1>${body}</body></html>`;

/** A post with nothing unusual about it. */
export function entryAt(path: string, over: Partial<Entry> = {}): Entry {
  const id = path.split("/").filter(Boolean).at(-1) ?? "index";
  return {
    kind: "post",
    id,
    file: `src/content/posts/${id}.md`,
    format: "md",
    path,
    aliases: [],
    title: id,
    draft: false,
    featured: false,
    type: "post",
    summary: id,
    categories: [],
    tags: [],
    headings: [],
    pictures: [],
    minutes: 1,
    terms: [],
    words: [],
    digest: "0",
    extra: {},
    ...over,
  };
}

/** A built site from the text of its files. */
export function siteOf(files: Readonly<Record<string, string>>, { sources = {}, ...over }: Handmade = {}): BuiltSite {
  const entries = over.entries ?? Object.keys(sources).map((path) => entryAt(path));
  const texts = new Map(entries.map((entry) => [entry.file, sources[entry.path]]));
  const built = new Map(Object.entries(files).map(([path, text]) => [path, builtFile(path, Buffer.from(text))]));
  return builtSite(built, {
    address: "https://seogo.example/",
    now: 0,
    redirects: [],
    ledger: [],
    publicFiles: [],
    read: (path) => files[path] ?? "",
    source: (file) => texts.get(file),
    ...over,
    entries,
  });
}

/** A page with nothing but what stands in its body, and no more in its head than browsers need. */
export const bodyPage = (body: string) =>
  `<!doctype html><html lang="ko"><head><title>가</title></head><body>${body}</body></html>`;
