import type { Sign } from "./active-content.ts";
import { addressOf, type BuiltFile, type BuiltSite, isInFrame, lineOf, sourceOf } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { formOf } from "./file-signs.ts";

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
        !(sign.code === "outside-style" && sign.what.startsWith(site.address)) &&
        !(byName.has(sign.code) && (!site.copied.has(path) || site.plainFiles?.includes(path))),
    );
    return signs.map((sign) => finding(site, { path, page, sign }));
  });
  const groups = Map.groupBy(messages, ({ code, values }) => `${code} ${String(values["what"])}`);
  return [...groups.values()].flatMap((alike) => onceInFrame(site, alike));
}

const ownersParts = ["HeadEnd", "HomeTop", "AfterPost", "Footer"].map((name) => `src/owner/${name}.astro`);

/** What all pages have is told once, with the owner's part that writes it where one does. */
function onceInFrame(site: BuiltSite, alike: readonly Message[]): readonly Message[] {
  const [first] = alike;
  if (!first || alike.some(({ line }) => line !== undefined) || !isInFrame(site, alike)) return alike;
  if (first.code === "integration-script") return [first];
  const needle = /^<?[\w:-]+/u.exec(String(first.values["what"]))?.[0] ?? "";
  const places = ownersParts.map((file) => ({ file, line: lineOf(site.source(file) ?? "", [needle]) }));
  const { file, line } = places.find((place) => place.line !== undefined) ?? {};
  const place = file !== undefined && line !== undefined ? { file, line } : {};
  const code = first.code === "outside-style" ? first.code : "active-in-frame";
  return [{ severity: first.severity, code, values: first.values, ...place }];
}

function finding(site: BuiltSite, { path, page, sign }: { path: string; page: string; sign: Sign }): Message {
  // The policy of every page keeps these from browsers.
  const severity = sign.code === "data-picture" || sign.code === "outside-style" ? "warning" : "error";
  const needles = [sign.what.replace(/^<|>$/gu, "").split("=")[0] ?? "", path.split("/").at(-1) ?? ""];
  const source = site.copied.has(path) ? publicSource(site, path, needles) : sourceOf(site, page, needles);
  if (severity === "error" && source.line === undefined && site.touched.has(path)) {
    const values = { what: sign.what, file: path };
    return { severity, code: "integration-script", values, page, file: "astro.config.mjs" };
  }
  return { severity, code: sign.code, values: { what: sign.what }, page, ...source };
}

/** The owner's own file, with the line where it is text. */
function publicSource(site: BuiltSite, path: string, needles: readonly string[]): { file: string; line?: number } {
  const line = formOf(path) === "other" ? undefined : lineOf(site.read(path), needles);
  return { file: `public/${path}`, ...(line === undefined ? {} : { line }) };
}

/** Only the small page we make for a moved address may refresh, and only to where that address leads. */
function isRedirectPage(file: BuiltFile, to: string | undefined, address: string): boolean {
  if (to === undefined || file.page?.refresh === undefined) return false;
  const target = /^0;\s*url=(?<url>.+)$/u.exec(file.page.refresh)?.groups?.["url"];
  if (target === undefined) return false;
  return new URL(target, address).href === new URL(`.${to}`, address).href && file.page.signs.length === 1;
}
