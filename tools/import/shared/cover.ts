import { isMap } from "./front-matter.ts";
import type { SourcePage, Tools } from "./blog.ts";
import { textAt, textOf, valueAt } from "./values.ts";
import type { Note } from "./report.ts";
import { pictureAt, pictureName } from "./page-context.ts";

const keys =
  "image cover featured_image featuredimage featureimage feature_image thumbnail thumbnailimage coverimage cover_image heroimage ogimage banner banner_img index_img hero img images preview header.image header.teaser header.overlay_image header.og_image og_image top_img featuredimagepreview resources featured splash background photo teaser".split(
    " ",
  );

/** The address of a post's cover under whatever key its theme used, with its alternative text. */
function coverOf(page: SourcePage): { address: string; alt?: string | undefined } | undefined {
  for (const key of keys) {
    const found = coverAt(valueAt(page.data, key), key);
    if (found) {
      const alt = found.alt ?? textAt(page.data, "imageAlt", "image_alt", "cover_alt", "featuredImageAlt", "alt");
      return { address: found.address, alt };
    }
  }
  return undefined;
}

function coverAt(value: unknown, key: string): { address: string; alt?: string | undefined } | undefined {
  if (Array.isArray(value)) {
    const items =
      key === "resources"
        ? value.filter((item) => isMap(item) && /cover|feature|thumb|header|preview/iu.test(textAt(item, "name") ?? ""))
        : value;
    return coverAt(items[0], key);
  }
  if (isMap(value)) {
    const address = textAt(value, "src", "image", "url", "path", "feature", "img", "teaser", "file");
    const alt = textAt(value, "alt", "caption", "title");
    return address === undefined ? undefined : { address, alt };
  }
  const address = textOf(value);
  return typeof value === "string" && address !== undefined && (key === "image" || /[./]/u.test(address))
    ? { address }
    : undefined;
}

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
