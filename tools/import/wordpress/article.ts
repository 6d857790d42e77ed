import { edited, editsOf, markdownMap } from "#tools/import/body/markdown-map.ts";
import { unknownShortcode } from "#tools/import/body/shortcode-others.ts";
import { escapedHtml } from "#tools/import/body/shortcode-use.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";

/** Elements that stand as they are; between them blank lines end paragraphs. */
const whole =
  /(<(ul|ol|table|dl|figure|pre|h[1-6]|p|blockquote|div|iframe|video|audio|script|style)\b[\s\S]*?<\/\2>|<hr\b[^>]*>)/iu;

/** What articles name by number, pictures and blocks that several share: the texts of their items. */
export type Parts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** An article of WordPress as plain HTML: its marks of blocks go, its shortcodes become elements, its blank lines paragraphs. */
export function articleHtml(article: string, parts: Parts = new Map()): string {
  const written = withParts(article, parts);
  const text = withoutShortcodes(written.replace(/\r\n?/gu, "\n")).replace(
    /(\/wp-content\/uploads\/[^"'\s)]+?)-\d+x\d+(\.\w{3,4})/gu,
    "$1$2",
  );
  if (/<!-- wp:/u.test(text)) return text.replace(/<!-- \/?wp:[\s\S]*?-->\n?/gu, "");
  const pieces = text.replace(/<!--more[^>]*-->/gu, "").split(whole);
  return pieces.map((part, index) => (index % 3 === 0 ? paragraphs(part) : index % 3 === 1 ? part : "")).join("\n");
}

/** An article with links to others by their addresses (not `/?p=12`), with the blocks that it shares with others (one inside itself is left out), and the pictures of `[gallery ids="…"]`. */
function withParts(article: string, parts: Parts): string {
  const linked = article.replace(
    /(?<=\bhref=")[^"]*\/\?(?:p|page_id)=(\d+)(?=")/gu,
    (address, id: string) => parts.get(id)?.get("link") ?? address,
  );
  const whole = linked.replace(/<!-- wp:block \{"ref":(\d+)[^>]*\/-->/gu, (_, id: string) => {
    const rest = new Map([...parts].filter(([other]) => other !== id));
    return withParts(parts.get(id)?.get("content:encoded") ?? "", rest);
  });
  return whole.replace(/\[gallery\b[^\]]*?\bids="([\d, ]+)"[^\]]*\]/gu, (gallery, ids: string) => {
    const pictures = ids.split(",").flatMap((id) => parts.get(id.trim())?.get("wp:attachment_url") ?? []);
    return pictures.length === 0 ? gallery : pictures.map((src) => `<p><img src="${escapedHtml(src)}"></p>`).join("\n");
  });
}

/** What WordPress' `wpautop` makes of a text of the old editor: blank lines end paragraphs, single ones stay. */
function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/u).map((part) => part.trim());
  return parts.map((part) => (part === "" ? "" : `<p>${part.replace(/\n/gu, "<br>\n")}</p>`)).join("\n");
}

/** `[caption]`, `[code]`, `[embed]`, `[youtube]`: what WordPress itself would have made of them; others stay as they are. */
function withoutShortcodes(text: string): string {
  return text
    .replace(/\[caption\b([^\]]*)\]([\s\S]*?)\[\/caption\]/gu, (_, options: string, inside: string) => {
      const [, picture = "", words = ""] =
        /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/u.exec(inside) ?? [];
      const caption = words.trim() || (/\bcaption="([^"]*)"/u.exec(options)?.[1] ?? "");
      return picture === "" ? inside : `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
    })
    .replace(/\[((?:source)?code|php|js|css|html|python|java)\b[^\]]*\]\n?[\s\S]*?\[\/\1\]/gu, codeOf)
    .replace(
      /\[(audio|video)\b[^\]]*?\b(?:src|mp3|mp4|m4a|ogg|wav|webm)="([^"]+)"[^\]]*\](?:\s*\[\/\1\])?/gu,
      '<p><$1 src="$2"></$1></p>',
    )
    .replace(/\[(?:embed|youtube|vimeo)\b[ =]*([^\]\s]*)[^\]]*\](?:\s*(https?:[^\s[]+)\s*\[\/\w+\])?/gu, frameOf);
}

/** What is left of shortcodes with arguments, which plugins have shown as something, named as such. */
export function withShortcodesTold(body: string, context: PageContext): string {
  const shortcodes = /\\\[([a-z][\w-]*)((?: +[\w-]+="[^"\]\n]*")+) *\\\](?:([\s\S]*?)\\\[\/\1\\\])?/gu;
  const edits = editsOf(
    markdownMap(body),
    shortcodes,
    ({ 0: written, 1: name = "", 2: options, 3: inner = "", index }) => {
      const values = options?.matchAll(/([\w-]+)="([^"]*)"/gu).map(([, key = "", value = ""]) => [key, value] as const);
      const [before, after] = [body.slice(0, index), body.slice(index + written.length)];
      const isAlone = /(?:^|\n\n)$/u.test(before) && /^(?:\n|$)/u.test(after);
      return unknownShortcode({
        name,
        listed: [],
        named: new Map(values),
        inner,
        inline: !isAlone,
        start: index,
        context,
      }).text;
    },
  );
  return edited(body, edits);
}

function codeOf(written: string): string {
  const [, name = "", options = "", inside = ""] = /^\[(\w+)([^\]]*)\]\n?([\s\S]*)\[/u.exec(written) ?? [];
  const language = /\blang(?:uage)?=["']?([\w#+-]+)/u.exec(options)?.[1] ?? (name.endsWith("code") ? "" : name);
  const code = escapedHtml(inside.replace(/<br\s*\/?>\n?/gu, "\n"));
  return `<pre><code class="language-${language}">${code}</code></pre>`;
}

function frameOf(written: string, given: string, inside: string | undefined): string {
  const address = inside ?? given;
  return /^https?:/u.test(address) ? `<iframe src="${address}"></iframe>` : written;
}
