import type { Catalogue } from "#model/catalogue.ts";
import type { Instant } from "#model/instant.ts";
import type { Entry } from "#model/post.ts";
import { shortHash } from "#model/digest.ts";

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An instant for RSS (RFC 822 as RSS 2.0 uses it) in its author's zone: `Mon, 01 Jun 2020 10:00:00 +0900`. */
export function rssDate(iso: string): string {
  const [, year, month, day, time, zone] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/u.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    throw new RangeError(`not an ISO instant: ${iso}`);
  const weekday = days[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
  const offset = zone === "Z" ? "+0000" : zone?.replace(":", "");
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${time} ${offset}`;
}

/**
 * Atom's `updated` of every post by path: `updated ?? date`, the site's first day for undated posts; never the clock.
 * Where only a day is known, a second of its first hour is taken from the path, so that no two posts share an instant
 * (a validator's warning) and none moves when another is written.
 */
export function updatedTimes({ posts, site }: Catalogue): ReadonlyMap<string, string> {
  const taken = new Set<number>();
  return new Map(
    posts.map((post) => {
      const known = post.updated ?? post.date;
      const start = known?.epochMs ?? Date.parse(`${site.since}T00:00:00Z`);
      let epochMs = start + (known?.hasTime ? 0 : secondOfHour(post) * 1000);
      while (taken.has(epochMs)) epochMs += 1000;
      taken.add(epochMs);
      return [post.path, inZone(epochMs, known)];
    }),
  );
}

function secondOfHour(post: Entry): number {
  return Number.parseInt(shortHash(post.path), 16) % 3600;
}

function inZone(epochMs: number, known: Instant | undefined): string {
  const zone = /[+-]\d\d:\d\d$/u.exec(known?.iso ?? "")?.[0] ?? "+00:00";
  const [hours = 0, minutes = 0] = zone.slice(1).split(":").map(Number);
  const offset = (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return new Date(epochMs + offset).toISOString().slice(0, 19) + zone;
}
