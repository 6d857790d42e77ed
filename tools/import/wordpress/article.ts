import { pictureName } from "#reading/pictures.ts";
import { escapedHtml } from "#tools/import/body/shortcode-use.ts";
import { valueIn } from "#tools/import/shared/front-matter.ts";
import { type Data, mapOf, textAt } from "#tools/import/shared/values.ts";

/** Elements that stand as they are. */
const whole = /(<(figure|pre|iframe|video|audio|script|style|textarea|svg|math)\b[\s\S]*?<\/\2>)/iu;

/** Tags of blocks, which end paragraphs as blank lines do; behind those of lines no paragraph begins. */
const blocks =
  /(<\/?(?:address|article|aside|blockquote|caption|center|d[dlt]|details|div|fieldset|figcaption|footer|form|h[1-6r]|header|li|main|nav|ol|p|section|summary|table|tbody|t[dhr]|tfoot|thead|ul)\b[^<>]*>)/iu;
const lines = /^<(?:p|h[1-6]|li|d[dt]|t[dh]|summary|figcaption|caption)\b/iu;

/** What articles name by number, pictures and blocks that several share: the texts of their items. */
export type Parts = ReadonlyMap<string, Part>;
type Part = ReadonlyMap<string, string>;

/** An article of WordPress as plain HTML: its marks of blocks go, its shortcodes become elements, its blank lines paragraphs. */
export function articleHtml(article: string, parts: Parts = new Map(), id = ""): string {
  const written = withParts(article, parts, id)
    .replace(drawn, drawnOf)
    .replace(coded, '$2<pre data-ke-language="$1"')
    .replace(/\bhttps?:\/\/i\d\.wp\.com\/([^"'\s?]+)\?[^"'\s]*/gu, "https://$1");
  const text = withoutShortcodes(written.replace(/\r\n?/gu, "\n")).replace(
    /(\/wp-content\/uploads\/[^"'\s)]+?)-\d+x\d+(\.\w{3,4})/gu,
    "$1$2",
  );
  if (/<!-- wp:/u.test(text)) return text.replace(/<!-- \/?wp:[\s\S]*?-->\n?/gu, "");
  const pieces = text.replace(/<!--more[^>]*-->/gu, "").split(whole);
  return pieces.map((part, index) => (index % 3 === 0 ? paragraphs(part) : index % 3 === 1 ? part : "")).join("\n");
}

/** An article with links to others by their addresses (not `/?p=12`), with the blocks that it shares with others (one inside itself is left out), and the pictures of `[gallery ids="…"]`, or of the article itself. */
function withParts(article: string, parts: Parts, own: string): string {
  const linked = withHiddenBlocks(article).replace(
    /(?<=\bhref=")[^"]*\/\?(?:p|page_id)=(\d+)(?=")/gu,
    (address, id: string) => parts.get(id)?.get("link") ?? address,
  );
  const whole = linked.replace(/<!-- wp:block \{"ref":(\d+)[^>]*\/-->/gu, (_, id: string) => {
    const rest = new Map([...parts].filter(([other]) => other !== id));
    return withParts(parts.get(id)?.get("content:encoded") ?? "", rest, id);
  });
  const attached = () => [...parts.values()].filter((part) => own !== "" && part.get("wp:post_parent") === own);
  return whole.replace(/\[(gallery|playlist)\b[^[\]]*\]/gu, (list, name) => {
    const ids = /\bids="([\d, ]+)"/u.exec(list)?.[1]?.split(",");
    const shown = (ids?.flatMap((id) => parts.get(id.trim()) ?? []) ?? attached()).map(partHtml);
    return shown.filter((html) => html.startsWith("<figure>") === (name === "gallery")).join("\n") || list;
  });
}

/** An article whose blocks that the editor hides from readers stand in hidden elements. */
function withHiddenBlocks(article: string): string {
  if (!article.includes('"blockVisibility":false')) return article;
  let [depth, hidden] = [0, -1];
  return article.replace(/<!-- (\/?)wp:[^\n]*?(\/?)-->/gu, (mark, closes: string, isAlone: string) => {
    const hides = hidden === -1 && mark.includes('"blockVisibility":false');
    if (isAlone) return hides ? `<div hidden>${mark}</div>` : mark;
    if (hides) hidden = depth;
    depth += closes ? -1 : 1;
    if (hides) return `<div hidden>${mark}`;
    if (!closes || depth !== hidden) return mark;
    hidden = -1;
    return `${mark}</div>`;
  });
}

/** A file of the blog: a picture with its words, a link to any other. */
function partHtml(part: Part): string {
  const of = (name: string) => part.get(name) ?? "";
  const address = escapedHtml(of("wp:attachment_url"));
  if (!pictureName.test(address)) return `<p><a href="${address}">${escapedHtml(of("title"))}</a></p>`;
  const alt = escapedHtml(of("meta:_wp_attachment_image_alt"));
  return `<figure><img src="${address}" alt="${alt}"><figcaption>${of("excerpt:encoded")}</figcaption></figure>`;
}

/** What WordPress' `wpautop` makes of a text of the old editor: blank lines and blocks end paragraphs, single line ends stay. */
function paragraphs(text: string): string {
  const pieces = text.split(blocks);
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : lined(piece, lines.test(pieces[at - 1] ?? "")))).join("\n");
}

function lined(text: string, isInLine: boolean): string {
  const parts = text.split(/\n\s*\n/u).flatMap((part) => part.trim().replace(/(?:<br\s*\/?>)?\n/gu, "<br>\n") || []);
  return parts.map((part, at) => (isInLine && at === 0 ? part : `<p>${part}</p>`)).join("\n");
}

/** Blocks that a server draws by fields, `<!-- wp:acf/card {"data":{"quote":"…"}} /-->`, and code whose language stands beside it. */
const drawn = /<!-- wp:([\w/-]+) (\{(?:(?!-->)[^\n])*\}) \/-->/gu;
const coded = /<!-- wp:[^\n{]*code[^\n{]*\{[^\n]*?"language":"([\w+#-]+)"[^\n]*?-->((?:\s*<div\b[^>]*>)*\s*)<pre\b/gu;

/** A block of a plugin's that a server draws as a shortcode of its name, with the words that stand in its fields; nothing where none do. */
function drawnOf(_: string, name: string, json: string): string {
  const { data, ...own } = mapOf(valueIn(json, "json")?.value);
  const url = textAt(own, "url");
  // Of WordPress' own such blocks only a link says something itself.
  if (!name.includes("/"))
    return url ? `<p><a href="${escapedHtml(url)}">${textAt(own, "label", "service") ?? url}</a></p>` : "";
  const fields = wordsInFields({ ...own, ...mapOf(data) }).map(
    ([key, words]) => `${key}="${escapedHtml(words.replace(/["[\]]/gu, "'"))}"`,
  );
  return fields.length === 0 ? "" : `<p>[${name.replace(/\W+/gu, "_")} ${fields.join(" ")}]</p>`;
}

/** The fields that hold words or addresses, not numbers, names of styles or the like. */
export function wordsInFields(fields: Data): (readonly [key: string, words: string])[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const words =
      typeof value === "string" && !/^_|class|style/iu.test(key) ? value.replace(/<[^>]*>/gu, " ").trim() : "";
    return /[^\x00-\x7f]|\s|^https?:/u.test(words) ? [[key, words] as const] : [];
  });
}

/** `[caption]` and `[code]` as HTML; others stay as they are. */
function withoutShortcodes(text: string): string {
  return text
    .replace(
      /\[caption\b([^[\]]*)\]((?:(?!\[caption\b)[\s\S])*?)\[\/caption\]/gu,
      (_, options: string, inside: string) => {
        const [, picture = "", words = ""] =
          /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/u.exec(inside) ?? [];
        const caption = words.trim() || (/\bcaption="([^"]*)"/u.exec(options)?.[1] ?? "");
        return picture === "" ? inside : `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
      },
    )
    .replace(
      /\[((?:source)?code|crayon|php|js|css|html|xml|python|java|cpp|csharp|ruby|swift|sql|bash|shell)\b[^[\]]*\]\n?[\s\S]*?\[\/\1\]/gu,
      codeOf,
    );
}

const noted = /<pre\b[\s\S]*?<\/pre>|\[(footnote|ref|efn_note|mfn|modern_footnote)\b[^\]\n]*\]([\s\S]*?)\[\/\1\]/giu;

/** An article with the footnotes of WordPress' editor, which stand beside it, and of plugins, which stand in it, by number in the order of their calls. */
export function withFootnotes(html: string, notes: readonly Data[]): string {
  const words = new Map(notes.map((note) => [textAt(note, "id") ?? "", textAt(note, "content") ?? ""]));
  const called = html.replace(noted, (written: string, plugin: string | undefined, inside: string) => {
    const id = `seogo-${String(words.size)}`;
    if (plugin !== undefined) words.set(id, inside);
    return plugin === undefined ? written : `<sup data-fn="${id}">1</sup>`;
  });
  const calls = called.matchAll(/\bdata-fn="([^"]+)"/gu).map(([, id = ""]) => id);
  const ids = [...new Set([...calls, ...words.keys()])];
  const numbered = called.replace(
    /\bdata-fn="([^"]+)"/gu,
    (_, id: string) => `data-fn="${String(ids.indexOf(id) + 1)}"`,
  );
  return numbered + ids.map((id, at) => `<div data-fn="${String(at + 1)}">${words.get(id) ?? ""}</div>`).join("");
}

function codeOf(written: string): string {
  const [, name = "", options = "", inside = ""] = /^\[(\w+)([^\]]*)\]\n?([\s\S]*)\[/u.exec(written) ?? [];
  const language = /\blang(?:uage)?=["']?([\w#+-]+)/u.exec(options)?.[1] ?? (/code$|^crayon$/u.test(name) ? "" : name);
  const code = escapedHtml(inside.replace(/<br\s*\/?>\n?/gu, "\n"));
  return `<pre><code class="language-${language}">${code}</code></pre>`;
}
