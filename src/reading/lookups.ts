import type { Picture } from "#model/post.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { PictureAnswer } from "./pictures.ts";
import type { FileMessage } from "#messages/message.ts";

/** Addresses a body asked for while it was rendered. */
export interface Asked {
  readonly pictures: readonly string[];
  readonly links: readonly string[];
}

/** One body's look-ups of pictures and links. */
export interface Lookups {
  /** What the addresses lead to now: a change of it means the body must be rendered again. */
  readonly answers: (asked: Asked) => unknown;
  /** What was found, by address. */
  readonly found: (asked: Asked) => { pictures: Record<string, Picture>; links: Record<string, string> };
  /** Functions for the renderer that remember what they were asked. */
  readonly recorded: () => {
    asked: Asked;
    picture: (address: string) => Picture | undefined;
    link: (address: string) => string | undefined;
  };
  /** Refused pictures, and missing ones that have a likely file. */
  readonly problems: (asked: Asked) => FileMessage[];
  /** Missing pictures that `problems` explains better than the renderer can. */
  readonly similar: (asked: Asked) => ReadonlySet<string>;
}

/** Look-ups as seen from one file. */
export function lookups(draft: Draft, reading: Pick<ContentReading, "pictures" | "links" | "body">): Lookups {
  const find = (address: string): PictureAnswer => reading.pictures(address, draft.file);
  const foundPicture = (address: string) => {
    const answer = find(address);
    return answer.kind === "found" ? answer.picture : undefined;
  };
  const link = (address: string) => reading.links(address, draft);
  return {
    answers: ({ pictures, links }) => [
      pictures.map((one) => foundPicture(one) ?? null),
      links.map((one) => link(one) ?? null),
    ],
    found: ({ pictures, links }) => ({
      pictures: Object.fromEntries(pictures.flatMap((one) => pair(one, foundPicture(one)))),
      links: Object.fromEntries(links.flatMap((one) => pair(one, link(one)))),
    }),
    recorded: () => {
      const asked = { pictures: [] as string[], links: [] as string[] };
      const picture = (address: string) => {
        asked.pictures.push(address);
        return foundPicture(address);
      };
      const recordedLink = (address: string) => {
        asked.links.push(address);
        return link(address);
      };
      return { asked, picture, link: recordedLink };
    },
    problems: ({ pictures }) =>
      [...new Set(pictures)].flatMap((address) =>
        problemsOf(find(address), address, () => placeIn(draft, reading.body(draft), address)),
      ),
    similar: ({ pictures }) => new Set(pictures.filter((address) => isProblem(find(address)))),
  };
}

function pair<T>(address: string, answer: T | undefined): [string, T][] {
  return answer === undefined ? [] : [[address, answer]];
}

type Place = Pick<FileMessage, "file" | "line" | "column" | "field">;

function isProblem(answer: PictureAnswer): boolean {
  return answer.kind === "refused" || (answer.kind === "missing" && answer.similar !== undefined);
}

/** The place is asked for only where something is wrong: it costs another reading of the file. */
function problemsOf(answer: PictureAnswer, address: string, place: () => Place): FileMessage[] {
  if (answer.kind === "refused") {
    const shown = address.startsWith("data:") ? `${address.slice(0, 30)}…` : address;
    return [{ severity: "error", ...place(), code: answer.code, values: { address: shown, file: answer.file } }];
  }
  if (answer.kind !== "missing" || answer.similar === undefined) return [];
  const values = { address, similar: answer.similar };
  return [{ severity: "warning", ...place(), code: "picture-similar", values }];
}

function placeIn(draft: Draft, body: string, address: string): Place {
  const found = [address, encodeURI(address.toWellFormed())].map((one) => body.indexOf(one)).find((at) => at !== -1);
  const before = body.slice(0, found ?? 0).split("\n");
  return {
    file: draft.file,
    line: draft.bodyLine + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
    field: "body",
  };
}
