import { setTimeout as pause } from "node:timers/promises";
import { decodedPath } from "#model/address.ts";
import { type Reply, replySchema } from "#model/replies.ts";
import type { Site } from "#model/site.ts";
import { replyHtml } from "#outputs/feed-html.ts";
import { safeLine } from "#outputs/safe-text.ts";

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

export interface Place {
  /** What the ids of its replies begin with. */
  readonly name: "github" | "webmention" | "mastodon" | "bluesky";
  /** Why it is not asked; its replies then stay as they are. */
  readonly missing?: string | undefined;
  /** The addresses of its pages where a post may be talked about; absent where replies are asked for by the post's own address. */
  readonly pages?: RegExp;
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

/** What a place says of a reply, in its own words: the date in any form, addresses empty where there are none. */
export type Said = Required<Omit<Reply, "to">> & { readonly to?: string | undefined };

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

/** What a place answered, before anything in it is known. */
export type Data = Readonly<Record<string, unknown>>;

/** Why a place did not answer: the status, or what the network said. */
export class NoAnswer extends Error {}

const [times, patience, longestWait, mostBytes, mostParts] = [3, 30_000, 60, 2 ** 25, 1000];

/** Asks a place for JSON (`body` is sent as JSON), again after a wait where it is busy or cannot be reached; throws `NoAnswer` where that is in vain. */
export async function ask(
  address: string,
  { headers, body }: { headers?: Readonly<Record<string, string>>; body?: unknown } = {},
): Promise<Data> {
  let why = "";
  for (let time = 1; time <= times; time += 1) {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(address, {
      ...sent,
      headers: { Accept: "application/json", "User-Agent": "Seogo", ...headers },
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => String((error as Error).cause ?? error));
    if (typeof answer !== "string" && answer.ok) {
      const data: unknown = await bounded(answer)
        .json()
        .catch(() => undefined);
      if (typeof data === "object" && data !== null) return data as Data;
    }
    why = typeof answer === "string" ? answer : `HTTP ${String(answer.status)}`;
    const wait = typeof answer === "string" ? time : waitOf(answer, time);
    if (wait === undefined || wait > longestWait) break;
    if (time < times) await pause(wait * 1000);
  }
  throw new NoAnswer(why);
}

/** An answer that is cut where it goes on for ever: a few bytes may unpack to more than any machine holds. */
function bounded({ body }: Response): Response {
  let left = mostBytes;
  const transform = (part: Uint8Array, stream: TransformStreamDefaultController<Uint8Array>) => {
    left -= part.length;
    return left < 0 ? stream.terminate() : stream.enqueue(part);
  };
  return new Response(body?.pipeThrough(new TransformStream({ transform })) ?? null);
}

/** Seconds to wait before asking again; undefined where that is of no use. */
function waitOf({ status, headers }: Response, time: number): number | undefined {
  const asked = headers.get("retry-after");
  if (asked !== null) return /^\d+$/u.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  return status === 429 || status >= 500 || status < 300 ? time : undefined;
}

/** All parts of a list: each with what asks for the next one, until one names none, or one that was asked for; throws `NoAnswer` for a list without end. */
export async function allOf(
  part: (next: string | undefined) => Promise<{ readonly all: readonly Data[]; readonly next: string | undefined }>,
): Promise<Data[]> {
  const all: Data[] = [];
  const asked = new Set<string | undefined>();
  let next: string | undefined;
  do {
    if (asked.add(next).size > mostParts) throw new NoAnswer(`> ${String(mostParts)}`);
    const found = await part(next);
    all.push(...found.all);
    next = found.next;
  } while (next !== undefined && !asked.has(next));
  return all;
}

/** The list under a key, of objects alone; empty where there is none. */
export function listAt(data: unknown, key: string): Data[] {
  const list = (data as Data | undefined)?.[key];
  return Array.isArray(list) ? list.filter((one): one is Data => typeof one === "object" && one !== null) : [];
}

function valueAt(data: unknown, keys: readonly string[]): unknown {
  return keys.reduce((value, key) => (value as Data | null | undefined)?.[key], data);
}

/** The object under a path of keys; empty where there is none. */
export function at(data: unknown, ...keys: readonly string[]): Data {
  const found = valueAt(data, keys);
  return typeof found === "object" && found !== null ? (found as Data) : {};
}

/** The text under a path of keys, also of a number; empty where there is none. */
export function textAt(data: unknown, ...keys: readonly string[]): string {
  const value = valueAt(data, keys);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
