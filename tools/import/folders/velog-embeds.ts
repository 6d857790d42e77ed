import type { BodyContext } from "#tools/import/body/body-context.ts";
import { edited } from "#tools/import/body/edits.ts";
import { isInside, markdownMap } from "#tools/import/body/markdown-map.ts";
import { embedShortcode } from "#tools/import/body/shortcode-embeds.ts";

const embed = /!(youtube|twitter|codesandbox|codepen)\[([^\]\n]+)\](?!\()/gu;

/** A body whose embeds of velog's own (`!youtube[id]`) have become links, each with a warning; code stays. */
export function withoutVelogEmbeds(body: string, blog: BodyContext): string {
  const found = [...body.matchAll(embed)];
  if (found.length === 0) return body;
  const context = blog.over(body);
  const { code } = markdownMap(body);
  const edits = found.flatMap(({ 0: whole, 1: name = "", 2: written = "", index }) => {
    if (isInside(code, index)) return [];
    const listed = [addressOf(name, written.trim())];
    const made = embedShortcode({ name, listed, named: new Map(), inline: true, start: index, context });
    return made === undefined ? [] : [{ start: index, end: index + whole.length, text: made.text }];
  });
  return edited(body, edits);
}

/** What stands between the brackets is an id, or for some services a path below their host. */
function addressOf(name: string, written: string): string {
  const hosts: Readonly<Record<string, string>> = { codepen: "https://codepen.io/", twitter: "https://twitter.com/" };
  const host = hosts[name];
  return host === undefined || !written.includes("/") || /^https?:/u.test(written) ? written : host + written;
}
