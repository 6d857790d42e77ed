import type { FileMessage } from "#messages/message.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { pictureProblem } from "./pictures.ts";
import { placeOf } from "./source-text.ts";

/** Addresses a body asked for while it was rendered. */
export interface Asked {
  readonly pictures: readonly string[];
  readonly links: readonly string[];
}

/** What bodies ask of a reading. */
export type Looking = Pick<ContentReading, "pictures" | "links" | "body">;

/** One body's look-ups of pictures and links, as seen from its file. */
export function lookups(draft: Draft, reading: Looking) {
  const picture = (address: string) => {
    const answer = reading.pictures(address, draft.file);
    return answer.kind === "found" ? answer.picture : undefined;
  };
  const link = (address: string) => reading.links(address, draft);
  return {
    /** What the addresses lead to now, by address: a change of it means the body must be rendered again. */
    found: ({ pictures, links }: Asked) => ({ pictures: answered(pictures, picture), links: answered(links, link) }),
    /** Functions for the renderer that remember what they were asked. */
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
    /** What is wrong with pictures, by address: refused ones, and missing ones that have a likely file. */
    problems: ({ pictures }: Asked): ReadonlyMap<string, FileMessage> =>
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
