import { escapedHtml } from "#tools/import/body/shortcode-use.ts";

const blocks =
  "address|article|aside|blockquote|center|details|div|dl|dd|dt|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|script|style";
const aroundBlock = new RegExp(`\\s*(</?(?:${blocks})\\b[^>]*>)\\s*`, "giu");

/** An article of WordPress as plain HTML: its marks of blocks go, its shortcodes become elements, its blank lines paragraphs. */
export function articleHtml(written: string): string {
  const text = withoutShortcodes(written.replace(/\r\n?/gu, "\n"));
  if (/<!-- wp:/u.test(text)) return text.replace(/<!-- \/?wp:[\s\S]*?-->\n?/gu, "");
  return text
    .split(/(<pre\b[\s\S]*?<\/pre>)/iu)
    .map((part) => (/^<pre\b/iu.test(part) ? part : withParagraphs(part)))
    .join("\n");
}

/** What WordPress' `wpautop` does to a text of the old editor: blank lines end paragraphs, single ones stay. */
function withParagraphs(text: string): string {
  return text
    .replace(/<!--more[^>]*-->/gu, "")
    .replace(aroundBlock, "\n\n$1\n\n")
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) =>
      new RegExp(`^</?(?:${blocks})\\b`, "iu").test(part) ? part : `<p>${part.replace(/\n/gu, "<br>\n")}</p>`,
    )
    .join("\n");
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
    .replace(/\[(?:embed|youtube|vimeo)\b[ =]*([^\]\s]*)[^\]]*\](?:\s*(https?:[^\s[]+)\s*\[\/\w+\])?/gu, frameOf);
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
