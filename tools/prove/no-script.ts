import { posix } from "node:path";
import type { Sign } from "./active-content.ts";
import { addressOf, answering, type BuiltFile, type BuiltSite, isInFrame } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { formOf } from "./file-signs.ts";
import { frame, placeIn, sourceOf } from "./sources.ts";

/** What an owner may publish all the same, by its name. */
const byName: ReadonlySet<Sign["code"]> = new Set(["unknown-text", "leftover-file"]);

/** Proves that nothing in the built site can run: no script in any page, picture, feed, style or file. */
export function noScript(site: BuiltSite): Message[] {
  const redirects = new Map(site.redirects.map(({ from, to }) => [from, to]));
  const found = [...site.files].filter(([, { signs }]) => signs.length > 0);
  const messages = found.flatMap(([path, file]) => {
    const page = addressOf(path);
    const signs = file.signs.filter(
      (sign) =>
        !(sign.code === "active-meta" && isRedirectPage(file, redirects.get(page), site.address)) &&
        !(sign.code === "style-address" && isThere(site, path, sign.what)) &&
        !(sign.code === "outside-file" && sign.what.startsWith(site.address)) &&
        !(byName.has(sign.code) && (!site.copied.has(path) || site.plainFiles?.includes(path))),
    );
    return signs.map((sign) => finding(site, { path, page, sign }));
  });
  const groups = Map.groupBy(messages, ({ code, values }) => `${code} ${String(values["what"])}`);
  const told = [...groups.values()].flatMap((alike) => onceInFrame(site, alike));
  // One feature of Astro's puts several things into a page, and one integration several files beside each other.
  return [...new Map(told.map((message) => byCause(site, message))).values()];
}

/** Whether a file of the site answers an address in another; nobody knows of those beyond the site's own folder. */
function isThere(site: BuiltSite, path: string, address: string): boolean {
  const target = site.resolve(path, address);
  return target.kind === "outside" || answering(site, target.path) !== undefined;
}

/** A message with the key by which it is one with others; for a feature of Astro's its name, where its line has one. */
function byCause({ source }: BuiltSite, message: Message): [cause: unknown, Message] {
  const { code, file, line, page = "" } = message;
  const written = file && line ? source(file)?.split("\n")[line - 1] : undefined;
  const what = /\bclient:[a-z]+|<ClientRouter\b[^>]*>/u.exec(written ?? "")?.[0];
  if (what !== undefined)
    return [`${String(file)}:${String(line)}`, { ...message, code: "runs-in-browser", values: { what } }];
  return [code === "integration-script" ? posix.dirname(page) : message, message];
}

/** What stands in no page's own file is told once: where the frame has it, or where all pages do. */
function onceInFrame(site: BuiltSite, alike: readonly Message[]): readonly Message[] {
  const placed = alike.filter(({ line }) => line !== undefined);
  const others = alike.filter(({ line }) => line === undefined);
  const [first] = others;
  if (!first) return alike;
  const { severity, code, values } = first;
  const isAdded = code === "integration-script";
  const place = isAdded ? undefined : placeIn(site, frame, needlesOf(String(values["what"])));
  if (!place && !isInFrame(site, others)) return alike;
  if (isAdded) return [...placed, first];
  const elsewhere = placed.filter(({ file, line }) => file !== place?.file || line !== place?.line);
  return [...elsewhere, { severity, code: severity === "warning" ? code : "active-in-frame", values, ...place }];
}

function finding(site: BuiltSite, { path, page, sign }: { path: string; page: string; sign: Sign }): Message {
  // The policy of every page keeps these from browsers.
  const severity = /^(?:data-picture|outside-file|style-address)$/u.test(sign.code) ? "warning" : "error";
  const needles = [...needlesOf(sign.what), path.split("/").at(-1) ?? ""];
  const own = `public/${path}`;
  const text = () => (formOf(path) === "other" ? undefined : site.read(path));
  const source = site.copied.has(path)
    ? (placeIn({ source: text }, [own], needles) ?? { file: own })
    : path.endsWith(".css")
      ? (placeIn(site, ["src/styles/owner.css", ...frame, ...ownUsers(site, page)], [sign.what]) ?? {})
      : sourceOf(site, page, needles);
  const hasPlace = "line" in source;
  if (severity === "error" && !hasPlace && site.touched.has(path)) {
    const values = { what: sign.what, file: path };
    return { severity, code: "integration-script", values, page, file: "astro.config.mjs" };
  }
  return { severity, code: sign.code, values: { what: sign.what }, page, ...source };
}

/** The owner's pages, and posts in MDX, that a style sheet at this address dresses. */
function ownUsers(site: BuiltSite, sheet: string): Set<string> {
  const users = [...site.files].flatMap(([path, { page }]) => {
    const { file = "" } = sourceOf(site, addressOf(path));
    const isOwn =
      file !== "" && !file.endsWith(".md") && page?.references.some(({ address }) => address.endsWith(sheet));
    return isOwn ? [file] : [];
  });
  return new Set(users);
}

/** What Astro makes these of. */
const writtenAs: Readonly<Record<string, readonly string[]>> = {
  "<astro-island": ["client:"],
  "<script": ["<script", "client:", "<ClientRouter"],
  "<style": ["<style is:inline", "transition:", "<Font", "client:", "<Debug"],
};

/** What writes styles onto elements; `<Code` would be found in any layout's `<code>`. */
const styled = ["define:vars", "astro:components"];

/** What a source may say where a page has a sign, the likeliest first. */
function needlesOf(what: string): readonly string[] {
  const [, name = "", value = ""] = /^([\w:-]+)="(.*?)…?"$/u.exec(what) ?? [];
  const tag = /^<[\w-]+/u.exec(what)?.[0] ?? what;
  if (name === "") return [...(writtenAs[tag] ?? []), tag];
  return [`${name}="${value}`, value.length > 3 ? value : "", ...(name === "style" ? styled : []), `${name}=`];
}

/** Only the small page we make for a moved address may refresh, and only to where that address leads. */
function isRedirectPage(file: BuiltFile, to: string | undefined, address: string): boolean {
  const target = /^0;\s*url=(.+)$/u.exec(file.page?.refresh ?? "")?.[1];
  if (to === undefined || target === undefined) return false;
  return new URL(target, address).href === new URL(`.${to}`, address).href && file.page?.signs.length === 1;
}
