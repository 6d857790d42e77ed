import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basePath } from "../model/address.ts";
import { byCodePoint } from "../model/order.ts";
import type { Entry } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { renderBody } from "../markdown/render.ts";
import { bodyStore, writeWhole, type BodyStore } from "./bodies.ts";
import { factsOf, type BodyFacts } from "./body-facts.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { EntryHead } from "./entry-head.ts";
import { lookups, type Asked, type Lookups } from "./lookups.ts";
import { sortedProblems, type Problem } from "./problems.ts";

/** What one body gave the last time, and the questions it asked. */
interface Kept {
  readonly asked: Asked;
  readonly digest: string;
  readonly facts: BodyFacts;
}

interface Work {
  readonly reading: ContentReading;
  readonly site: Site;
  readonly cacheDir: string;
  /** Digest of the code that renders. */
  readonly pipeline: string;
}

/** All entries whole, with what is doubtful in their bodies. */
export interface Rendering {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Renders every body that changed since the last time, keeps the rest, and writes `entries.json`. */
export async function renderEntries(work: Work): Promise<Rendering> {
  const store = bodyStore(work.cacheDir);
  const stored = store.digests();
  const before = keptBefore(work);
  const after: Record<string, Kept> = {};
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, draft] of work.reading.drafts.entries()) {
    const head = work.reading.entries[index];
    if (!head) continue;
    const key = sourceKey(draft, head, work);
    const ask = lookups(draft, work.reading);
    const known = before[key];
    const fresh = known && stored.has(known.digest) && digestOf(key, ask.answers(known.asked)) === known.digest;
    const kept = fresh ? known : await rendered({ draft, head, key, ask, site: work.site, store });
    after[key] = kept;
    const { warnings, ...facts } = kept.facts;
    entries.push({ ...head, ...facts, digest: kept.digest });
    problems.push(...ask.problems(kept.asked), ...bodyProblems(draft, warnings, ask.similar(kept.asked)));
  }
  store.prune(new Set(Object.values(after).map(({ digest }) => digest)));
  writeCache(work, { pipeline: work.pipeline, kept: after }, entries);
  return { entries, problems: sortedProblems(problems) };
}

async function rendered(of: {
  draft: Draft;
  head: EntryHead;
  key: string;
  ask: Lookups;
  site: Site;
  store: BodyStore;
}): Promise<Kept> {
  const { draft, head, key, ask, site, store } = of;
  const { asked, picture, link } = ask.recorded();
  const body = await renderBody(draft.format === "mdx" ? withoutJsx(draft.body) : draft.body, {
    lineBreaks: draft.fields.lineBreaks ?? site.lineBreaks,
    quotes: draft.fields.quotes ?? site.quotes,
    ellipsis: site.ellipsis,
    math: draft.fields.math ?? site.math,
    language: site.language,
    base: basePath(site),
    picture,
    link,
  });
  const digest = digestOf(key, ask.answers(asked));
  store.write(digest, body);
  return { asked, digest, facts: factsOf(head, body) };
}

/** MDX as Markdown: imports, exports, comments and components' tags taken out, their lines kept. */
function withoutJsx(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/gu, "");
  return source
    .replace(/^(?:import|export)\s[\s\S]*?(?=\n[ \t]*\n|$(?![\s\S]))/gmu, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/gu, blank)
    .replace(/<\/?[A-Z][\w.]*(?:\s[^<>]*?)?\/?>/gu, blank);
}

function sourceKey(draft: Draft, head: EntryHead, { site, pipeline }: Work): string {
  const { lineBreaks, quotes, ellipsis, math, language } = site;
  const settings = { lineBreaks, quotes, ellipsis, math, language, base: basePath(site) };
  return hash([
    pipeline,
    settings,
    draft.file.normalize("NFC"),
    head.title,
    head.description ?? "",
    head.tags,
    draft.fields,
    draft.body,
  ]);
}

function digestOf(key: string, answers: unknown): string {
  return hash([key, answers]);
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

function bodyProblems(draft: Draft, warnings: BodyFacts["warnings"], explained: ReadonlySet<string>): Problem[] {
  const doubtful = warnings.filter(
    ({ code, values }) => code !== "picture-missing" || !explained.has(String(values["address"])),
  );
  return doubtful.map(({ line, ...warning }) => {
    return { severity: "warning", file: draft.file, field: "본문", line: line + draft.bodyLine - 1, ...warning };
  });
}

function keptBefore({ cacheDir, pipeline }: Work): Readonly<Record<string, Kept>> {
  try {
    const cache = JSON.parse(readFileSync(`${cacheDir}/kept.json`, "utf8")) as {
      pipeline: string;
      kept: Record<string, Kept>;
    };
    return cache.pipeline === pipeline ? cache.kept : {};
  } catch {
    return {};
  }
}

function writeCache({ cacheDir }: Work, cache: object, entries: readonly Entry[]): void {
  writeWhole(`${cacheDir}/kept.json`, JSON.stringify(cache));
  const sorted = entries.toSorted((a, b) => byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id));
  writeWhole(`${cacheDir}/entries.json`, JSON.stringify(sorted));
}
