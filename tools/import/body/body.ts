import { addressEdits } from "./addresses-in-text.ts";
import type { BodyContext } from "./body-context.ts";
import { edited } from "./edits.ts";
import { withQuotedValues } from "./html-quotes.ts";
import { markdownMap } from "./markdown-map.ts";
import { htmlEdits } from "./raw-html.ts";
import { typoEdits } from "./typos.ts";
import { withTablesApart } from "./tables-apart.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withCitedFootnotes } from "./uncited-footnotes.ts";

/** A Hugo body as ours. */
export function convertedHugoBody(body: string, context: BodyContext): string {
  return withOurAddresses(withoutShortcodes(body, context.over(body)), context);
}

/** A Markdown body with its addresses and raw HTML made ours; code stays as it is. */
export function withOurAddresses(written: string, blog: BodyContext): string {
  const body = withCitedFootnotes(withTablesApart(withQuotedValues(written)), blog);
  const context = blog.over(body);
  const map = markdownMap(body);
  return edited(body, [
    ...addressEdits(body, map, context),
    ...htmlEdits(body, map, context),
    ...typoEdits(body, map, context),
  ]);
}
