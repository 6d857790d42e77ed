import { decodedPath, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { tried } from "#model/tried.ts";
import { failureMessages } from "#messages/failure.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { feedPath } from "#outputs/feed-address.ts";
import { fileFor } from "#tools/prove/built-site.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import type { Answer, Ask } from "./ask.ts";
import { everyAnswer } from "./headers.ts";

export interface Published {
  readonly site: Site;
  readonly ask: Ask;
  /** Site-relative paths of its map. */
  readonly listed: ReadonlySet<string>;
  /** Site-relative paths of posts that were taken back: nothing may answer there. */
  readonly gone: ReadonlySet<string>;
}

const atOnce = 4;

/** All that is wrong at the paths given and the feeds, at most four of which are asked at a time. */
export async function verify(published: Published, paths: readonly string[]): Promise<Message[]> {
  const feeds = published.site.outputs.feeds.map((format) => feedPath("/", format));
  const waiting = new Set([...feeds, ...paths]).values();
  const found: Message[] = [];
  const worker = async () => {
    for (const path of waiting) {
      const faults = await faultsAt(path, published).catch(
        (error: Error) => failureMessages(error) ?? Promise.reject(error),
      );
      found.push(...faults);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

async function faultsAt(path: string, { site, ask, listed, gone }: Published): Promise<Message[]> {
  const answer = await ask(path);
  const faults: Fault[] = headerFaults(answer, site);
  const to = answer.to ?? movedTo(path, answer, site);
  if (gone.has(path)) {
    if (answer.status !== 404 && answer.status !== 410) faults.push(["verify-gone", { status: answer.status }]);
  } else if (to !== undefined) {
    const next = to.startsWith("/") ? await ask(to) : undefined;
    const isThere = next?.status === 200 && movedTo(to, next, site) === undefined;
    if (!isThere || listed.has(path)) faults.push(["verify-redirect", { to, status: next?.status ?? "?" }]);
  } else if (answer.status !== 200) faults.push(["verify-status", { status: answer.status }]);
  else faults.push(...contentFaults(path, answer.bytes, listed.has(path) ? url(site, path) : undefined));
  return faults.map(([code, values]) => errorOf(code, values, { page: path }));
}

type Fault = readonly [code: Message["code"], values: Message["values"]];

/** Where the small page at a moved address leads, on hosts without redirects. */
function movedTo(path: string, { bytes }: Answer, site: Site): string | undefined {
  const { page, signs } = builtFile(fileFor(path), bytes);
  const target = /^0;\s*url=(.+)$/u.exec(page?.refresh ?? "")?.[1];
  return target === undefined || signs.length > 1 ? undefined : (decodedPath(target, site) ?? target);
}

/** Pictures of other sites differ from blog to blog; all else of the policy does not. */
function headerFaults({ headers }: Answer, site: Site): Fault[] {
  if (headers === undefined) return [];
  const isRight = ([name, value]: [string, string]) => {
    const found = headers.get(name)?.replace(/ ?img-src [^;]*;/u, "");
    return name.startsWith("Content") ? found === value.replace(/ ?img-src [^;]*;/u, "") : found !== undefined;
  };
  const wanted = Object.entries(everyAnswer(site)).filter(
    ([name]) => site.address.startsWith("https:") || !/^Strict/u.test(name),
  );
  const wrong = wanted.filter((header) => !isRight(header)).map(([name]) => name);
  return wrong.length > 0 ? [["verify-header", { name: wrong.join(", ") }]] : [];
}

function contentFaults(path: string, bytes: Uint8Array, canonical: string | undefined): Fault[] {
  const file = fileFor(path);
  const { signs, isCut } = builtFile(file, bytes);
  const faults: Fault[] = signs.map(({ code, what }) => [code, { what }]);
  if (isCut) faults.push(["page-cut", { file }]);
  const text = Buffer.from(bytes).toString();
  if (/\.(?:xml|json)$/u.test(path) && !isFeed(path, text)) faults.push(["verify-feed", {}]);
  const found = /<link rel="?canonical"? href="?([^">\s]*)/u.exec(text)?.[1]?.replaceAll(/&(?:amp|#38);/gu, "&") ?? "";
  if (canonical !== undefined && found !== canonical) faults.push(["verify-canonical", { found, wanted: canonical }]);
  return faults;
}

/** Of XML the signs tell whether it is well-formed. */
function isFeed(path: string, text: string): boolean {
  if (path.endsWith(".xml")) return /<(?:rss|feed)\s/u.test(text);
  const { version } = tried(() => JSON.parse(text) as { version?: string } | null) ?? {};
  return String(version).startsWith("https://jsonfeed.org/");
}
