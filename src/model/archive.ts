import type { Entry } from "./post.ts";

/** One year of the archive; `year` is undefined for posts without a date, which stand last. */
export interface ArchiveYear<Post = Entry> {
  readonly year: number | undefined;
  readonly months: readonly { readonly month: number | undefined; readonly posts: readonly Post[] }[];
}

/** Groups sorted posts by year and month of the author's own day; posts without a date form the last group. */
export function archiveOf(posts: readonly Entry[]): ArchiveYear[] {
  const years = new Map<number | undefined, Map<number | undefined, Entry[]>>();
  for (const post of posts) {
    const year = post.date && Number(post.date.day.slice(0, 4));
    const month = post.date && Number(post.date.day.slice(5, 7));
    const months = getOrMake(years, year, () => new Map<number | undefined, Entry[]>());
    getOrMake(months, month, () => []).push(post);
  }
  return [...years]
    .sort(([a], [b]) => descending(a, b))
    .map(([year, months]) => ({
      year,
      months: [...months].sort(([a], [b]) => descending(a, b)).map(([month, ofMonth]) => ({ month, posts: ofMonth })),
    }));
}

interface YearOf<Post> {
  readonly year: number | undefined;
  readonly posts: Post[];
}

/** The same posts in the same order by year alone. */
export function yearsOf<Post extends Pick<Entry, "date">>(posts: readonly Post[]): YearOf<Post>[] {
  const month = (post: Post) => post.date?.day.slice(0, 7) ?? "";
  const years: YearOf<Post>[] = [];
  let before: string | undefined;
  for (const post of posts.toSorted((a, b) => (month(a) < month(b) ? 1 : month(a) > month(b) ? -1 : 0))) {
    const year = month(post).slice(0, 4);
    if (year !== before) years.push({ year: year === "" ? undefined : Number(year), posts: [] });
    years.at(-1)?.posts.push(post);
    before = year;
  }
  return years;
}

function descending(a: number | undefined, b: number | undefined): number {
  return (b ?? -1) - (a ?? -1);
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
