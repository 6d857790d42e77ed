import type { BuiltSite } from "./built-site.ts";
import { byCodePoint } from "#model/order.ts";
import { isShareLink } from "#outputs/share.ts";

/** How an outside address answered; `ok` also where a server merely refuses robots or is overloaded. */
export interface LinkAnswer {
  readonly ok: boolean;
  /** HTTP status, or why there was none. */
  readonly answer: string;
  /** When it was asked, in milliseconds since the epoch. */
  readonly askedAt: number;
}

/** What asking takes; all of it can be replaced in a test. */
export interface Asking {
  readonly now: number;
  /** Answers from earlier runs, by URL. */
  readonly known: ReadonlyMap<string, LinkAnswer>;
  readonly status: (url: string, method: "HEAD" | "GET") => Promise<number>;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

const week = 7 * 24 * 60 * 60 * 1000;
const betweenRequestsMs = 1000;
const hostsAtOnce = 8;

/** The built files that link to an outside address or show it as a picture, by the address without its fragment, in code point order. */
export function externalLinks(
  site: Pick<BuiltSite, "files" | "address" | "resolve">,
): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [file, { page }] of site.files) {
    for (const { kind, address } of page?.references ?? []) {
      if (kind === "asset" || kind === "form") continue;
      const isOutside = /^(?:https?:)?\/\//iu.test(address) && site.resolve(file, address).kind === "outside";
      const url = isOutside ? URL.parse(address, site.address) : null;
      if (url === null || isShareLink(url.href)) continue;
      url.hash = "";
      found.set(url.href, (found.get(url.href) ?? new Set()).add(file));
    }
  }
  return new Map([...found].sort(([a], [b]) => byCodePoint(a, b)));
}

/** Asks each address at most once a week, one host at a time with a pause, so that nobody is burdened; returns all answers. */
export async function askedLinks(urls: Iterable<string>, asking: Asking): Promise<Map<string, LinkAnswer>> {
  const answers = new Map([...asking.known].filter(([, { askedAt }]) => asking.now - askedAt < week));
  const due = [...urls].filter((url) => !answers.has(url));
  const hosts = [...Map.groupBy(due, (url) => new URL(url).host).values()];
  const worker = async () => {
    for (let host = hosts.pop(); host !== undefined; host = hosts.pop()) {
      for (const [index, url] of host.entries()) {
        if (index > 0) await asking.pause(betweenRequestsMs);
        answers.set(url, await answerOf(url, asking));
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, worker));
  return answers;
}

async function answerOf(url: string, { status, now }: Asking): Promise<LinkAnswer> {
  try {
    const first = await status(url, "HEAD");
    const final = first >= 400 && first !== 404 && first !== 410 ? await status(url, "GET") : first;
    return { ok: final !== 404 && final !== 410, answer: String(final), askedAt: now };
  } catch (error) {
    const { message, cause } = error as Error;
    return { ok: false, answer: cause instanceof Error ? cause.message : message, askedAt: now };
  }
}
