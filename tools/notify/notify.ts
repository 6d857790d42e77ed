import { existsSync, readFileSync, rmSync } from "node:fs";
import { writeWhole } from "#cache/store.ts";
import type { Site } from "#model/site.ts";
import { decoded } from "#model/urlize.ts";
import { changedAddresses, notices } from "#outputs/search-engines.ts";
import type { MapLine } from "#outputs/map-file.ts";
import type { MessageLanguage } from "#text/language.ts";
import type { Values } from "#text/interface.ts";
import { said, type Word, words } from "#text/words.ts";
import { type Ask, mapLines } from "#tools/publish/ask.ts";

export interface NotifyRequest {
  readonly site: Site;
  /** The site as it is published. */
  readonly published: Ask;
  /** The site as it was built last. */
  readonly built: Ask;
  /** File that keeps the map engines last heard of, from before an upload until they are told. */
  readonly record: string;
  readonly endpoints: readonly string[];
  /** Without it nothing leaves this machine. */
  readonly send: boolean;
  readonly language: MessageLanguage;
  /** `well` is false of what makes the command fail. */
  readonly say: (line: string, well: boolean) => void;
}

/** Engines that take IndexNow; what one is told, the protocol has it share with the others. */
export const indexNowEndpoints = ["https://searchadvisor.naver.com/indexnow", "https://www.bing.com/indexnow"] as const;

const patience = 30_000;
const shown = 20;

/**
 * Tells search engines which addresses changed; true where all went well. Before an upload it keeps the published map,
 * after it the new map is published and can be compared with that; addresses that do not answer yet are never told.
 */
export async function notify(request: NotifyRequest): Promise<boolean> {
  const { site, record, send } = request;
  const text = (word: Word, values?: Values) => said(word, values, request.language);
  const say = (line: string, well = true) => {
    request.say(line, well);
    return well;
  };
  const built = await mapLines(request.built, site);
  if (built === undefined) return say(text("notify-not-built"), false);
  const published = await mapLines(request.published, site);
  const uploaded = changedAddresses(published ?? [], built).length === 0;
  if (!uploaded && !existsSync(record)) writeWhole(record, JSON.stringify(published ?? []));
  const before = existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as MapLine[]) : built;
  const changed = changedAddresses(before, built);
  say(text(changed.length === 0 ? "notify-changed-none" : "notify-changed", { count: changed.length }));
  for (const address of changed.slice(0, shown)) say(`  ${decoded(address)}`);
  if (changed.length > shown) say(text("notify-more", { count: changed.length - shown }));
  if (changed.length === 0) return true;
  if (!send) return say(text(uploaded ? "notify-ready" : "notify-dry-run"));
  if (site.indexNowKey === undefined) return say(text("notify-no-key"), false);
  if (!uploaded) return say(text("notify-not-uploaded"), false);
  let well = true;
  for (const endpoint of request.endpoints)
    for (const notice of notices(site, site.indexNowKey, changed)) {
      const answer = await told(endpoint, notice);
      const isTaken = answer === 200 || answer === 202;
      const word = `notify-${answer}`;
      const known = word in words ? (word as Word) : "notify-unknown";
      const meaning =
        typeof answer === "string"
          ? text("notify-unreachable", { why: answer })
          : `${answer} ${text(known, { count: notice.urlList.length })}`;
      well = say(`${isTaken ? "✓" : "✗"} ${endpoint} — ${meaning}`, isTaken) && well;
    }
  if (well) rmSync(record, { force: true });
  return well;
}

/** The status that an engine answers to a notice, or why there is none: one that fails keeps no other from being told. */
async function told(endpoint: string, notice: object): Promise<number | string> {
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  const sent = { method: "POST", headers, body: JSON.stringify(notice), signal: AbortSignal.timeout(patience) };
  try {
    return (await fetch(endpoint, { ...sent, redirect: "error" })).status;
  } catch (error) {
    const { message, cause } = error as Error;
    // `fetch` says why only in its cause.
    return cause instanceof Error ? cause.message : message;
  }
}
