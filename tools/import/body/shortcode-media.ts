import { decoded } from "#model/urlize.ts";
import { pageWord } from "#text/importing.ts";
import { oneLine } from "#markdown/tree.ts";
import {
  argumentOf,
  block,
  type Converted,
  destination,
  escapedHtml,
  inline,
  isOf,
  joined,
  known,
  markdownLink,
  markdownPicture,
  missingPicture,
  ownPlayer,
  pictureFile,
  plain,
  type Use,
} from "./shortcode-use.ts";
import { isMap, textAt } from "#tools/import/shared/values.ts";

const sources = "src url image img path file href largeurl source light name default".split(" ");
/** Pictures of the `figure`, `image` and `gallery` families, and of any shortcode whose argument names a picture file. */
export function imageShortcode(use: Use): Converted | undefined {
  if (isOf("gallery", use)) return gallery(use);
  const source = sourceOf(use);
  if (source === undefined) return undefined;
  const player = ownPlayer(source, "", use.context) ?? "";
  if (player.startsWith("<audio")) return use.inline ? inline(player) : block(player);
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
  return isOf("figure", use) ? argumentOf(use, sources, 0) : undefined;
}

/** A picture, and the words under it where they cannot be its title. */
function picture(use: Use, source: string): [picture: string, words?: string] {
  const prose = use.listed.filter((value) => !pictureFile.test(value) && /[\p{Script=Hangul} ]/u.test(value));
  const title = argumentOf(use, ["title"]);
  const caption = argumentOf(use, ["caption", "cap", "legend", "desc", "description", "text"]) ?? prose.join(" — ");
  const credit = argumentOf(use, ["attr", "attribution", "credit"]);
  const creditLink = argumentOf(use, ["attrlink"]);
  const signed = credit !== undefined && creditLink !== undefined ? markdownLink(credit, creditLink) : credit;
  const words = oneLine(joined([title, caption, signed], " — "));
  const alt = argumentOf(use, ["alt"]) ?? plain(caption || (title ?? ""));
  const isTitle = !use.inline && plain(words) === words;
  const image = markdownPicture(alt, source, isTitle ? words : "");
  const link = argumentOf(use, ["link", "linkurl"]);
  const linked = link === undefined ? image : `[${image}](${destination(use.context.link(link) ?? link)})`;
  return isTitle ? [linked] : [linked, words];
}

function gallery(use: Use): Converted {
  const naming = /^(?:images|match|dir|src|folder|path|files|pattern|glob|urls|imgs)$/u;
  const values = [...use.named].flatMap(([name, value]) => (naming.test(name) ? value : []));
  const names = [...values, ...use.listed]
    .flatMap((value) => value.replace(/^[{[]|[}\]]$/gu, "").split(/[,|]/u))
    .map((name) => name.trim().replace(/^["']|["']$/gu, ""));
  const listed = names.length > 0 ? names.map((name) => ({ name, alt: "" })) : fromFrontMatter(use);
  const caption = argumentOf(use, ["caption", "title", "caption-effect"]) ?? "";
  const hasAlts = listed.some(({ alt }) => alt !== "");
  const pictures = listed.flatMap(({ name, alt }) =>
    name === "" ? [] : several(use, name).map((address) => markdownPicture(hasAlts ? alt : caption, address)),
  );
  const inner = use.inner?.replace(/^[ \t]+(?=<|!\[)/gmu, "") ?? "";
  if (pictures.length === 0 && inner === "") use.context.warn("gallery-empty", use.start, { name: use.name });
  return block(joined([pictures.join("\n"), inner, hasAlts ? caption : ""], "\n\n"));
}

/** Jekyll themes list a gallery's pictures in the front matter, with what each shows. */
function fromFrontMatter(use: Use): { name: string; alt: string }[] {
  const value = use.context.page.data[use.named.get("id") ?? "gallery"];
  return (Array.isArray(value) ? value : []).filter(isMap).map((picture) => ({
    name: textAt(picture, "image_path", "url", "src") ?? "",
    alt: textAt(picture, "alt", "title") ?? "",
  }));
}

function several(use: Use, name: string): readonly string[] {
  const one = pictureFile.test(name) && !/[*?]/u.test(name) ? use.context.picture(name) : undefined;
  if (one !== undefined) return [one];
  const many = use.context.pictures(name);
  if (many.length > 0 || !pictureFile.test(name)) return many;
  missingPicture(name, use.start, use.context);
  return [name];
}

function tweet(use: Use): string | undefined {
  const [user, id] = [argumentOf(use, ["user"], 0), argumentOf(use, ["id"], 1)];
  if (user !== undefined && /^\d{6,}$/u.test(user)) return `https://twitter.com/i/status/${user}`;
  if (id !== undefined) return `https://twitter.com/${user ?? "i"}/status/${id}`;
  return user?.startsWith("http") ? user : undefined;
}

function gist(use: Use): string | undefined {
  const user = argumentOf(use, ["user", "username"], 0);
  if (user === undefined) return undefined;
  const page = joined([user, argumentOf(use, ["id", "gist"], 1)], "/");
  const file = argumentOf(use, ["file"], 2)?.replace(/\./gu, "-");
  return joined([page.startsWith("http") ? page : `https://gist.github.com/${page}`, file], "#file-");
}

/** What a shortcode embeds: its address is the id behind the service's prefix, in which `{user|pen}` is an argument or what stands for it. */
function embedOf(use: Use): { service: string; address: string | undefined } | undefined {
  if (isOf("tweet", use)) return { service: "X", address: tweet(use) };
  if (use.name === "gist") return { service: "Gist", address: gist(use) };
  const found = known("embeds", use);
  if (found === undefined) return undefined;
  const { service, prefix, ids = "id videoid video v src url href" } = found;
  const id = argumentOf(use, ids.split(" "), 0);
  if (id === undefined || /^(?:https?:)?\/\//u.test(id)) return { service, address: id };
  const before = prefix.replace(/\{(\w+)\|(\w+)\}/u, (_, name, usual) => argumentOf(use, [name]) ?? usual);
  return { service, address: before + id.replace(/^\/+/u, "") };
}

/** Whether a shortcode embeds something of another site, by its name. */
export function isEmbed({ name }: Pick<Use, "name">): boolean {
  return isOf("tweet", { name }) || name === "gist" || known("embeds", { name }) !== undefined;
}

/** A link with the service's name and the title for what another site or a player would show. */
export function embedShortcode(use: Use): Converted | undefined {
  const found = embedOf(use);
  if (found?.address === undefined) return undefined;
  const title = argumentOf(use, ["title", "label", "caption", "alt", "name", "text", "description"]) ?? use.inner ?? "";
  const player = ownPlayer(found.address, title === "" ? "" : ` title="${escapedHtml(plain(title))}"`, use.context);
  if (player !== undefined) return { text: player, block: !use.inline };
  const address = use.context.link(found.address) ?? found.address;
  use.context.warn("embed-linked", use.start, { name: use.name, address });
  const service = pageWord(found.service, use.context.isKorean);
  // `YouTube: 제목`, without a title its address.
  const readable = decoded(address).replace(/^(?:https?:)?\/\/(?:www\.)?/u, "");
  const words = oneLine(joined([service, plain(title) || readable], ": "));
  return { text: markdownLink(words, address), block: !use.inline };
}
