import { calloutShortcode, codeShortcode, fence, spanned, trimmedLines } from "./shortcode-blocks.ts";
import { embedShortcode, imageShortcode } from "./shortcode-media.ts";
import { otherShortcode, unknownShortcode } from "./shortcode-others.ts";
import {
  argumentsIn,
  block,
  type Converted,
  inline,
  isOf,
  label,
  markdownLink,
  pictureFile,
  type Use,
} from "./shortcode-use.ts";

/** Markdown for a tag that stands alone or holds something; one that only steers a template goes, with a warning. */
export function liquidTag(tag: Use): Converted {
  const { name, rest = "", start, context } = tag;
  const isHexo = context.site.kind === "hexo";
  if (name === "post_url" || name === "post_path" || (name === "link" && !isHexo)) return address(tag);
  if (name === "post_link") return postLink(tag);
  if (name === "asset_path") return inline(unquoted(rest));
  const written = `{% ${`${name} ${rest}`.trim()} %}`;
  const isSteering = isOf("steersLiquid", tag);
  if (isSteering && !name.startsWith("end")) context.warn("liquid-dropped", start, { written });
  if (isSteering) return inline("");
  if (name === "highlight") return highlighted(tag);
  const use = isHexo ? hexoUse(useOf(tag)) : useOf(tag);
  const known = tag.inner === undefined ? undefined : (codeShortcode(use) ?? calloutShortcode(use));
  if (!known && isOf("unseenInLiquid", use)) return inline("");
  const other = tag.inner === undefined && !isHexo ? undefined : otherShortcode(use);
  return known ?? other ?? embedShortcode(use) ?? included(tag, use) ?? imageShortcode(use) ?? unknownShortcode(use);
}

/** What a file of the blog's own `_includes` shows, where it steers nothing: nothing where it has neither words nor pictures. */
function included({ rest = "", inline: isInline, context }: Use, { named }: Use): Converted | undefined {
  const file = context.tools.tree.find(`_includes/${/[^\s"']+/u.exec(rest)?.[0] ?? ""}`);
  if (file === undefined) return undefined;
  const given = /\{\{-?\s*include\.([\w-]+)[^}]*\}\}/gu;
  const apart = context.tools.tree.text(file).replace(/\{\{[^}]*\|\s*markdownify[^}]*\}\}/gu, "\n\n$&\n\n");
  const text = apart.replace(given, (_, key: string) => named.get(key.toLowerCase()) ?? "");
  const shown = text.replace(/<(script|style|button)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|\{[%{][\s\S]*?[%}]\}/gu, "");
  if (!/<(?:img|iframe)\b|[\p{L}\p{N}]/u.test(shown.replace(/<(?!img|iframe)[^>]*>/gu, ""))) return inline("");
  return /\{[%{]/u.test(text) ? undefined : { text: text.trim(), block: !isInline };
}

/** Hexo's `{% post_link 파일 제목 %}`: the post's own title where none is given. */
function postLink({ rest = "", start, context }: Use): Converted {
  const [target = "", ...words] = rest.split(/\s+/u);
  const found = context.reference(unquoted(target));
  if (found === undefined) context.warn("reference-unknown", start, { target });
  const shown = unquoted(words.filter((word) => !/^(?:true|false)$/u.test(word)).join(" "));
  const text = shown || (found && context.tools.links.pageAt(found, context.page)?.title) || target;
  return inline(found === undefined ? label(text) : markdownLink(text, found));
}

export function unquoted(text: string): string {
  return text.replace(/^["']|["']$/gu, "");
}

function address({ name, rest = "", start, context }: Use): Converted {
  const target = rest.trim();
  const found = context.reference(target) ?? (name === "link" ? context.link(`/${target}`) : undefined);
  if (found === undefined) context.warn("reference-unknown", start, { target });
  return inline(found ?? target);
}

/** `{% include figure.html image_path="…" %}` and `{% youtube "…" %}` as a shortcode of the same name. */
function useOf({ rest: written = "", ...tag }: Use): Use {
  const [whole = "", file = ""] =
    (/^include(?!_code)/u.test(tag.name) && /^\s*["']?([^\s"']+)["']?/u.exec(written)) || [];
  const { listed, named } = argumentsIn(written.slice(whole.length).replaceAll("image_path", "src"));
  const stem = /([^/]*?)(?:\.\w+)?$/u.exec(file)?.[1];
  const name = named.get("provider") ?? (stem || tag.name);
  const inner = tag.inner === undefined ? {} : { inner: withHexoTabs(tag.inner) };
  return { ...tag, ...inner, name: name.toLowerCase(), listed, named };
}

/** `{% highlight ruby linenos %}` with what it holds. */
function highlighted({ rest = "", raw = "", inline: isInline }: Use): Converted {
  const [language = "", ...words] = rest.trim().split(/\s+/u);
  const body = trimmedLines(raw.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/gu, ""));
  if (isInline && !body.includes("\n")) return inline(spanned(body));
  const meta = words.some((word) => word.startsWith("linenos")) ? " showLineNumbers" : "";
  return block(fence(body, `${language}${meta}`));
}

/** A tag's words: all, those before and after its address, the address, and its `lang:`. */
interface Words {
  readonly all: readonly string[];
  readonly before: string;
  readonly link: string | undefined;
  readonly after: string;
  readonly lang: string | undefined;
}

type Like = readonly [name: string, named: Readonly<Record<string, string | undefined>>];

const looksOfNotes = /(?<!\S)(?:no-icon|simple|flat|modern)(?:\s+|$)/gu;

/** Tags of Hexo and of its themes (NexT, Butterfly, Icarus), and the shortcodes that they are like. */
const tags: readonly (readonly [names: RegExp, like: (words: Words) => Like])[] = [
  [/^(?:asset_)?img$/u, ({ all }) => ["img", pictureOf(all)]],
  [/^code(?:block)?$/u, ({ before, lang }) => ["code", { lang, title: before }]],
  [
    /^(?:block)?quote$/u,
    ({ before, link, after }) => ["quote", { author: before.replace(/,$/u, ""), link, title: after }],
  ],
  [/^(?:cq|centerquote|pullquote)$/u, () => ["quote", {}]],
  [/^note$/u, ({ all }) => ["note", { type: all[0], title: all.slice(1).join(" ").replace(looksOfNotes, "") }]],
  [/^(?:hide(?:toggle|block)|fold(?:ing)?|spoiler|details)$/u, ({ all }) => ["details", { title: all.join(" ") }]],
  [/^(?:link|btn|button)$/u, ({ all }) => ["link", linkOf(all.join(" "))]],
  [/^asset_link$/u, ({ all }) => ["link", { href: all[0], text: all.slice(1).join(" ") }]],
  [/^include_code$/u, ({ all }) => ["link", { href: `/downloads/code/${all.at(-1)}`, text: all.join(" ") }]],
  [/^label$/u, ({ all }) => ["badge", { text: all.join(" ").replace(/^\w*\s*@/u, "") }]],
  [/^gist$/u, ({ all }) => ["gist", { user: all[0], file: all[1] }]],
];

/** A tag of Hexo's or of its themes as the shortcode that it is like; any other as it stands. */
function hexoUse(use: Use): Use {
  const like = tags.find(([names]) => names.test(use.name))?.[1];
  if (like === undefined) return use;
  const isLink = (word: string) => /^https?:\/\/|^\//u.test(word);
  const all = use.listed.filter((word) => isLink(word) || !/^[\w-]+:\S/u.test(word));
  const at = all.findIndex(isLink);
  const before = all.slice(0, at === -1 ? all.length : at).join(" ");
  const after = at === -1 ? "" : all.slice(at + 1).join(" ");
  const lang = use.listed.find((word) => word.startsWith("lang:"))?.slice(5);
  const [name, named] = like({ all, before, link: all[at], after, lang });
  const said = Object.entries(named).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return { ...use, name, listed: [], named: new Map(said) };
}

/** `말 https://…`, and lists of the themes': `'https://…',말,아이콘` and `말,이름,https://…`. */
function linkOf(written: string): { href: string | undefined; text: string } {
  const [before = "", after = ""] = written.split(linked);
  const words = before.trim() === "" ? after.replace(/^[\s,]+/u, "") : before;
  return { href: linked.exec(written)?.[0], text: words.split(",", 1)[0]?.trim() ?? "" };
}

const linked = /(?<![^\s,])(?:https?:\/\/|[/#])[^\s,]*/u;

/** `[class] file [width] [height] ["title" ["alt"]]`. */
function pictureOf(all: readonly string[]): { src: string | undefined; alt: string } {
  const at = all.findIndex((word) => pictureFile.test(word));
  const said = all.slice(at + 1).filter((word) => !/^\d+(?:px|%)?$/u.test(word));
  const quoted = said.flatMap((word) => [...word.matchAll(/(?<=^|"\s+)"([^"]*)"/gu)].map(([, inside = ""]) => inside));
  return { src: all[at], alt: quoted.at(-1) ?? said.join(" ") };
}

/** NexT's and Butterfly's tabs and timelines: their names in bold above what they hold. */
function withHexoTabs(inner: string): string {
  return inner
    .replace(/<!--\s*(?:tab|timeline)\s*(.*?)(?:@[^>]*)?\s*-->/gu, (_, name: string) =>
      name === "" ? "" : `\n**${name}**\n`,
    )
    .replace(/<!--\s*end(?:tab|timeline)\s*-->/gu, "");
}
