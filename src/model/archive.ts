import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";

type Dated = Pick<Entry, "date">;

/** One year of the archive; `year` is undefined for posts without a date, which stand last. */
export interface ArchiveYear<Post extends Dated = Entry> {
  readonly year: number | undefined;
  readonly posts: readonly Post[];
}

/** Groups sorted posts by the year of the author's own day, those of one month together; posts without a date form the last group. */
export function yearsOf<Post extends Dated>(posts: readonly Post[]): ArchiveYear<Post>[] {
  const month = ({ date }: Post) => date?.day.slice(0, 7) ?? "";
  const sorted = posts.toSorted((a, b) => byCodePoint(month(b), month(a)));
  const years = Map.groupBy(sorted, ({ date }) => date && Number(date.day.slice(0, 4)));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}

/** Groups the posts of a year by month. */
export function monthsOf<Post extends Dated>(posts: readonly Post[]) {
  const months = Map.groupBy(posts, ({ date }) => date && Number(date.day.slice(5, 7)));
  return [...months].map(([month, ofMonth]) => ({ month, posts: ofMonth }));
}
