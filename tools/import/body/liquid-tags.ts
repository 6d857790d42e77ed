import { hexoUse, withHexoTabs } from "./hexo-tags.ts";
import { calloutShortcode } from "./shortcode-callouts.ts";
import { codeShortcode, fence, spanned, trimmedLines } from "./shortcode-code.ts";
import { embedShortcode } from "./shortcode-embeds.ts";
import { imageShortcode } from "./shortcode-images.ts";
import { otherShortcode, unknownShortcode } from "./shortcode-others.ts";
import { block, type Converted, inline, label, markdownLink, type Use } from "./shortcode-use.ts";

/** A Liquid tag as found: `{% name rest %}`. */
export type LiquidTag = Omit<Use, "listed" | "named"> & { readonly rest: string };

const silent =
  /^(?:assign|if|elsif|else|endif|unless|endunless|for|endfor|break|continue|case|when|endcase|increment|decrement|cycle|tablerow|endtablerow|liquid|seo|feed_meta|toc|endcapture|endraw|endcomment|include_relative_once)$/u;
const unseen = /^(?:toc|comments?|disqus|adsense|ads?|google-?analytics|mathjax|katex|script|head|footer)$/u;

/** Whether a tag steers a template and may not hold what stands up to its end. */
export function isSteering(name: string): boolean {
  return silent.test(name);
}

/** Markdown for a tag that stands alone or holds something; one that only steers a template goes, with a warning. */
export function liquidTag(tag: LiquidTag): Converted {
  const { name, rest, start, context } = tag;
  const isHexo = context.site.kind === "hexo";
  if (name === "post_url" || name === "post_path" || (name === "link" && !isHexo)) return address(tag);
  if (name === "post_link") return postLink(tag);
  if (silent.test(name)) {
    if (!name.startsWith("end"))
      context.warn("liquid-dropped", start, { written: `{% ${`${name} ${rest}`.trim()} %}` });
    return inline("");
  }
  const use = isHexo ? hexoUse(useOf(tag)) : useOf(tag);
  if (unseen.test(use.name)) return inline("");
  const known = tag.inner === undefined ? undefined : (codeShortcode(use) ?? calloutShortcode(use));
  const other = tag.inner === undefined && !isHexo ? undefined : otherShortcode(use);
  return known ?? other ?? imageShortcode(use) ?? embedShortcode(use) ?? unknownShortcode(use);
}

/** Hexo's `{% post_link 파일 제목 %}`: the post's own title where none is given. */
function postLink({ rest, start, context }: LiquidTag): Converted {
  const [target = "", ...words] = rest.split(/\s+/u);
  const found = context.reference(unquoted(target));
  if (found === undefined) context.warn("reference-unknown", start, { target });
  const shown = unquoted(words.filter((word) => !/^(?:true|false)$/u.test(word)).join(" "));
  const text = shown || (found && context.titleOf(found)) || target;
  return inline(found === undefined ? label(text) : markdownLink(text, found));
}

/** A text without the quotation marks around it. */
export function unquoted(text: string): string {
  return text.replace(/^["']|["']$/gu, "");
}

function address({ name, rest, start, context }: LiquidTag): Converted {
  const target = rest.trim();
  const found = context.reference(target) ?? (name === "link" ? context.link(`/${target}`) : undefined);
  if (found === undefined) context.warn("reference-unknown", start, { target });
  return inline(found ?? target);
}

/** `{% include figure.html image_path="…" %}` and `{% youtube "…" %}` as a shortcode of the same name. */
function useOf({ rest: written, ...tag }: LiquidTag): Use {
  const [whole = "", file = ""] = (/^include/u.test(tag.name) && /^\s*["']?([^\s"']+)["']?/u.exec(written)) || [];
  const named = new Map<string, string>();
  const listed: string[] = [];
  const rest = written.slice(whole.length);
  for (const match of rest.matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))/gu)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    if (match[1] === undefined) listed.push(value);
    else named.set(match[1].toLowerCase().replace("image_path", "src"), value);
  }
  const stem = file
    .replace(/\.\w+$/u, "")
    .split("/")
    .at(-1);
  const name = named.get("provider") ?? (stem || tag.name);
  const inner = tag.inner === undefined ? {} : { inner: withHexoTabs(tag.inner.trim()) };
  return { ...tag, ...inner, name: name.toLowerCase(), listed, named };
}

/** `{% highlight ruby linenos %}` with what it holds. */
export function highlighted(options: string, code: string, isInline: boolean): Converted {
  const [language = "", ...rest] = options.trim().split(/\s+/u);
  const body = trimmedLines(code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/gu, ""));
  if (isInline && !body.includes("\n")) return inline(spanned(body));
  const meta = rest.some((word) => word.startsWith("linenos")) ? " showLineNumbers" : "";
  return block(fence(body, `${language}${meta}`));
}
