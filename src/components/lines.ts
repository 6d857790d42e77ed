import { href } from "#model/address.ts";
import { stamp } from "#model/instant.ts";
import { sourceSet } from "#model/picture-sizes.ts";
import type { PostLine } from "#model/post-line.ts";
import type { Entry, Picture } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { escaped, escapedText, tag } from "#model/escape.ts";
import { interfaceText, shortDay } from "#text/interface.ts";
import { entryWords } from "./direction.ts";
import { heldText } from "./held-html.ts";

/** What lines show besides day and title. */
export interface LineOptions {
  /** Posts that show their summary. */
  readonly opened?: ReadonlySet<PostLine>;
  /** Whether lines name the category: off where the whole list is of one. */
  readonly kind?: boolean;
}

/** The items of a list of posts as HTML: printed as text, for a site has more of these lines than of all else. */
export function lines(site: Site, posts: readonly PostLine[], { opened, kind = true }: LineOptions = {}): string {
  let printed = "";
  for (const entry of posts) {
    const { date, title, summary } = entry;
    const words = entryWords(entry, site);
    const mark = markOf(entry, site);
    const category = kind ? entry.categories[0] : undefined;
    printed += '<li class="h-entry">';
    if (date)
      printed += `<time class="dt-published" datetime="${escaped(stamp(date))}">${escapedText(shortDay(site.language, date.day))}</time> `;
    printed += `${tag("a", { class: "u-url p-name", href: href(site, entry.path), ...words })}${heldText(title)}</a>`;
    if (mark) printed += ` <small class="draft">${escapedText(mark)}</small>`;
    else if (category) printed += ` <small class="p-category">${escapedText(category)}</small>`;
    if (summary && opened?.has(entry))
      printed += `${tag("p", { class: "p-summary", ...words })}${heldText(summary)}</p>`;
    if (entry.thumbnail && opened?.has(entry)) printed += thumbnail(site, entry.thumbnail);
    printed += "</li>";
  }
  return printed;
}

/** What tells an author that readers do not see a post yet; undefined for one that they see. */
export function markOf({ draft, scheduled }: Pick<Entry, "draft" | "scheduled">, site: Site): string | undefined {
  const text = interfaceText(site);
  if (draft) return text.draft;
  return scheduled ? text.scheduled : undefined;
}

/** Decoration: the title says where the line leads. */
function thumbnail(site: Site, picture: Picture): string {
  const print = (path: string) => href(site, path);
  const size = { width: "112", height: "84", alt: "", loading: "lazy" };
  return tag("img", { src: print(picture.path), ...sourceSet(picture, print, 112), ...size });
}
