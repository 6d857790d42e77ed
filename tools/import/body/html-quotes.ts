import { type Edit, edited } from "./edits.ts";
import { isElementName } from "./html-names.ts";
import { isInside, markdownMap } from "./markdown-map.ts";

const bare = /<([a-z][\w-]*)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*>/giu;
const value = /("[^"]*"|'[^']*')|=\s*([^\s"'=<>`]*\/[^\s"'=<>`]*)/gu;

/** A body whose tags have quotes around values such as `src=/a.png`: our parser takes a tag with a bare slash for text. */
export function withQuotedValues(body: string): string {
  const tags = [...body.matchAll(bare)].filter(
    ([, name = "", rest = ""]) => isElementName(name) && /=\s*[^"'\s]*\//u.test(rest),
  );
  if (tags.length === 0) return body;
  const { code } = markdownMap(body);
  const edits = tags.flatMap(({ 0: tag, index }): Edit[] => {
    const quoted = tag.replace(value, (whole, own: string | undefined, plain: string) =>
      own === undefined ? `="${plain}"` : whole,
    );
    return quoted === tag || isInside(code, index) ? [] : [{ start: index, end: index + tag.length, text: quoted }];
  });
  return edited(body, edits);
}
