import type { FileMessage } from "#messages/message.ts";
import type { Picture } from "#model/post.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { pictureProblem } from "./pictures.ts";
import { placeOf } from "./source-text.ts";

/** Addresses a body asked for while it was rendered. */
export interface Asked {
  readonly pictures: readonly string[];
  readonly links: readonly string[];
}

/** One body's look-ups of pictures and links. */
export interface Lookups {
  /** What the addresses lead to now, by address: a change of it means the body must be rendered again. */
  readonly found: (asked: Asked) => { pictures: Record<string, Picture>; links: Record<string, string> };
  /** Functions for the renderer that remember what they were asked. */
  readonly recorded: () => {
    asked: Asked;
    picture: (address: string) => Picture | undefined;
    link: (address: string) => string | undefined;
  };
  /** What is wrong with pictures, by address: refused ones, and missing ones that have a likely file. */
  readonly problems: (asked: Asked) => ReadonlyMap<string, FileMessage>;
}

/** Look-ups as seen from one file. */
export function lookups(draft: Draft, reading: Pick<ContentReading, "pictures" | "links" | "body">): Lookups {
  const picture = (address: string) => {
    const answer = reading.pictures(address, draft.file);
    return answer.kind === "found" ? answer.picture : undefined;
  };
  const link = (address: string) => reading.links(address, draft);
  return {
    found: ({ pictures, links }) => ({ pictures: answered(pictures, picture), links: answered(links, link) }),
    recorded: () => {
      const asked = { pictures: [] as string[], links: [] as string[] };
      const recording =
        <Found>(to: string[], find: (address: string) => Found) =>
        (address: string) => {
          to.push(address);
          return find(address);
        };
      return { asked, picture: recording(asked.pictures, picture), link: recording(asked.links, link) };
    },
    problems: ({ pictures }) =>
      new Map(
        pictures.flatMap((address) => {
          const said = pictureProblem(reading.pictures(address, draft.file), address);
          return said ? [[address, { ...placeIn(draft, reading.body(draft), address), ...said }]] : [];
        }),
      ),
  };
}

function answered<Found>(asked: readonly string[], find: (address: string) => Found | undefined) {
  return Object.fromEntries(asked.map((one) => [one, find(one)]).filter(([, found]) => found)) as Record<string, Found>;
}

/** Where a body names an address; it is asked for only where something is wrong: it costs another reading of the file. */
function placeIn({ file, bodyLine }: Draft, body: string, address: string) {
  const found = [address, encodeURI(address.toWellFormed())].map((one) => body.indexOf(one)).find((at) => at !== -1);
  const { line, column } = placeOf(body, found ?? 0);
  return { file, line: bodyLine + line - 1, column, field: "body" };
}
