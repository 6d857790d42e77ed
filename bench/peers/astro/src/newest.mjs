import { getCollection } from "astro:content";

export const slug = (label) =>
  label
    .trim()
    .toLowerCase()
    .replace(/[\s/]+/gu, "-");
export const day = (date) => date.toISOString().slice(0, 10);

let sorted;
export function newest() {
  sorted ??= getCollection("posts").then((posts) => posts.sort((a, b) => b.data.date - a.data.date));
  return sorted;
}

export async function shelves(kind) {
  const found = new Map();
  for (const post of await newest()) {
    for (const label of post.data[kind]) {
      if (!found.has(label)) found.set(label, []);
      found.get(label).push(post);
    }
  }
  return found;
}

export async function shelfPaths(kind, paginate) {
  return [...(await shelves(kind))].flatMap(([label, posts]) =>
    paginate(posts, { params: { shelf: slug(label) }, props: { label }, pageSize: 20 }),
  );
}
