import type { Site } from "#model/site.ts";
import { decoded } from "#model/urlize.ts";
import { changedAddresses, type IndexNowNotice, notices } from "#outputs/indexnow.ts";
import { notifyText } from "#text/notify.ts";
import { mapLines, type SiteFiles } from "./map-lines.ts";
import type { NotifiedRecord } from "./notified-record.ts";

/** What to tell whom. */
export interface NotifyRequest {
  readonly site: Site;
  /** The site as it is published. */
  readonly published: SiteFiles;
  /** The site as it was built last. */
  readonly built: SiteFiles;
  readonly record: NotifiedRecord;
  readonly endpoints: readonly string[];
  /** Without it nothing leaves this machine. */
  readonly send: boolean;
  readonly language: "ko" | "en";
  readonly say: (line: string) => void;
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
  const { site, record, say, send } = request;
  const text = notifyText(request.language);
  const built = await mapLines(request.built, site);
  if (built === undefined) return failed(say, text.notBuilt);
  const published = await mapLines(request.published, site);
  const uploaded = changedAddresses(published ?? [], built).length === 0;
  if (!uploaded && record.read() === undefined) record.write(published ?? []);
  const before = record.read();
  const changed = changedAddresses(before ?? built, built);
  say(text.changed(changed.length));
  for (const address of changed.slice(0, shown)) say(`  ${decoded(address)}`);
  if (changed.length > shown) say(text.more(changed.length - shown));
  if (changed.length === 0) return true;
  if (!send) return said(say, uploaded ? text.ready : text.dryRun);
  if (site.indexNowKey === undefined) return failed(say, text.noKey);
  if (!uploaded) return failed(say, text.notUploaded);
  const well = await tellAll(request, notices(site, site.indexNowKey, changed));
  if (well) record.clear();
  return well;
}

async function tellAll(request: NotifyRequest, all: readonly IndexNowNotice[]): Promise<boolean> {
  let well = true;
  for (const endpoint of request.endpoints) {
    for (const notice of all) well = (await tell(request, endpoint, notice)) && well;
  }
  return well;
}

/** An endpoint that fails keeps no other from being notified. */
async function tell({ language, say }: NotifyRequest, endpoint: string, notice: IndexNowNotice): Promise<boolean> {
  const text = notifyText(language);
  try {
    const { status } = await fetch(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify(notice),
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    const well = status === 200 || status === 202;
    say(`${well ? "✓" : "✗"} ${endpoint} — ${status} ${text.status(status, notice.urlList.length)}`);
    return well;
  } catch (error) {
    return failed(say, `✗ ${endpoint} — ${text.unreachable(error instanceof Error ? error.message : String(error))}`);
  }
}

function said(say: (line: string) => void, line: string): true {
  say(line);
  return true;
}

function failed(say: (line: string) => void, line: string): false {
  say(line);
  return false;
}
