import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { interfaceText } from "#text/interface.ts";

/** What tells an author that readers do not see a post yet; undefined for one that they see. */
export function markOf({ draft, scheduled }: Pick<Entry, "draft" | "scheduled">, site: Site): string | undefined {
  const text = interfaceText(site);
  if (draft) return text.draft;
  return scheduled ? text.scheduled : undefined;
}
