import { pictureFile, type Use } from "./shortcode-use.ts";

/** A tag's words: all, those before and after its address, the address, and its `lang:`. */
interface Words {
  readonly all: readonly string[];
  readonly before: string;
  readonly link: string | undefined;
  readonly after: string;
  readonly lang: string | undefined;
}

type Like = readonly [name: string, named: Readonly<Record<string, string | undefined>>];

/** Tags of Hexo and of its themes (NexT, Butterfly, Icarus), and the shortcodes that they are like. */
const tags: readonly (readonly [names: RegExp, like: (words: Words) => Like])[] = [
  [/^(?:asset_)?img$/u, ({ all }) => ["img", pictureOf(all)]],
  [/^code(?:block)?$/u, ({ before, lang }) => ["code", { lang, title: before }]],
  [
    /^(?:block)?quote$/u,
    ({ before, link, after }) => ["quote", { author: before.replace(/,$/u, ""), link, title: after }],
  ],
  [/^(?:cq|centerquote|pullquote)$/u, () => ["quote", {}]],
  [/^note$/u, ({ all }) => ["note", { type: all[0], title: all.slice(1).filter(isTitle).join(" ") }]],
  [/^(?:hide(?:toggle|block)|fold(?:ing)?|spoiler|details)$/u, ({ all }) => ["details", { title: all.join(" ") }]],
  [
    /^(?:link|btn)$/u,
    ({ before, link, after }) => [
      "link",
      { href: link?.replace(/,$/u, ""), text: (before || after).replace(/,.*$/u, "") },
    ],
  ],
  [/^asset_link$/u, ({ all }) => ["link", { href: all[0], text: all.slice(1).join(" ") }]],
  [/^gist$/u, ({ all }) => ["gist", { user: all[0], file: all[1] }]],
];

/** A tag of Hexo's or of its themes as the shortcode that it is like; any other as it stands. */
export function hexoUse(use: Use): Use {
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

function isTitle(word: string): boolean {
  return !/^(?:no-icon|simple|flat|modern)$/u.test(word);
}

/** `[class] file [width] [height] ["title" ["alt"]]`. */
function pictureOf(all: readonly string[]): { src: string | undefined; alt: string } {
  const at = all.findIndex((word) => pictureFile.test(word));
  const said = all.slice(at + 1).filter((word) => !/^\d+(?:px|%)?$/u.test(word));
  const quoted = said.flatMap((word) => [...word.matchAll(/"([^"]*)"/gu)].map(([, inside = ""]) => inside));
  return { src: all[at], alt: quoted.at(-1) ?? said.join(" ") };
}

/** NexT's and Butterfly's tabs: their names in bold above what they hold. */
export function withHexoTabs(inner: string): string {
  return inner
    .replace(/<!--\s*tab\s*(.*?)(?:@[^>]*)?\s*-->/gu, (_, name: string) => (name === "" ? "" : `\n**${name}**\n`))
    .replace(/<!--\s*endtab\s*-->/gu, "");
}
