import { addressOf, type BuiltSite } from "./built-site.ts";
import { equals } from "./duplicates.ts";
import type { Message } from "#messages/message.ts";
import type { PageFacts } from "./element-facts.ts";
import type { GuardCode } from "#text/messages.ts";
import { sourceOf } from "./sources.ts";

interface Named {
  readonly page: string;
  readonly facts: PageFacts;
  readonly isUndeclared?: boolean | undefined;
}

/** What is wrong with a page, and what its author's file may say at the place, the likeliest first. */
type Fault = readonly [code: GuardCode, values: Message["values"], ...needles: string[]];

/** Proves that every page has a language, a charset, a title and a description of its own, ids once, headings in order, pictures with words. */
export function names(site: BuiltSite): Message[] {
  const pages: Named[] = [];
  for (const [file, { page: facts, isUndeclared, isCut, signs }] of site.files) {
    const page = addressOf(file);
    // As a whole, for what it lacks or for what an integration made it run.
    const isRefused = isCut === true || (site.touched.has(file) && signs.length > 0);
    if (facts !== undefined && !site.moved.has(page) && !site.copied.has(file) && !isRefused)
      pages.push({ page, facts, isUndeclared });
  }
  const found: Message[] = [];
  const tell = (page: string, [code, values, ...needles]: Fault, severity?: "error") => {
    const usual = site.entryAt.has(page) ? "warning" : "error";
    found.push({ severity: severity ?? usual, code, values, page, ...sourceOf(site, page, needles) });
  };
  const indexed = pages.filter(({ facts }) => !facts.noindex);
  for (const key of ["title", "description"] as const)
    for (const [page, fault] of shared(site, indexed, key)) tell(page, fault);
  for (const { page, facts, isUndeclared } of pages) {
    if (!facts.lang?.trim()) tell(page, ["no-lang", {}, "<html"], "error");
    for (const key of ["title", "description"] as const)
      if (!facts[key]?.trim() && !(key === "description" && facts.noindex))
        tell(page, [`no-${key}`, {}, "<head>", "<OwnPage"], "error");
    if (isUndeclared) tell(page, ["no-charset", {}, "<head>"], "error");
    for (const fault of [...ids(facts), ...headings(facts), ...pictures(facts)]) tell(page, fault);
  }
  return found;
}

/** In one language pages of ours may never share a name; a post may be named by its author like another or like a page of ours, which is a warning. */
function shared(site: BuiltSite, pages: readonly Named[], key: "title" | "description"): [string, Fault][] {
  const nameOf = ({ facts }: Named) => (facts[key]?.trim() ? `${facts.lang} ${facts[key]}` : undefined);
  return equals(pages, nameOf).flatMap((group) => {
    const ours = (named: Named) => !site.entryAt.has(named.page);
    const [first, ...others] = [...group.filter(ours), ...group.filter((named) => !ours(named))];
    return others.map(({ page, facts }): [string, Fault] => {
      return [page, [`same-${key}`, { text: facts[key] ?? "", other: first?.page ?? "" }, `${key}:`, `${key}=`]];
    });
  });
}

function ids({ ids }: PageFacts): Fault[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const id of ids) (seen.has(id) || id === "" ? doubled : seen).add(id);
  return [...doubled].map((id) => [id === "" ? "empty-id" : "double-id", { id }, `#${id}`, id]);
}

function headings({ headings }: PageFacts): Fault[] {
  const count = headings.filter((depth) => depth === 1).length;
  const depth = headings.find((one, index) => one > (headings[index - 1] ?? 0) + 1);
  const faults: Fault[] = count === 1 ? [] : [["top-headings", { count }]];
  return depth === undefined ? faults : [...faults, ["heading-skips", { depth }, "#".repeat(depth)]];
}

function pictures({ withoutAlt }: PageFacts): Fault[] {
  return [...new Set(withoutAlt)].map((picture) => {
    const name = picture.split("/").at(-1) ?? "";
    return ["no-alt", { picture }, picture, name.replace(/-[^-]*$/u, "")];
  });
}
