import { indexWords } from "#korean/index-words.ts";
import { readingTime } from "#korean/reading-time.ts";
import { summaryOf } from "#korean/summary.ts";
import { TextWords } from "#korean/terms.ts";
import { twoNames } from "#korean/two-names.ts";
import { digestOf } from "#cache/store.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, RenderedBody } from "#markdown/work.ts";
import type { FileMessage } from "#messages/message.ts";
import { basePath } from "#model/address.ts";
import { siteFor } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { bodyProblem, depthProblem } from "./body-problem.ts";
import type { Draft } from "./draft.ts";
import { bodyDigest } from "./front-matter.ts";
import type { EntryHead } from "./entry-head.ts";
import type { ContentReading } from "./content.ts";
import type { Asking, EntryStore, MdxAnswers } from "./entry-store.ts";

/** What bodies ask of a reading. */
export type Looking = Pick<ContentReading, "pictures" | "links" | "body">;

/** What all bodies are rendered by. */
export interface Settings {
  readonly site: Site;
  /** Digest of the code that renders. */
  readonly pipeline: string;
}

/** One entry without its body. */
export interface Unrendered {
  readonly draft: Draft;
  readonly head: EntryHead;
}

interface OneBody extends Unrendered {
  readonly work: Settings & { readonly reading: Looking };
  readonly store: Pick<EntryStore, "bodies">;
}

interface StoredBody extends OneBody {
  readonly store: EntryStore;
  /** Digests of the bodies that the store has. */
  readonly stored: ReadonlySet<string>;
}

/** What a body comes to, its HTML put into the store under `digest`. */
export interface Made extends Asking {
  readonly digest: string;
  readonly facts: BodyFacts;
}

/** What the last run made of the body, if all that the body depends on is as it was. */
export function knownBody({ stored, ...one }: StoredBody): Made | undefined {
  const { draft, store } = one;
  const { entry, body = silent } = store.entries.get(draft.file) ?? {};
  if (entry === undefined || !stored.has(entry.digest)) return undefined;
  return stillMade(one, { ...body, digest: entry.digest, facts: factsIn(entry) });
}

/** What was made of the body before or on another core, if all that it depends on is as it was. */
export function stillMade({ draft, head, work }: OneBody, made: Made | undefined): Made | undefined {
  const source = sourceOf(draft, head, work);
  return made?.digest === digestOf(source, answersTo(made?.asked ?? silent.asked, draft, work.reading))
    ? made
    : undefined;
}

const silent: Asking = { asked: { pictures: [], links: [] }, warnings: [] };

/** What the addresses that a body asked for lead to now: a change of it means that the body must be rendered again. */
export function answersTo(asked: Asking["asked"], draft: Draft, reading: Looking): Omit<MdxAnswers, "settings"> {
  const { picture, link } = findersFor(draft, reading);
  const found = <Found>(addresses: readonly string[], find: (address: string) => Found | undefined) =>
    Object.fromEntries(addresses.map((one) => [one, find(one)] as const).filter(([, it]) => it)) as Record<
      string,
      Found
    >;
  return { pictures: found(asked.pictures, picture), links: found(asked.links, link) };
}

/** Look-ups of pictures and links, as seen from a draft's file. */
function findersFor(draft: Draft, reading: Looking): Pick<BodyOptions, "picture" | "link"> {
  return {
    picture: (address) => {
      const answer = reading.pictures(address, draft.file);
      return answer.kind === "found" ? answer.picture : undefined;
    },
    link: (address) => reading.links(address, draft),
  };
}

/** Renders a body and puts it into the store; an error where that cannot be. */
export async function renderedBody({ draft, head, work, store }: OneBody): Promise<Made | FileMessage> {
  const { picture, link } = findersFor(draft, work.reading);
  const asked = { pictures: [] as string[], links: [] as string[] };
  const recorded =
    <Found>(to: string[], find: (address: string) => Found) =>
    (address: string) => {
      to.push(address);
      return find(address);
    };
  const source = work.reading.body(draft);
  const body = await bodyOf(draft, source, {
    ...settingsOf(draft, work.site),
    picture: recorded(asked.pictures, picture),
    link: recorded(asked.links, link),
  });
  if ("code" in body) return body;
  // The file may have changed since its head was read: what is kept goes by the body that was rendered.
  const now = { ...draft, bodyDigest: bodyDigest(source) };
  const digest = digestOf(sourceOf(now, head, work), answersTo(asked, draft, work.reading));
  store.bodies.put(digest, body.html);
  return { asked, warnings: body.warnings, digest, facts: factsOf(head, body) };
}

/** A body as HTML; of MDX what lists ask of it, as its HTML is Astro's to make. */
async function bodyOf(draft: Draft, source: string, options: BodyOptions): Promise<RenderedBody | FileMessage> {
  try {
    const body =
      draft.format === "mdx"
        ? await (await import("#markdown/mdx.ts")).readMdxBody(source, options)
        : await renderBody(source, options);
    return depthProblem(body.html, draft, source) ?? body;
  } catch (error) {
    return bodyProblem(error, draft, source);
  }
}

/** What of an entry's own settings its body is rendered by. */
export function settingsOf(draft: Draft, site: Site): MdxAnswers["settings"] {
  const { fields, title } = draft;
  return {
    language: siteFor(draft, site).language,
    lineBreaks: fields.lineBreaks ?? site.lineBreaks,
    quotes: fields.quotes ?? site.quotes,
    math: fields.math ?? site.math,
    title,
    ellipsis: site.ellipsis,
    base: basePath(site),
  };
}

/** All that a body depends on but the answers to what it asks. */
function sourceOf(draft: Draft, head: EntryHead, { site, pipeline }: Settings): unknown {
  const shown = [head.title, head.description ?? "", head.tags];
  return [pipeline, settingsOf(draft, site), draft.file.normalize("NFC"), shown, draft.fields, draft.bodyDigest];
}

/** In the order of `factsOf`. */
const keys = [
  ...(["summary", "headings", "pictures", "remoteOrigins", "minutes", "letters"] as const),
  ...(["terms", "words", "names", "toc"] as const),
];

/** What of an entry comes from its body. */
export type BodyFacts = Pick<Entry, (typeof keys)[number]>;

/** Summary, reading time, terms and words for the index of a rendered body. */
function factsOf(head: EntryHead, body: RenderedBody): BodyFacts {
  const { minutes, letters } = readingTime(body.text, body.pictureCount);
  const words = new TextWords({ title: head.title, tags: head.tags, text: body.text });
  const names = twoNames(body.text);
  return {
    summary: summaryOf(head.description ?? body.lead),
    headings: body.headings,
    pictures: body.pictures,
    ...(body.remoteOrigins.length > 0 && { remoteOrigins: body.remoteOrigins }),
    minutes,
    letters,
    terms: words.terms(20),
    words: [head.title, ...body.headings.map(({ text }) => text)].map((line) => indexWords(line, words).join(" ")),
    ...(names.length > 0 && { names }),
    ...(body.asksContents && head.toc === undefined && { toc: true }),
  };
}

/** The facts that an entry got from its body, in the order in which they were put there. */
function factsIn(entry: BodyFacts): BodyFacts {
  return Object.fromEntries(keys.flatMap((key) => (key in entry ? [[key, entry[key]]] : []))) as unknown as BodyFacts;
}
