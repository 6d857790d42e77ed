import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";

/** One year of the archive; `year` is undefined for posts without a date, which stand last. */
export interface ArchiveYear<Post = Entry> {
  readonly year: number | undefined;
  readonly months: readonly { readonly month: number | undefined; readonly posts: readonly Post[] }[];
}

/** Groups sorted posts by year and month of the author's own day; posts without a date form the last group. */
export function archiveOf(posts: readonly Entry[]): ArchiveYear[] {
  return yearsOf(posts).map(({ year, posts: ofYear }) => {
    const months = Map.groupBy(ofYear, ({ date }) => date && Number(date.day.slice(5, 7)));
    return { year, months: [...months].map(([month, ofMonth]) => ({ month, posts: ofMonth })) };
  });
}

export function yearsOf<Post extends Pick<Entry, "date">>(posts: readonly Post[]) {
  const month = ({ date }: Post) => date?.day.slice(0, 7) ?? "";
  const sorted = posts.toSorted((a, b) => byCodePoint(month(b), month(a)));
  const years = Map.groupBy(sorted, ({ date }) => date && Number(date.day.slice(0, 4)));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}
