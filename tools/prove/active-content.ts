import type { GuardCode } from "#text/messages.ts";

/** An element as both parsers hand it over: local names, lower case, values decoded. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

/** One way a page could run, frame or load what it must not. */
export interface Sign {
  /** Key of the message: `script-element`, `event-attribute` … */
  readonly code: GuardCode;
  /** What stands in the page, short enough to print. */
  readonly what: string;
}

const dataTypes = new Set(["application/ld+json", "application/json"]);
const framing = new Set("iframe frame frameset object embed applet portal fencedframe base".split(" "));
const foreign = new Set("handler listener astro-island maction".split(" "));
const moving = new Set(["animate", "set", "animatetransform", "animatemotion"]);
/** Elements that may be a sign by themselves. */
export const activeElements: ReadonlySet<string> = new Set(
  [...framing, ...foreign, ...moving].concat("script", "style", "link", "meta"),
);
const addressed = new Set(
  "href src action formaction data poster background cite longdesc manifest codebase archive icon srcdoc ping lowsrc dynsrc profile usemap srcset imagesrcset".split(
    " ",
  ),
);
const rasterPicture = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon)[;,]/iu;
const activeMeta = /^\s*(?:refresh|set-cookie|default-style|imagetoolbar)\s*$/iu;
const loading = /\b(?:stylesheet|icon|preload|prefetch|manifest)\b/iu;
const movedTo = new Set(["to", "values", "from", "by"]);
/** Attributes that may be a sign on any element; beside them, all those of events. */
export const activeNames: ReadonlySet<string> = new Set([...addressed, ...movedTo, "style"]);

/** All signs of active content on one element; empty for an ordinary one, at the cost of a few look-ups. */
export function activeSigns(tag: Tag): readonly Sign[] {
  const signs = activeElements.has(tag.name) ? elementSigns(tag) : [];
  for (const { name, value } of tag.attributes)
    if (activeNames.has(name) || isEvent(name)) signs.push(...attributeSigns(tag, name, value));
  return signs;
}

/** Whether an attribute of this name, in lower case, is one of an event. */
function isEvent(name: string): boolean {
  return name.length > 2 && name.startsWith("on");
}

/** The value of an attribute; undefined where there is none. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** An address as browsers read it (URL standard: leading C0 and space, and any tab or line break, drop out). */
export function addressAsRead(value: string): string {
  return value.replace(/^[\0-\x20]+|[\t\n\r]/gu, "");
}

/** The scheme of an address, in lower case; undefined where it has none. */
export function schemeOf(address: string): string | undefined {
  return address.includes(":")
    ? /^[a-z][a-z0-9+.-]*(?=:)/iu.exec(addressAsRead(address))?.[0].toLowerCase()
    : undefined;
}

function elementSigns(tag: Tag): Sign[] {
  const get = (name: string) => attributeOf(tag, name);
  const signs: Sign[] = [];
  const found = (code: GuardCode) => signs.push({ code, what: shown(tag) });
  if (
    tag.name === "script" &&
    (!dataTypes.has(get("type") ?? "") || get("src") !== undefined || get("href") !== undefined)
  )
    found("script-element");
  if (framing.has(tag.name)) found("frame-element");
  if (foreign.has(tag.name)) found("active-element");
  if (tag.name === "style") found("inline-style");
  if (moving.has(tag.name) && /^(?:on|href$|xlink:href$)/iu.test((get("attributename") ?? "").trim()))
    found("active-element");
  if (tag.name === "link" && loadsScript(get("rel"), get("as"))) found("script-preload");
  const href = get("href") ?? "";
  if (tag.name === "link" && loading.test(get("rel") ?? "") && /^\s*(?:https?:)?[/\\]{2}/iu.test(href))
    signs.push({ code: "outside-file", what: href.trim() });
  if (tag.name === "meta" && activeMeta.test(get("http-equiv") ?? "")) found("active-meta");
  if (tag.name === "meta" && [get("charset"), charsetIn(get("http-equiv"), get("content"))].some(isOtherCharset))
    found("not-utf-8");
  return signs;
}

function attributeSigns(tag: Tag, name: string, value: string): Sign[] {
  const what = () => `${name}="${short(value)}"`;
  if (isEvent(name)) return [{ code: "event-attribute", what: what() }];
  if (name === "style") return [{ code: "inline-style", what: what() }];
  if (name === "srcdoc") return [{ code: "frame-element", what: what() }];
  const isAddress = addressed.has(name) || (moving.has(tag.name) && movedTo.has(name));
  if (!isAddress) return [];
  return candidates(name, value).flatMap((candidate) => addressSigns(candidate, what));
}

function addressSigns(value: string, what: () => string): Sign[] {
  const scheme = schemeOf(value);
  if (scheme === undefined) return [];
  if (/^(?:java|vb|live|j)script$|^mocha$|^jar$|^view-source$|^ms-its$|^mhtml$/u.test(scheme))
    return [{ code: "script-address", what: what() }];
  if (scheme === "data" && rasterPicture.test(value)) return [{ code: "data-picture", what: what() }];
  if (scheme === "data" || scheme === "blob" || scheme === "filesystem")
    return [{ code: "data-address", what: what() }];
  return [];
}

function candidates(name: string, value: string): string[] {
  if (name === "srcset" || name === "imagesrcset" || name === "ping") return value.split(/[,\s]+/u);
  return movedTo.has(name) ? value.split(";") : [value];
}

function loadsScript(rel = "", as = ""): boolean {
  const rels = rel.toLowerCase().split(/\s+/u);
  if (rels.includes("modulepreload") || rels.includes("import") || rels.includes("serviceworker")) return true;
  return (
    rels.some((r) => r === "preload" || r === "prefetch") &&
    /^(?:script|worker|sharedworker|serviceworker|audioworklet|paintworklet)$/iu.test(as.trim())
  );
}

/** What `<meta http-equiv="content-type">` declares. */
function charsetIn(equivalent = "", content = ""): string | undefined {
  if (equivalent.trim().toLowerCase() !== "content-type") return undefined;
  return /charset\s*=\s*["']?\s*([^\s"';]+)/iu.exec(content)?.[1];
}

export function isOtherCharset(charset: string | undefined): boolean {
  return charset !== undefined && !/^utf-?8$/iu.test(charset.trim());
}

function shown(tag: Tag): string {
  const first = tag.attributes.slice(0, 2).map(({ name, value }) => ` ${name}="${short(value)}"`);
  return `<${tag.name}${first.join("")}>`;
}

function short(value: string): string {
  const visible = value.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return visible.length > 48 ? `${visible.slice(0, 47)}…` : visible;
}
