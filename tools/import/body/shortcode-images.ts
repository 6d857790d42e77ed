import {
  argumentOf,
  block,
  type Converted,
  destination,
  inline,
  joined,
  markdownLink,
  markdownPicture,
  missingPicture,
  oneLine,
  pictureFile,
  plain,
  type Use,
} from "./shortcode-use.ts";
import { isMap, textAt } from "#tools/import/shared/values.ts";

const sources = "src url image img path file href largeurl source light name default".split(" ");
const galleries =
  /^(?:gallery|galleries|carousel|slider|slideshow|swiper|images|image-?grid|imgs|photos|photo-?grid|figures|album)$/iu;

/** Pictures of the `figure`, `image` and `gallery` families, and of any shortcode whose argument names a picture file. */
export function imageShortcode(use: Use): Converted | undefined {
  if (galleries.test(use.name)) return gallery(use);
  const source = sourceOf(use);
  if (source === undefined) return undefined;
  const written =
    use.context.picture(source) ?? (pictureFile.test(source) ? undefined : use.context.pictures(`${source}*`)[0]);
  if (written === undefined) missingPicture(source, use.start, use.context);
  const shown = [...picture(use, written ?? source), use.inner];
  return use.inline ? inline(joined(shown, " ")) : block(joined(shown, "\n\n"));
}

function sourceOf(use: Use): string | undefined {
  const named = sources.flatMap((name) => use.named.get(name)?.trim() || []);
  const candidates = [...named, ...use.listed];
  const found =
    candidates.find((value) => pictureFile.test(value)) ??
    candidates.find((value) => use.context.picture(value) !== undefined);
  if (found !== undefined) return found;
  return /^(?:figure|img|image|fig|picture|photo)$/u.test(use.name) ? argumentOf(use, sources, 0) : undefined;
}

/** A picture, and the words under it where they cannot be its title. */
function picture(use: Use, source: string): [picture: string, words?: string] {
  const prose = use.listed.filter((value) => !pictureFile.test(value) && /[\p{Script=Hangul} ]/u.test(value));
  const title = argumentOf(use, ["title"]);
  const caption = argumentOf(use, ["caption", "cap", "legend", "desc", "description", "text"]) ?? prose.join(" — ");
  const credit = argumentOf(use, ["attr", "attribution", "credit"]);
  const creditLink = argumentOf(use, ["attrlink"]);
  const words = oneLine(joined([title, caption, credit], " — "));
  const alt = argumentOf(use, ["alt"]) ?? plain(caption || (title ?? ""));
  const isTitle = !use.inline && creditLink === undefined && plain(words) === words;
  const image = markdownPicture(alt, source, isTitle ? words : "");
  const link = argumentOf(use, ["link", "linkurl"]);
  const linked = link === undefined ? image : `[${image}](${destination(use.context.link(link) ?? link)})`;
  if (isTitle) return [linked];
  if (credit === undefined || creditLink === undefined) return [linked, words];
  return [linked, words.replace(credit, () => markdownLink(credit, creditLink))];
}

function gallery(use: Use): Converted {
  const values = [...use.named]
    .filter(([name]) => /^(?:images|match|dir|src|folder|path|files|pattern|glob|urls|imgs)$/u.test(name))
    .map(([, value]) => value);
  const names = [...values, ...use.listed]
    .flatMap((value) => value.replace(/^[{[]|[}\]]$/gu, "").split(/[,|]/u))
    .map((name) => name.trim().replace(/^["']|["']$/gu, ""));
  const listed = names.length > 0 ? names : fromFrontMatter(use);
  const found = listed.filter((name) => name !== "").flatMap((name) => several(use, name));
  const caption = argumentOf(use, ["caption", "title", "caption-effect"]);
  const pictures = found.map((address) => markdownPicture(caption ?? "", address));
  const inner = use.inner?.replace(/^[ \t]+(?=<|!\[)/gmu, "") ?? "";
  if (pictures.length === 0 && inner === "") use.context.warn("gallery-empty", use.start, { name: use.name });
  return block(joined([pictures.join("\n"), inner], "\n\n"));
}

/** Jekyll themes list a gallery's pictures in the front matter. */
function fromFrontMatter(use: Use): string[] {
  const value = use.context.page.data[use.named.get("id") ?? "gallery"];
  return (Array.isArray(value) ? value : [])
    .filter(isMap)
    .flatMap((picture) => textAt(picture, "image_path", "url", "src") ?? []);
}

function several(use: Use, name: string): readonly string[] {
  const one = pictureFile.test(name) && !/[*?]/u.test(name) ? use.context.picture(name) : undefined;
  if (one !== undefined) return [one];
  const many = use.context.pictures(name);
  if (many.length > 0 || !pictureFile.test(name)) return many;
  missingPicture(name, use.start, use.context);
  return [name];
}
