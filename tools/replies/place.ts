import { decodedPath } from "#model/address.ts";
import type { Reply } from "#model/replies.ts";
import type { Site } from "#model/site.ts";
import { replyHtml } from "#outputs/reply-html.ts";
import { safeLine } from "#outputs/safe-text.ts";

/** A post that may be talked about. */
export interface Subject {
  readonly id: string;
  readonly path: string;
  readonly aliases: readonly string[];
  /** Addresses that its author names in `discussion`. */
  readonly discussions: readonly string[];
}

/** The posts, to be found by their addresses. */
export interface Subjects {
  readonly all: readonly Subject[];
  /** The post that stands at an address, absolute or from the root, or stood there. */
  readonly at: (address: string) => Subject | undefined;
}

/** Where replies come from. */
export interface Place {
  /** What the ids of its replies begin with. */
  readonly name: "github" | "webmention" | "mastodon" | "bluesky";
  /** Why it is not asked; its replies then stay as they are. */
  readonly missing?: string | undefined;
  /** Where posts are talked about there, named by their authors or found. */
  readonly discussions: (subjects: Subjects) => Promise<readonly { subject: Subject; at: string }[]>;
  /** All replies there; throws `NoAnswer` where they cannot be had. */
  readonly replies: (at: string) => Promise<readonly Reply[]>;
}

/** The posts by the addresses that lead to them. */
export function subjectsOf(all: readonly Subject[], site: Site): Subjects {
  const slashed = (path: string) => path.replace(/\/*(?:index\.html)?$/u, "/");
  const byPath = new Map(
    all.flatMap((subject) => [subject.path, ...subject.aliases].map((path) => [slashed(path), subject] as const)),
  );
  return {
    all,
    at: (address) => {
      const path = decodedPath(address, site);
      return path === undefined ? undefined : byPath.get(slashed(path));
    },
  };
}

/** The addresses among those that posts name, with the posts that name them, for which `fits`. */
export function named({ all }: Subjects, fits: (address: string) => boolean): { subject: Subject; at: string }[] {
  return all.flatMap((subject) => subject.discussions.filter(fits).map((at) => ({ subject, at })));
}

/** What a place says of a reply, in its own words. */
export interface Said {
  readonly id: string;
  readonly to?: string | undefined;
  readonly name: string;
  readonly person: string;
  readonly url: string;
  readonly date: string;
  readonly html: string;
}

/** A reply with all that a stranger wrote made safe; none where it says nothing or has no date. */
export function replyOf({ id, to, name, person, url, date, html }: Said): Reply[] {
  const web = (address: string) => (/^https?:\/\//u.test(address) ? URL.parse(address)?.href : undefined);
  const [page, own] = [web(url), web(person)];
  const [words, time] = [replyHtml(html, page ?? "https://invalid.example/"), Date.parse(date)];
  if (words.replace(/<[^>]*>/gu, "").trim() === "" || Number.isNaN(time)) return [];
  return [
    {
      id: safeLine(id),
      ...(to !== undefined && { to: safeLine(to) }),
      name: safeLine(name).slice(0, 100).toWellFormed() || (own === undefined ? "?" : new URL(own).hostname),
      ...(own !== undefined && { person: own }),
      ...(page !== undefined && { url: page }),
      date: new Date(time).toISOString(),
      html: words,
    },
  ];
}
