import { anchors } from "#model/anchor.ts";
import type { Heading, Picture } from "#model/post.ts";
import type { Code } from "#text/messages.ts";
import { hasSentinels, restoredCode } from "./sentinels.ts";
import { hasWideRow } from "./table-source.ts";
import type { TreeElement, TreeNode } from "./tree.ts";

/** Makes MathML of TeX; throws where it is no TeX. */
export type Typeset = (tex: string, displayMode: boolean) => string;

/** All that the steps over one body share. */
export type Work = ReturnType<typeof workOn>;

/** What the steps over a body begin with: its source as prepared for the parser. */
export function workOn(source: string, options: BodyOptions) {
  return {
    options,
    source,
    /** Whether sentinels must be put back. */
    restoring: hasSentinels(source),
    /** Whether some row of a table may have more cells than its head. */
    hasWideRows: hasWideRow(source),
    anchors: anchors(),
    headings: [] as Heading[],
    headingIds: new Set<string>(),
    pictures: [] as Picture[],
    remoteOrigins: new Set<string>(),
    warnings: [] as BodyWarning[],
    /** Of each kind, and of what says the same: how many places may still be reported, how many were not, and the last. */
    reported: new Map<string, { left: number; unreported: number; last: BodyWarning | undefined }>(),
    /** Written levels of the open sections, outermost first. */
    levels: [] as number[],
    /** What is left to do after the walk, for grammars and drawers load asynchronously. */
    later: [] as (() => Promise<void>)[],
    /** Where the source may have formulas. */
    typeset: undefined as Typeset | undefined,
    /** Set where it has formulas. */
    hasFormulas: false,
    /** Set where the body asks for its contents to be listed. */
    asksContents: false,
    /** Set where it holds words that its page never shows, beside comments. */
    hidesWords: false,
    /** Emoji by name, where the source may have some. */
    emoji: undefined as Readonly<Record<string, string>> | undefined,
    /** Images met so far: all but the first load lazily. */
    images: 0,
    tables: 0,
    drawings: 0,
    /** Ids that readers may know beside a heading's own, placed when all headings have theirs. */
    secondAnchors: [] as { readonly heading: TreeElement; readonly id: string }[],
    /** Labels of the footnotes called so far → their names as CSS has them. */
    notes: new Map<string, string>(),
  };
}

/** A step over one element, after its children: undefined keeps it (perhaps changed in place), an array takes its place. */
export type Step = (node: TreeElement, work: Work) => TreeNode[] | undefined;

/** So many places of one kind are reported of a body, and so many that say the same: nobody fixes more in one go. */
const [mostOfKind, mostAlike] = [100, 3];

/** Notes for each kind of which more was found than is reported, at the last place reported. */
export function noteUnreported({ reported, warnings }: Work): void {
  for (const { unreported, last } of reported.values())
    if (last && unreported > 0) warnings.push({ ...last, code: "more-of-kind", values: { count: unreported } });
}

/** Notes a doubtful place at an offset of the prepared source, as line and column of the author's file. */
export function warn(work: Work, code: Code, at: { offset: number; values?: BodyWarning["values"] }): void {
  const named = at.values === undefined ? [] : [{ key: `${code} ${JSON.stringify(at.values)}`, most: mostAlike }];
  const kinds = [...named, { key: code, most: mostOfKind }].map(({ key, most }) => {
    const kind = work.reported.get(key) ?? { left: most, unreported: 0, last: undefined };
    work.reported.set(key, kind);
    return kind;
  });
  const full = kinds.find(({ left }) => left === 0);
  if (full) {
    full.unreported += 1;
    return;
  }
  const lines = work.source.slice(0, at.offset).split("\n");
  const column = restoredCode(lines.at(-1) ?? "").length + 1;
  const values = Object.entries(at.values ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? restoredCode(value) : value,
  ]);
  const last = { code, line: lines.length, column, values: Object.fromEntries(values) };
  work.warnings.push(last);
  for (const kind of kinds) Object.assign(kind, { left: kind.left - 1, last });
}

/** Where a node begins in the prepared source; 0 where the parser did not say. */
export function offsetOf(node: TreeNode): number {
  return node.position?.start.offset ?? 0;
}

/** What the Markdown step is asked for one body. */
export interface BodyOptions {
  readonly lineBreaks: "keep" | "commonmark";
  readonly quotes: "korean" | "keep";
  readonly ellipsis: boolean;
  readonly math: boolean;
  readonly language: "ko" | "en";
  /** The page's title, which the body need not say again. */
  readonly title?: string | undefined;
  /** Finds the picture an author's address means (beside the post, in public/, in src/content/); undefined where there is none. */
  readonly picture: (address: string) => Picture | undefined;
  /** Turns an internal link as written (`../other.md`, `/posts/x/`, `[[글]]`) into the href to print, base path included; undefined leaves it, an empty one is of what readers may not see. */
  readonly link: (address: string) => string | undefined;
  /** The site's own, whose whole addresses are looked up too: `blog.example`. */
  readonly host: string;
  /** Prefix put before site-relative paths when printed: `/` or `/blog/`. */
  readonly base: string;
}

/** A doubtful place in a body; the caller adds the file and the front matter's lines. */
export interface BodyWarning {
  /** Key of the message in `text/messages/markdown.json`. */
  readonly code: Code;
  /** 1-based, counted from the body's first line. */
  readonly line: number;
  readonly column: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A body as HTML with all that other pages ask of it. */
export interface RenderedBody {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly pictures: readonly Picture[];
  /** Origins of the other sites' pictures that it shows, each once in code point order: `https://i.imgur.com`. */
  readonly remoteOrigins: readonly string[];
  /** How many pictures it shows, ours and others'. */
  readonly pictureCount: number;
  /** The words that a reader reads, without blocks of code, for reading time and terms. */
  readonly text: string;
  /** Those that may introduce it: no headings, tables or footnotes, and none after `<!--more-->`. */
  readonly lead: string;
  /** Whether a mark like `[TOC]` asks for the list of contents, which stands above the body. */
  readonly asksContents: boolean;
  /** Whether its source says what no reader may see: in a `<template>`, in a formula's remark. */
  readonly hidesWords: boolean;
  readonly hasFormulas: boolean;
  readonly warnings: readonly BodyWarning[];
}
