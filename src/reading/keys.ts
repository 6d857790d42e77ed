import { onceEach } from "#model/once.ts";
import { bareKey, hiddenBy, isDecision, mayHide } from "./hidden.ts";
import type { Data, Value } from "./front-matter.ts";
import fieldNames from "./field-names.json" with { type: "json" };
import { frontMatterSchema } from "./schema.ts";

type Key = keyof typeof frontMatterSchema.shape;

/** The other names that authors and themes give a field beside its own, most telling first. */
const otherNames: Partial<Record<Key, string>> = fieldNames.others;

/** The names of a field: its own, then others, in lower case. */
export const namesOf = onceEach((key: Key): readonly string[] => [
  key.toLowerCase(),
  ...(otherNames[key]?.split(", ") ?? []),
]);

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Keys that themes use though they look like a typo of one of ours. */
const themeKeys = set(fieldNames.likeTypos);
const appearsKeys = set(fieldNames.appears);
const expiresKeys = set(fieldNames.expires);

interface Typo {
  readonly written: string;
  /** The name meant, and our own name of that field. */
  readonly meant: string;
  readonly key: Key;
  readonly value: Value;
}

const ourKey: ReadonlyMap<string, Key> = new Map(
  (Object.keys(frontMatterSchema.shape) as Key[]).flatMap((key) => namesOf(key).map((name) => [name, key] as const)),
);

/** Whether Seogo reads a key, under any of its names. */
export function isKnownKey(key: string): boolean {
  return ourKey.has(key.normalize("NFC").toLowerCase());
}

/** Sorts keys, upper or lower case as in Hugo, into known ones (values under our names), data of others, and typos. */
export function sortKeys(data: Data) {
  const known: Partial<Record<Key, Value>> = {};
  const rank = new Map<Key, number>();
  /** The author's spelling of each known key, for messages. */
  const written = new Map<string, string>();
  const extra = Object.create(null) as Data;
  const typos: Typo[] = [];
  /** Days as written before which the post is kept back even where `date` has passed: Hugo's `publishDate` and its kin. */
  const appears: string[] = [];
  /** The day as written from which the post is taken back: Hugo's `expiryDate`. */
  let expires: { readonly key: string; readonly value: string } | undefined;
  for (const [name, value] of Object.entries(data)) {
    const lower = name.normalize("NFC").toLowerCase();
    if (lower === "published" && isDecision(value)) continue;
    const bare = bareKey(name);
    if (appearsKeys.has(bare) && typeof value === "string") appears.push(value);
    const endsIt = expiresKeys.has(bare);
    if (endsIt && !isEmpty(value)) expires = { key: name, value: String(value) };
    const key = ourKey.get(lower);
    if (key === undefined) {
      const isOther = mayHide(lower) || appearsKeys.has(bare) || endsIt;
      const meant = isOther ? undefined : (hidingTypo(lower, value) ?? typoOf(lower));
      if (meant) typos.push({ value, ...meant, written: name });
      else extra[name.normalize("NFC")] = value;
      continue;
    }
    const place = namesOf(key).indexOf(lower);
    if (isEmpty(value) || (rank.get(key) ?? Number.POSITIVE_INFINITY) <= place) continue;
    rank.set(key, place);
    known[key] = value;
    written.set(key, name);
  }
  return { known, written, extra, typos, appears, expires };
}

function isEmpty(value: Value): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

const hidingNames = ["private", "hidden", "unlisted", "unpublished", "published", "publish", "visibility", "status"];

/** `privte: true`, `expriyDate: 2026-01-01`: a key that would hide its post, were it spelt right. */
function hidingTypo(name: string, value: Value): Omit<Typo, "written"> | undefined {
  const hiding = isDecision(value) ? hidingNames.filter((one) => hiddenBy({ [one]: value }).held) : [];
  const ending = /^\d{4}\D/u.test(String(value)) ? [...expiresKeys].filter(({ length }) => length > 5) : [];
  const meant = [...hiding, ...ending].find((one) => editDistance(name, one) === 1);
  return meant === undefined ? undefined : { meant, key: "draft", value: true };
}

function typoOf(name: string): Pick<Typo, "meant" | "key"> | undefined {
  return name.length < 4 || themeKeys.has(name) ? undefined : nearKeys(name)[0];
}

/** Our keys that a name may be a typo of, nearest first. */
const nearKeys = onceEach((name: string) => {
  const alike = [...ourKey].filter(([meant]) => meant.length >= 4 && Math.abs(meant.length - name.length) <= 2);
  return alike
    .map(([meant, key]) => ({ meant, key, typos: editDistance(name, meant) }))
    .filter(({ meant, typos }) => typos <= (meant.length >= 8 ? 2 : 1))
    .sort((a, b) => a.typos - b.typos);
});

/** Letters wrong, missing, added or swapped with a neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1] ?? [];
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 99) + 1 : 99;
      row.push(Math.min(change, swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 99;
}
