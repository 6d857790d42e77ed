import type { SourcePage } from "./blog.ts";
import { readSource } from "./front-matter.ts";
import { dataIn, type SourceTree } from "./source-tree.ts";
import { isMap, listOf, mapOf, textAt, valueAt } from "./values.ts";

/** Lists of authors (`blog/authors.yml`, `_data/authors.yml`), and files of one (`data/authors/kim.json`, `content/authors/kim/_index.md`). */
const people = /(?:^|\/)(?:\.?authors?|authors?\/([^/]+)(?:\/_?index)?)\.(?:ya?ml|json|toml|mdx?)$/u;

/** Pages whose authors have the names that readers saw, where posts give keys of the blog's own list. */
export function withAuthorNames(pages: readonly SourcePage[], tree: SourceTree): readonly SourcePage[] {
  const names = new Map(tree.files.flatMap((file) => namesIn(file, tree)));
  return pages.map((page) => {
    const keys = listOf(valueAt(page.data, "author", "authors"));
    const author = keys.map((key) => names.get(key) ?? key);
    return keys.some((key) => names.has(key)) ? { ...page, data: { ...page.data, author } } : page;
  });
}

function namesIn(file: string, tree: SourceTree): [key: string, name: string][] {
  const [whole, key] = people.exec(file) ?? [];
  if (whole === undefined) return [];
  const data = /\.mdx?$/u.test(file) ? readSource(tree.text(file)).data : dataIn(tree, file);
  const listed = key === undefined ? (data["authors"] ?? data) : { [key]: data };
  return Object.entries(mapOf(listed)).flatMap(([one, said]) =>
    isMap(said) ? [[one, textAt(said, "name", "title") ?? one]] : [],
  );
}
