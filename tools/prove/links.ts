import { pictureSources } from "#model/content-policy.ts";
import { onceEach } from "#model/once.ts";
import { pictureOrigins } from "#model/remote-pictures.ts";
import { decoded } from "#model/urlize.ts";
import {
  addressOf,
  answering,
  type BuiltFile,
  type BuiltSite,
  isInFrame,
  isSameEverywhere,
  type Target,
} from "./built-site.ts";
import { errorOf, type Message } from "#messages/message.ts";
import type { Reference } from "./element-facts.ts";
import type { GuardCode } from "#text/messages.ts";
import { frame, placeIn, sourceOf } from "./sources.ts";

/** Proves that every internal address and fragment leads somewhere and every picture exists. */
export function links(site: BuiltSite): Message[] {
  const check = checker(site);
  // Ten thousand pages share the references of their menus.
  const known = new Map<Reference, GuardCode | "right">();
  const found: Message[] = [];
  for (const [file, { page }] of site.files) {
    for (const reference of page?.references ?? []) {
      let code = known.get(reference);
      if (code === undefined) {
        code = check(file, reference, site.resolve(file, reference.address)) ?? "right";
        if (isSameEverywhere(reference.address)) known.set(reference, code);
      }
      if (code !== "right") found.push(finding(site, addressOf(file), { reference, code }));
    }
  }
  const groups = Map.groupBy(found, ({ code, values }) => `${code} ${String(values["address"])}`);
  return [...groups.values()].flatMap((alike) => onceInFrame(site, alike));
}

function onceInFrame(site: BuiltSite, alike: readonly Message[]): readonly Message[] {
  const [first] = alike;
  if (!first || !isInFrame(site, alike)) return alike;
  const { severity, code, values } = first;
  const place = placeIn(site, frame, [String(values["address"])]);
  if (code === "dead-link") return [errorOf("dead-link-in-frame", values, place ?? { file: "src/site.config.ts" })];
  return place ? [{ severity, code, values, ...place }] : alike;
}

function checker(site: BuiltSite): (file: string, reference: Reference, target: Target) => GuardCode | undefined {
  const hidden = new Set(site.hidden.map(({ path }) => path));
  const idsOf = onceEach((file: BuiltFile): ReadonlySet<string> => new Set(file.page?.ids));
  const isNamed = namedByPolicy(site);
  // Told as a setting's file that is missing.
  const named = new Set(site.settingFiles?.map(([, path]) => path));
  return (file, { kind, address }, target) => {
    if (kind === "form" && !isNamed(address, site.forms ?? [])) return "form-refused";
    if (target.kind === "outside")
      return kind === "picture" && !address.startsWith("data:") && !isNamed(address) ? "outside-picture" : undefined;
    const answer = address.startsWith("#") ? file : answering(site, target.path);
    if (answer === undefined && site.moved.has(target.path)) return undefined;
    if (answer === undefined && hidden.has(target.path)) return "link-to-hidden";
    if (answer === undefined && kind === "picture") return named.has(target.path) ? undefined : "missing-picture";
    if (answer === undefined) return "dead-link";
    const built = site.files.get(answer);
    // These lead to a page's top, whatever its ids.
    if (target.fragment === "" || target.fragment === "top" || built?.page === undefined) return undefined;
    return idsOf(built).has(target.fragment) ? undefined : "dead-fragment";
  };
}

/** Whether the pages' policy names an address among its sources, which are those of pictures unless others are given. */
function namedByPolicy({ entryAt, address: home }: BuiltSite) {
  const pictures = pictureSources(pictureOrigins([...entryAt.values()], { address: home }));
  return (address: string, sources: readonly string[] = pictures) => {
    const { origin, protocol } = URL.parse(address, home) ?? { origin: "", protocol: "" };
    return sources.includes(origin === new URL(home).origin ? "'self'" : origin) || sources.includes(protocol);
  };
}

/** In an author's text a dead link is a warning; on a page, or in a head, that we make ourselves it is our error. */
function finding(
  site: BuiltSite,
  page: string,
  { reference: { kind, address }, code }: { readonly reference: Reference; readonly code: GuardCode },
): Message {
  const isOurs = kind === "asset" || (!site.entryAt.has(page) && kind === "link");
  const plain = decoded(address);
  const last = plain.replace(/\/$/u, "").split(/[/#]/u).at(-1) ?? "";
  const place = { page, ...sourceOf(site, page, [address, plain, last]) };
  return { severity: isOurs ? "error" : "warning", code, values: { address: plain }, ...place };
}
