import { withoutNotes } from "#markdown/composed-text.ts";
import { decodedText } from "#markdown/raw-tokens.ts";
import { stamp } from "#model/instant.ts";
import { decoded } from "#model/urlize.ts";
import type { SourcePage, SourceSite } from "#tools/import/shared/blog.ts";
import keys from "#tools/import/shared/field-names.json" with { type: "json" };
import type { Source } from "#tools/import/shared/front-matter.ts";
import { type Data, inZone, isMap, listOf, textAt, valueAt, writtenDate } from "#tools/import/shared/values.ts";
import type { FolderRow } from "./content-folders.ts";

export const dateKeys = keys.dates.split(" ");
const updatedKeys = keys.updates.split(" ");

/** Whether a password is asked for: by hexo-blog-encrypt for a tag of the post, which an empty one of its own takes back, or by hashes as VuePress' theme reco has them. */
export function isSealed(data: Data, { params }: SourceSite): boolean {
  const sealed = [valueAt(params, "encrypt.tags")].flat().map((tag) => (isMap(tag) ? textAt(tag, "name") : undefined));
  if (listOf(data["keys"]).some((key) => /^[0-9a-f]{32}$/iu.test(key))) return true;
  return data["password"] === undefined && listOf(valueAt(data, "tags", "tag")).some((tag) => sealed.includes(tag));
}

/** Old addresses that the front matter names; in Obsidian `aliases` are other names. */
export function aliasesOf(data: SourcePage["data"], kind: FolderRow): string[] {
  if (kind.name === "obsidian") return [];
  const old = listOf(textAt(data, ...kind.addressKeys)).map((one) => decoded(URL.parse(one)?.pathname ?? one));
  // `permalink: false` makes no page, and a template or a pattern no address that can be known.
  const known = old.filter((address) => !/^false$|\{[{%]|\/:\w/u.test(address));
  return [...known, ...listOf(valueAt(data, "aliases", "alias", "redirect_from"))].map((alias) => {
    const rooted = `/${alias}`.replace(/^\/{2,}/u, "/");
    return /\/$|\.\w+$/u.test(rooted) ? rooted : `${rooted}/`;
  });
}

/** The front matter with the keys of its system under ours. */
export function fieldsOf({ data, body }: Pick<Source, "data" | "body">, dateKey: string | undefined, kind: FolderRow) {
  const isNote = kind.name === "obsidian";
  const updated = writtenDate(valueAt(data, ...updatedKeys), "Asia/Seoul");
  const written = listOf(valueAt(data, "tags", "tag"), /,/u).map((tag) => tag.replace(/^#/u, ""));
  const tags = [...new Set([...written, ...(isNote ? tagsIn(body) : [])])];
  // velog writes the beginning of a post as its description, with its Markdown's backslashes and entities.
  const said = decodedText(textAt(data, "description") ?? "");
  const names = isNote ? listOf(data["aliases"]) : [];
  const gone = new Set([dateKey, ...updatedKeys, "tags", "tag", ...(names.length > 0 ? ["aliases"] : [])]);
  return {
    ...Object.fromEntries(Object.entries(data).filter(([key]) => key === "date" || !gone.has(key))),
    ...(updated === undefined ? {} : { updated: stamp(inZone(updated, "Asia/Seoul")) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(kind.name === "velog" && said ? { description: said.replace(/\\(?=[!-/:-@[-`{-~])/gu, "") } : {}),
    ...(names.length === 0 ? {} : { otherNames: names }),
  };
}

/** Obsidian's tags among the words, `#여행/제주`: no number alone, none in code or in notes that no reader sees. */
function tagsIn(body: string): string[] {
  const words = withoutNotes(body).replace(/^([`~]{3,})[\s\S]*?^\1[^\n]*$|`[^`\n]*`|%%[\s\S]*?%%/gmu, "");
  return [...words.matchAll(/(?<=^|\s)#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/gmu)].map(([, tag = ""]) => tag);
}
