import { defineSite } from "#model/site.ts";
import { readDraft } from "#reading/draft.ts";
import { sortKeys } from "#reading/keys.ts";
import type { Data } from "#reading/front-value.ts";
import { zoneOf } from "#reading/zone.ts";
import { stringify } from "yaml";

type Fields = Readonly<Record<string, unknown>>;

/** The key under which our front matter keeps values that Seogo would misread under their own. */
const aside = "imported";

/**
 * Fields as text between `---` lines that our own reader accepts: a foreign key that looks like a typo of one of ours,
 * or whose value has another shape, is kept under `imported`.
 */
export function acceptedFrontMatter(fields: Fields, file: { kind: "post" | "page"; file: string }): string {
  let current = withoutTypos(fields);
  for (let round = 0; round < 4; round += 1) {
    const written = frontMatterText(current);
    const wrong = refusedKeys(written, file);
    const next = wrong.length === 0 ? current : setAside(current, wrong);
    if (next === current) return written;
    current = next;
  }
  return frontMatterText(current);
}

function frontMatterText(fields: Fields): string {
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `---\n${stringify(Object.fromEntries(stated), { lineWidth: 0 })}---\n`;
}

function withoutTypos(fields: Fields): Fields {
  const typos = sortKeys(fields as Data).typos.map(({ written }) => written);
  return typos.length === 0 ? fields : setAside(fields, typos);
}

function setAside(fields: Fields, keys: readonly string[]): Fields {
  const moving = keys.filter((key) => key !== aside && fields[key] !== undefined);
  if (moving.length === 0) return fields;
  const before = fields[aside];
  const kept = Object.fromEntries(moving.map((key) => [key, fields[key]]));
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => !moving.includes(key) && key !== aside));
  return { ...rest, [aside]: { ...(typeof before === "object" ? before : {}), ...kept } };
}

const site = defineSite({});
const zone = zoneOf(site.timeZone);

function refusedKeys(written: string, file: { kind: "post" | "page"; file: string }): string[] {
  const from = { ...file, name: file.file.replace(/^src\/content\/(?:posts|pages)\//u, "") };
  const { problems } = readDraft(from, Buffer.from(`${written}\n`), { site, zone });
  return problems.filter(({ severity }) => severity === "error").map(({ field }) => field);
}
