import { coverOf } from "./cover.ts";
import type { Note } from "./warning-lines.ts";
import { pictureAt, pictureName } from "./page-context.ts";
import type { SourcePage } from "./source-page.ts";
import type { Tools } from "./tools.ts";

/** A page's cover as our post writes it; one that is missing keeps the author's address and is noted. */
export function pageCover(
  page: SourcePage,
  tools: Tools,
  notes: Note[],
): { cover?: { address: string; alt?: string | undefined } } {
  const written = coverOf(page) ?? featureFile(page, tools);
  if (written === undefined) return {};
  const found = pictureAt(written.address, { page, tools, notes });
  const isOurs = tools.links.local(written.address) !== undefined;
  if (found === undefined && isOurs) notes.push({ code: "import-cover-missing", values: { address: written.address } });
  return { cover: { ...written, address: found ?? written.address } };
}

/** A picture named `feature…` beside a post, which some themes show by themselves. */
function featureFile(page: SourcePage, tools: Tools): { address: string } | undefined {
  const { bundle } = page;
  if (bundle === undefined) return undefined;
  const start = `${bundle}/feature`;
  const file = tools.tree.files.find(
    (name) => name.startsWith(start) && pictureName.test(name) && !name.slice(bundle.length + 1).includes("/"),
  );
  return file === undefined ? undefined : { address: file.slice(bundle.length + 1) };
}
