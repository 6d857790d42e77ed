import type { Code } from "#text/messages.ts";
import type { Heading, Picture } from "#model/post.ts";

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
  /** Turns an internal link as written (`../other.md`, `/posts/x/`, `[[글]]`) into the href to print, base path included; undefined leaves it. */
  readonly link: (address: string) => string | undefined;
  /** Prefix put before site-relative paths when printed: `/` or `/blog/`. */
  readonly base: string;
}

/** A doubtful place in a body; the caller adds the file and the front matter's lines. */
export interface BodyWarning {
  /** Key of the message in `text/problems.ts`. */
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
  readonly warnings: readonly BodyWarning[];
}
