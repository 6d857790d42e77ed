import { pictureSources } from "#model/content-policy.ts";
import { isPublished } from "#model/post.ts";
import { pictureOrigins } from "#model/remote-pictures.ts";
import { addressOf, type BuiltFile, type BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import type { Reference } from "./references.ts";
import { answering, isSameEverywhere, plainFragmentOf, resolver, type Target } from "./resolve.ts";
import type { GuardCode } from "#text/problems-guards.ts";
import { sourceOf } from "./source-line.ts";

interface Place {
  readonly page: string;
  readonly reference: Reference;
}

/** What is known of a reference wherever it stands: what is wrong, nothing, or what only its page can tell. */
type Known = GuardCode | "right" | "of the page" | { readonly fragment: string };

/** Proves that every internal address and fragment leads somewhere and every picture exists. */
export function links(site: BuiltSite): Message[] {
  const resolve = resolver(site);
  const check = checker(site);
  const judge = (path: string, reference: Reference) =>
    check(path, reference, resolve(path, reference.address)) ?? "right";
  const known = new Map<Reference, Known>();
  const found: Message[] = [];
  for (const [path, { page }] of site.files) {
    if (page === undefined) continue;
    for (const reference of page.references) {
      let judged = known.get(reference);
      if (judged === undefined) {
        judged = isSameEverywhere(reference.address) ? judge(path, reference) : onPage(reference.address);
        // Ten thousand pages share the references of their menus.
        known.set(reference, judged);
      }
      if (judged === "right" || (typeof judged === "object" && page.ids.includes(judged.fragment))) continue;
      const code = judged === "of the page" || typeof judged === "object" ? judge(path, reference) : judged;
      if (code !== "right") found.push(finding(site, { page: addressOf(path), reference }, code));
    }
  }
  return found;
}

function onPage(address: string): Known {
  const fragment = plainFragmentOf(address);
  if (fragment === undefined) return "of the page";
  return isTop(fragment) ? "right" : { fragment };
}

function checker(site: BuiltSite): (file: string, reference: Reference, target: Target) => GuardCode | undefined {
  const moved = new Set(site.redirects.map(({ from }) => from));
  const hidden = new Set(site.entries.filter((entry) => !isPublished(entry, site.now)).map(({ path }) => path));
  const ids = new Map<BuiltFile, ReadonlySet<string>>();
  const idsOf = (file: BuiltFile) => {
    const found = ids.get(file) ?? new Set(file.page?.ids);
    ids.set(file, found);
    return found;
  };
  const isNamed = namedByPolicy(site);
  return (file, { kind, address }, target) => {
    if (target.kind === "outside")
      return kind === "picture" && !address.startsWith("data:") && !isNamed(address) ? "outside-picture" : undefined;
    const answer = address.startsWith("#") ? file : answering(site, target.path);
    if (answer === undefined && moved.has(target.path)) return undefined;
    if (answer === undefined && hidden.has(target.path)) return "link-to-hidden";
    if (answer === undefined) return kind === "picture" ? "missing-picture" : "dead-link";
    const built = site.files.get(answer);
    const isFragment = !isTop(target.fragment) && built?.page !== undefined;
    return isFragment && !idsOf(built).has(target.fragment) ? "dead-fragment" : undefined;
  };
}

/** Fragments that lead to a page's top, whatever its ids. */
function isTop(fragment: string): boolean {
  return fragment === "" || fragment === "top";
}

/** Whether the pages' policy lets a picture of another site be shown. */
function namedByPolicy({ entryAt, address: home }: BuiltSite): (address: string) => boolean {
  const sources = new Set(pictureSources(pictureOrigins([...entryAt.values()], { address: home })));
  return (address) => {
    const url = URL.parse(address, home);
    return url !== null && (sources.has(url.origin) || sources.has(url.protocol));
  };
}

/** In an author's text a dead link is a warning; on a page, or in a head, that we make ourselves it is our error. */
function finding(site: BuiltSite, { page, reference }: Place, code: GuardCode): Message {
  const own = reference.kind === "asset" || (!site.entryAt.has(page) && reference.kind !== "picture");
  return {
    severity: own ? "error" : "warning",
    code,
    values: { address: readable(reference.address) },
    page,
    ...sourceOf(site, page, needles(reference.address)),
  };
}

function needles(address: string): string[] {
  const plain = readable(address);
  const last = plain.replace(/\/$/u, "").split(/[/#]/u).at(-1) ?? "";
  return [address, plain, last];
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
