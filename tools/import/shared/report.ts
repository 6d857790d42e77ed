import { type Message, sortedMessages } from "#messages/message.ts";
import { once } from "#model/once.ts";
import { placeOf } from "#reading/source-text.ts";
import type { ImportWarningCode } from "#text/messages.ts";
import type { Word } from "#text/words.ts";
import { safeName } from "./addresses.ts";
import type { SourceSite } from "./blog.ts";
import type { Translation } from "./pages.ts";

/** A place that needs a human eye: its file is the source's. */
export interface ImportWarning extends Message {
  readonly code: ImportWarningCode;
  readonly file: string;
  readonly line: number;
  /** 1-based, in our file. */
  readonly targetLine: number;
}

/** A content file that becomes no page of ours, and why. */
export interface LeftOut {
  readonly file: string;
  /** Its words in `text/words/importing.json`: `left-section`, `left-resource` … */
  readonly reason: Extract<Word, `left-${string}`>;
  /** 1-based, where one line says why. */
  readonly line?: number | undefined;
  /** The address at which it listed posts. */
  readonly path?: string;
}

/** Where a file that becomes no page of ours is kept for its author to find; undefined where it has no words or they are elsewhere. */
export function asideOf({ file, reason }: LeftOut): string | undefined {
  const isKept = /^left-(?:foreign|section-aside|resource|unrendered|headless)$/u.test(reason);
  return isKept ? `import-aside/${safeName(file)}` : undefined;
}

export interface PageReport {
  readonly source: string;
  readonly target: string;
  readonly path: string;
  readonly aliases: readonly string[];
  /** True where the old address is not known. */
  readonly isNewAddress: boolean;
  readonly isDraft: boolean;
  /** What the post holds: words, and pictures that are shown. */
  readonly words: number;
  readonly pictures: number;
  readonly warnings: readonly ImportWarning[];
}

/** What an import did, without anything that changes from run to run. */
export interface Report {
  readonly site: SourceSite;
  readonly language: string;
  readonly pages: readonly PageReport[];
  /** Pages that say the same in different languages. */
  readonly translations: readonly Translation[];
  readonly left: readonly LeftOut[];
  readonly otherLanguages: readonly string[];
  /** Files that were not published, and why. */
  readonly asides: readonly LeftOut[];
  /** Files of ours that were edited and left alone. */
  readonly kept: readonly string[];
  /** Old addresses at which nothing of ours answers. */
  readonly lost: readonly string[];
}

/** A warning with the line on which it stands: its text, and its share of the whole; without them it is about the front matter. */
export interface Note {
  readonly line?: string | undefined;
  /** 0 for the first line, near 1 for the last. */
  readonly share?: number | undefined;
  /** For the front matter: the key that it is about, letter case aside. */
  readonly key?: string | undefined;
  readonly code: ImportWarningCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Finds the line of an offset in a text, and its share of the text's lines. */
export function placesIn(text: string): (offset: number) => { line: string; share: number } {
  const lines = once(() => text.split("\n"));
  return (offset) => {
    const index = placeOf(text, offset).line - 1;
    return { line: lines()[index] ?? "", share: index / lines().length };
  };
}

/** The 1-based line of a file's front matter that names one of these keys first; undefined where none does. */
export function keyLine(head: string, ...keys: readonly string[]): number | undefined {
  const any = `(?:${keys.join("|")})`;
  const named = new RegExp(`^["']?${any}["']?(?:\\.[\\w.]+)?[ \\t]*[:=]|^\\[${any}[\\].]`, "iu");
  const index = head.split("\n").findIndex((line) => named.test(line.trimStart()));
  return index === -1 ? undefined : index + 1;
}

interface Side {
  /** The file down to its body. */
  readonly head: string;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Warnings with lines on both sides, in order, equal ones once: where the same text stands, or the nearest by its share. */
export function warningLines(notes: readonly Note[], source: Side & { file: string }, target: Side): ImportWarning[] {
  const [lineIn, lineOut] = [lineFinder(source), lineFinder(target)];
  const warnings = notes.map((note): ImportWarning => {
    const { code, values } = note;
    return { severity: "warning", code, values, file: source.file, line: lineIn(note), targetLine: lineOut(note) };
  });
  return sortedMessages(warnings);
}

function lineFinder({ head, body, bodyLine }: Side): (note: Note) => number {
  const byLine = once(() => {
    const lines = body.split("\n");
    return { count: lines.length, at: Map.groupBy(lines.keys(), (index) => lines[index] ?? "") };
  });
  return ({ line, share, key, values: { address = "" } }) => {
    const isNamed = (one: string) => address !== "" && one.includes(String(address));
    if (line === undefined || share === undefined)
      return (key === undefined ? `${head}${body}`.split("\n").findIndex(isNamed) + 1 : keyLine(head, key)) || 1;
    const { count, at } = byLine();
    const guess = Math.min(count - 1, Math.round(share * count));
    const same = line.trim() === "" ? [] : (at.get(line) ?? []);
    const [first = guess] = same;
    return bodyLine + same.reduce((near, one) => (Math.abs(one - guess) < Math.abs(near - guess) ? one : near), first);
  };
}
