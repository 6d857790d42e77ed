import { indexWords } from "#korean/index-words.ts";
import { readingMinutes } from "#korean/reading-time.ts";
import { summaryOf } from "#korean/summary.ts";
import { TextWords } from "#korean/terms.ts";
import { twoNames } from "#korean/two-names.ts";
import { digestOf, type TextStore } from "#cache/store.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, RenderedBody } from "#markdown/work.ts";
import type { FileMessage } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import { basePath } from "#model/address.ts";
import { siteFor } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { bodyProblem, depthProblem } from "./body-problem.ts";
import type { Draft } from "./draft.ts";
import { bodyDigest } from "./front-matter.ts";
import type { EntryHead, Unrendered } from "./entry-head.ts";
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

/** What rendering a body gives; its HTML is in the store under `digest`. */
export interface Made extends Asking {
  readonly digest: string;
  readonly facts: BodyFacts;
}

/** Makes bodies into a store of HTML, each with the look-ups of a reading. */
export function bodyMaker({ reading, ...settings }: Settings & { readonly reading: Looking }, bodies: TextStore) {
  const answersOf = ({ asked }: Asking, draft: Draft) => answersTo(asked, draft, reading);
  return {
    /** What was made of a body before, or on another core, if all that it depends on is as it was. */
    still: ({ draft, head }: Unrendered, made: Made | undefined): Made | undefined => {
      if (made === undefined) return undefined;
      const digest = digestOf(sourceOf(draft, head, settings), answersOf(made, draft));
      return made.digest === digest ? made : undefined;
    },
    /** Renders a body and puts it into the store; an error where that cannot be. */
    rendered: async ({ draft, head }: Unrendered): Promise<Made | FileMessage> => {
      const asked = { pictures: [] as string[], links: [] as string[] };
      const source = reading.body(draft);
      const options = { ...settingsOf(draft, settings.site), ...findersFor(draft, reading, asked) };
      const body = await bodyOf(draft, source, options);
      if ("code" in body) return body;
      // The file may have changed since its head was read: what is kept goes by the body that was rendered.
      const now = { ...draft, bodyDigest: bodyDigest(source) };
      const found = { asked, warnings: body.warnings };
      const digest = digestOf(sourceOf(now, head, settings), answersOf(found, draft));
      bodies.put(digest, body.html);
      return { ...found, digest, facts: factsOf(head, body) };
    },
    /** What Astro's compiler must know of an `.mdx` file that asked for these addresses. */
    mdxAnswers: (draft: Draft, asking: Asking): MdxAnswers => {
      return { settings: settingsOf(draft, settings.site), ...answersOf(asking, draft) };
    },
  };
}

/** What the last run made of a body; undefined where it made nothing of it, or the store has it no more. */
export function cachedBody({ entries }: EntryStore, stored: ReadonlySet<string>, { file }: Draft): Made | undefined {
  const { entry, body = silent } = entries.get(file) ?? {};
  return entry && stored.has(entry.digest) ? { ...body, digest: entry.digest, facts: factsIn(entry) } : undefined;
}

const silent: Asking = { asked: { pictures: [], links: [] }, warnings: [] };

/** What the addresses that a body asked for lead to now: a change of it means that the body must be rendered again. */
function answersTo(asked: Asking["asked"], draft: Draft, reading: Looking): Omit<MdxAnswers, "settings"> {
  const { picture, link } = findersFor(draft, reading);
  const found = <Found>(addresses: readonly string[], find: (address: string) => Found | undefined) =>
    Object.fromEntries(
      addresses.map((one) => [one, find(one)] as const).filter(([, it]) => it !== undefined),
    ) as Record<string, Found>;
  return { pictures: found(asked.pictures, picture), links: found(asked.links, link) };
}

/** Look-ups of pictures and links, as seen from a draft's file; what is looked up goes into `asked`. */
function findersFor(
  draft: Draft,
  reading: Looking,
  asked: { pictures: string[]; links: string[] } = { pictures: [], links: [] },
): Pick<BodyOptions, "picture" | "link"> {
  return {
    picture: (address) => {
      asked.pictures.push(address);
      const answer = reading.pictures(address, draft.file);
      return answer.kind === "found" ? answer.picture : undefined;
    },
    link: (address) => {
      asked.links.push(address);
      return reading.links(address, draft);
    },
  };
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
function settingsOf(draft: Draft, site: Site): MdxAnswers["settings"] {
  const { fields, title } = draft;
  return {
    language: siteFor(draft, site).language,
    lineBreaks: fields.lineBreaks ?? site.lineBreaks,
    quotes: fields.quotes ?? site.quotes,
    math: fields.math ?? site.math,
    title,
    ellipsis: site.ellipsis,
    base: basePath(site),
    host: new URL(site.address).host,
  };
}

/** All that a body depends on but the answers to what it asks. */
function sourceOf(draft: Draft, head: EntryHead, { site, pipeline }: Settings): unknown {
  const shown = [head.title, head.description ?? "", head.tags];
  return [pipeline, settingsOf(draft, site), draft.file.normalize("NFC"), shown, draft.fields, draft.bodyDigest];
}

/** In the order of `factsOf`. */
const keys = [
  ...(["summary", "headings", "pictures", "remoteOrigins", "minutes"] as const),
  ...(["terms", "words", "names", "toc", "hidesWords", "hasFormulas"] as const),
];

/** Warnings of what a source says and its page does not: names of notes and files that readers cannot open. */
const unseen = new Set<Code>(["link-hidden", "link-wiki", "link-unsafe", "picture-on-disk"]);

/** What of an entry comes from its body. */
export type BodyFacts = Pick<Entry, (typeof keys)[number]>;

/** Summary, reading time, terms and words for the index of a rendered body. */
function factsOf(head: EntryHead, body: RenderedBody): BodyFacts {
  const words = new TextWords({ title: head.title, tags: head.tags, text: body.text });
  const names = twoNames(body.text);
  return {
    summary: summaryOf(head.description ?? body.lead),
    headings: body.headings,
    pictures: body.pictures,
    ...(body.remoteOrigins.length > 0 && { remoteOrigins: body.remoteOrigins }),
    minutes: readingMinutes(body.text, body.pictureCount),
    terms: words.terms(20),
    words: [head.title, ...body.headings.map(({ text }) => text)].map((line) => indexWords(line, words).join(" ")),
    ...(names.length > 0 && { names }),
    ...((body.hidesWords || body.warnings.some(({ code }) => unseen.has(code))) && { hidesWords: true }),
    ...(body.hasFormulas && { hasFormulas: true }),
    ...(body.asksContents && head.toc === undefined && { toc: true }),
  };
}

/** The facts that an entry got from its body, in the order in which they were put there. */
function factsIn(entry: BodyFacts): BodyFacts {
  return Object.fromEntries(keys.flatMap((key) => (key in entry ? [[key, entry[key]]] : []))) as unknown as BodyFacts;
}
