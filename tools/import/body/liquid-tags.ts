import { hexoUse, withHexoTabs } from "./hexo-tags.ts";
import { calloutShortcode } from "./shortcode-callouts.ts";
import { codeShortcode, fence, spanned } from "./shortcode-code.ts";
import { embedShortcode } from "./shortcode-embeds.ts";
import { imageShortcode } from "./shortcode-images.ts";
import { otherShortcode, unknownShortcode } from "./shortcode-others.ts";
import { block, type Converted, destination, inline, label, type Use } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";

/** A Liquid tag as found: `{% name rest %}`. */
export interface LiquidTag {
  readonly name: string;
  readonly rest: string;
  readonly start: number;
  /** True inside a line of text. */
  readonly inline: boolean;
  /** What it holds, converted and as written, where a tag ends it. */
  readonly inner?: string;
  readonly raw?: string;
}

const silent =
  /^(?:assign|if|elsif|else|endif|unless|endunless|for|endfor|break|continue|case|when|endcase|increment|decrement|cycle|tablerow|endtablerow|liquid|seo|feed_meta|toc|endcapture|endraw|endcomment|include_relative_once)$/u;

/** Whether a tag steers a template and may not hold what stands up to its end. */
export function isSteering(name: string): boolean {
  return silent.test(name);
}

/** Markdown for a tag that stands alone or holds something; one that only steers a template goes, with a warning. */
export function liquidTag(tag: LiquidTag, context: BodyContext): Converted {
  const isHexo = context.site.kind === "hexo";
  if (tag.name === "post_url" || tag.name === "post_path" || (tag.name === "link" && !isHexo))
    return address(tag, context);
  if (tag.name === "post_link") return postLink(tag, context);
  if (silent.test(tag.name)) {
    if (!tag.name.startsWith("end"))
      context.warn("liquid-dropped", tag.start, { written: `{% ${`${tag.name} ${tag.rest}`.trim()} %}` });
    return inline("");
  }
  const plain = useOf(tag, context);
  const use = isHexo ? hexoUse(plain) : plain;
  if (/^(?:toc|comments?|disqus|adsense|ads?|google-?analytics|mathjax|katex|script|head|footer)$/u.test(use.name))
    return inline("");
  const known = tag.inner === undefined ? undefined : (codeShortcode(use) ?? calloutShortcode(use));
  const other = tag.inner === undefined && !isHexo ? undefined : otherShortcode(use);
  return known ?? other ?? imageShortcode(use) ?? embedShortcode(use) ?? unknownShortcode(use);
}

/** Hexo's `{% post_link 파일 제목 %}`: the post's own title where none is given. */
function postLink(tag: LiquidTag, context: BodyContext): Converted {
  const [target = "", ...words] = tag.rest.split(/\s+/u);
  const found = context.reference(target.replace(/^["']|["']$/gu, ""));
  if (found === undefined) context.warn("reference-unknown", tag.start, { target });
  const shown = words
    .filter((word) => !/^(?:true|false)$/u.test(word))
    .join(" ")
    .replace(/^["']|["']$/gu, "");
  const text = label(shown || (found === undefined ? undefined : context.titleOf(found)) || target);
  return inline(found === undefined ? text : `[${text}](${destination(found)})`);
}

function address(tag: LiquidTag, context: BodyContext): Converted {
  const target = tag.rest.trim();
  const found = context.reference(target) ?? (tag.name === "link" ? context.link(`/${target}`) : undefined);
  if (found === undefined) context.warn("reference-unknown", tag.start, { target });
  return inline(found ?? target);
}

/** `{% include figure.html image_path="…" %}` and `{% youtube "…" %}` as a shortcode of the same name. */
function useOf(tag: LiquidTag, context: BodyContext): Use {
  const isInclude = /^include/u.test(tag.name);
  const file = isInclude ? (/^\s*["']?([^\s"']+)/u.exec(tag.rest)?.[1] ?? "") : tag.name;
  const rest = isInclude ? tag.rest.replace(/^\s*["']?[^\s"']+["']?/u, "") : tag.rest;
  const named = new Map<string, string>();
  const listed: string[] = [];
  for (const match of rest.matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))/gu)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    if (match[1] === undefined) listed.push(value);
    else named.set(match[1].toLowerCase().replace("image_path", "src"), value);
  }
  const service = named.get("provider");
  const name =
    service ??
    file
      .replace(/\.\w+$/u, "")
      .split("/")
      .at(-1) ??
    file;
  const inner = tag.inner === undefined ? {} : { inner: withHexoTabs(tag.inner.trim()), raw: tag.raw ?? "" };
  return { name: name.toLowerCase(), listed, named, inline: tag.inline, start: tag.start, context, ...inner };
}

/** `{% highlight ruby linenos %}` with what it holds. */
export function highlighted(options: string, code: string, isInline: boolean): Converted {
  const [language = "", ...rest] = options.trim().split(/\s+/u);
  const body = code
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/gu, "")
    .replace(/^(?:[ \t]*\n)+/u, "")
    .replace(/\s+$/u, "");
  if (isInline && !body.includes("\n")) return inline(spanned(body));
  const meta = rest.some((word) => word.startsWith("linenos")) ? " showLineNumbers" : "";
  return block(fence(body, `${language}${meta}`));
}
