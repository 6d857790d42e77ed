import { fence, spanned } from "#tools/import/body/shortcode-code.ts";
import { embedShortcode } from "#tools/import/body/shortcode-embeds.ts";
import { imageShortcode } from "#tools/import/body/shortcode-images.ts";
import { unknownShortcode } from "#tools/import/body/shortcode-others.ts";
import { block, type Converted, inline, type Use } from "#tools/import/body/shortcode-use.ts";
import type { BodyContext } from "#tools/import/body/body-context.ts";

/** A Liquid tag as found: `{% name rest %}`. */
export interface LiquidTag {
  readonly name: string;
  readonly rest: string;
  readonly start: number;
  /** True inside a line of text. */
  readonly inline: boolean;
}

const silent =
  /^(?:assign|if|elsif|else|endif|unless|endunless|for|endfor|break|continue|case|when|endcase|increment|decrement|cycle|tablerow|endtablerow|liquid|seo|feed_meta|toc|endcapture|endraw|endcomment|include_relative_once)$/u;

/** Markdown for a tag that stands alone; one that only steers a template goes, with a warning. */
export function liquidTag(tag: LiquidTag, context: BodyContext): Converted {
  if (tag.name === "post_url" || tag.name === "link") return address(tag, context);
  if (silent.test(tag.name)) {
    if (!tag.name.startsWith("end"))
      context.warn("liquid-dropped", tag.start, { written: `{% ${`${tag.name} ${tag.rest}`.trim()} %}` });
    return inline("");
  }
  const use = useOf(tag, context);
  if (/^(?:toc|comments?|disqus|adsense|ads?|google-?analytics|mathjax|katex|script|head|footer)$/u.test(use.name))
    return inline("");
  return imageShortcode(use) ?? embedShortcode(use) ?? unknownShortcode(use);
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
  return { name: name.toLowerCase(), listed, named, inline: tag.inline, start: tag.start, context };
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
