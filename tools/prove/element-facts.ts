import { activeElements, activeNames, activeSigns, attributeOf, type Sign, type Tag } from "./active-content.ts";

/** All that the guards ask of one page; plain data that can be kept as JSON. */
export interface PageFacts {
  readonly lang?: string;
  readonly title?: string;
  readonly description?: string;
  readonly noindex: boolean;
  /** The whole `content` of a refresh, where a page has one. */
  readonly refresh?: string;
  readonly ids: string[];
  /** Depths of the headings, in their order. */
  readonly headings: number[];
  /** Each once. */
  readonly references: Reference[];
  /** `src` of every picture without an `alt` attribute. */
  readonly withoutAlt: string[];
  /** Addresses of the style sheets, preloaded files and pictures that a phone downloads at once. */
  readonly early: string[];
  readonly signs: Sign[];
}

/** The facts of a page as they gather, element by element. */
export type Draft = { -readonly [Name in keyof PageFacts]: PageFacts[Name] } & { readonly share: Sharing };

const tellingElements = new Set([...activeElements].concat("html img link h1 h2 h3 h4 h5 h6".split(" ")));
// A head has a score of `meta`; what one says to a browser or to engines it says by one of three attributes.
tellingElements.delete("meta");
const tellingNames = [...activeNames].concat(
  "id href src poster srcset imagesrcset name http-equiv charset".split(" "),
);
const tellingAttribute = new RegExp(`[ \\n\\t](?:on[\\w-]|(?:${tellingNames.join("|")})(?![\\w-]))`, "iu");

/** Whether an element with this name and these attributes, as they are written, may add to the facts. */
export function mayTell(name: string, attributes: string): boolean {
  return tellingElements.has(name) || tellingAttribute.test(attributes);
}

export function emptyDraft(share: Sharing): Draft {
  return { share, noindex: false, ids: [], headings: [], references: [], withoutAlt: [], early: [], signs: [] };
}

export function note(tag: Tag, draft: Draft): void {
  for (const sign of activeSigns(tag)) draft.signs.push(sign);
  const id = attributeOf(tag, "id");
  if (id !== undefined) draft.ids.push(detached(id));
  if (tag.name === "html") draft.lang = detached(attributeOf(tag, "lang") ?? "");
  else if (tag.name === "meta") noteMeta(tag, draft);
  else if (tag.name === "img") noteImage(tag, draft);
  else if (tag.name === "link" && /^(?:stylesheet|preload)$/iu.test(attributeOf(tag, "rel") ?? ""))
    draft.early.push(draft.share("asset", attributeOf(tag, "href") ?? "").address);
  else if (/^h[1-6]$/u.test(tag.name)) draft.headings.push(Number(tag.name[1]));
  // A page's own address, which the map's proof asks for, leads nowhere else; what a stranger's reply links to is not
  // for the author to mend; a script is refused wherever its file is.
  const leadsOn = tag.name !== "script" && !/^canonical$|\bugc$/u.test(attributeOf(tag, "rel") ?? "");
  if (tag.attributes.length > 0 && leadsOn) noteReferences(tag, draft);
}

function noteMeta(tag: Tag, draft: Draft): void {
  const name = attributeOf(tag, "name");
  const content = attributeOf(tag, "content") ?? "";
  if (name === "description") draft.description ??= detached(content);
  if (name === "robots") draft.noindex ||= /noindex/iu.test(content);
  if (attributeOf(tag, "http-equiv")?.trim().toLowerCase() === "refresh") draft.refresh = detached(content);
}

function noteImage(tag: Tag, { withoutAlt, early, share }: Draft): void {
  const src = attributeOf(tag, "src") ?? "";
  if (attributeOf(tag, "alt") === undefined) withoutAlt.push(detached(src));
  if (attributeOf(tag, "loading")?.toLowerCase() === "lazy") return;
  early.push(share("picture", phonePicture(src, attributeOf(tag, "srcset"), attributeOf(tag, "sizes"))).address);
}

function noteReferences(tag: Tag, { share, references }: Draft): void {
  const { name } = tag;
  const kinds = { a: "link", area: "link", link: "asset", use: "asset", form: "form" } as const;
  const kind = kinds[name as keyof typeof kinds] ?? "picture";
  for (const { name: attribute, value } of tag.attributes) {
    if (/^(?:href|src|poster|action)$/u.test(attribute)) references.push(share(kind, value));
    else if (attribute === "srcset" || attribute === "imagesrcset")
      for (const { address } of candidatesOf(value)) references.push(share(kind, address));
  }
}

/** The addresses of a `srcset`, each with its size, `2x` or `640w`; those of data may hold a comma. */
function candidatesOf(set: string): { readonly address: string; readonly size: string }[] {
  return set.split(/(?<=\s[\d.]+[wx]),|,\s/u).flatMap((candidate) => {
    const [address = "", size = "1x"] = candidate.trim().split(/\s+/u);
    return address === "" ? [] : [{ address, size }];
  });
}

/** An address as a page writes it, with the element that holds it. */
export interface Reference {
  readonly kind: "link" | "picture" | "asset" | "form";
  /** Decoded from HTML, not from percent codes. */
  readonly address: string;
}

/** Gives one object for all references that are equal: ten thousand pages name the same menu. */
export type Sharing = (kind: Reference["kind"], address: string) => Reference;

/** V8 keeps a whole page in memory for each longer slice of it. */
const shortest = 13;

/** Shares what equal references can share, for as long as the facts of one reading live. */
export function sharing(): Sharing {
  const none = () => new Map<string, Reference>();
  const kinds = { link: none(), picture: none(), asset: none(), form: none() };
  return (kind, address) => {
    const shared = kinds[kind];
    const known = shared.get(address);
    if (known !== undefined) return known;
    const own = detached(address);
    const reference = { kind, address: own };
    shared.set(own, reference);
    return reference;
  };
}

/** A copy of a piece of a page that stands alone. */
export function detached(piece: string): string {
  return piece.length < shortest ? piece : Buffer.from(piece).toString();
}

/** The phone that pages are weighed for: points across, and pixels to the point. */
const [width, pixels] = [390, 3] as const;

/** Which address of an image a phone of 390 points at three pixels each downloads: the smallest that fills its pixels, as Chromium chooses. */
export function phonePicture(src: string, srcset = "", sizes = ""): string {
  const candidates = candidatesOf(srcset)
    .map(({ address, size }) => {
      return { address, density: Number(size.slice(0, -1)) / (size.endsWith("w") ? shownWidth(sizes) : 1) };
    })
    .filter(({ density }) => density > 0)
    .sort((a, b) => a.density - b.density);
  return (candidates.find(({ density }) => density >= pixels) ?? candidates.at(-1))?.address ?? src;
}

/** Points that `sizes` gives an image on the phone; lengths that it does not know count as the window's width. */
function shownWidth(sizes: string): number {
  for (const one of sizes.split(/,(?![^(]*\))/u)) {
    const [, edge, at, length = ""] = /^\s*(?:\((min|max)-width:\s*([\d.]+)px\)\s+)?(.+)$/u.exec(one) ?? [];
    if (edge === "min" ? Number(at) > width : edge === "max" && Number(at) < width) continue;
    const lengths = length.matchAll(/([\d.]+)(px|vw)/gu);
    return Math.min(width, ...lengths.map(([, size, unit]) => Number(size) * (unit === "vw" ? width / 100 : 1)));
  }
  return width;
}
