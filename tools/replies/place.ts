import { decodedPath } from "#model/address.ts";
import { type Reply, replySchema } from "#model/replies.ts";
import type { Site } from "#model/site.ts";
import { replyHtml } from "#outputs/feed-html.ts";
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

/** A page of a place, and the addresses that it is about or links to. */
export interface Found {
  readonly at: string;
  readonly links: readonly string[];
}

/** Where replies come from. */
export interface Place {
  /** What the ids of its replies begin with. */
  readonly name: "github" | "webmention" | "mastodon" | "bluesky";
  /** Why it is not asked; its replies then stay as they are. */
  readonly missing?: string | undefined;
  /** Whether an address is one of its pages where a post may be talked about. */
  readonly fits: (address: string) => boolean;
  /** What there may be about posts, besides the addresses that their authors name. */
  readonly found: () => Promise<readonly Found[]>;
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

/** A reply with all that a stranger wrote made safe; none where it says nothing, or what no file could keep. */
export function replyOf({ id, to, name, person, url, date, html }: Said): Reply[] {
  const web = (address: string) => (/^https?:\/\//u.test(address) ? URL.parse(address)?.href : undefined);
  const [page, own] = [web(url), web(person)];
  const words = replyHtml(html, page ?? "https://invalid.example/");
  const shown = safeLine(name)
    .replace(/^\p{Default_Ignorable_Code_Point}+$/u, "")
    .slice(0, 100)
    .toWellFormed();
  const reply = {
    id: safeLine(id),
    ...(to !== undefined && { to: safeLine(to) }),
    name: shown || (own === undefined ? "?" : new URL(own).hostname),
    ...(own !== undefined && { person: own }),
    ...(page !== undefined && { url: page }),
    date: Number.isNaN(Date.parse(date)) ? "" : new Date(date).toISOString(),
    html: words,
  };
  return /[^\s<>](?![^<]*>)/u.test(words) && replySchema.safeParse(reply).success ? [reply] : [];
}
