import { addressOf, type BuiltSite } from "./built-site.ts";
import { equals } from "./duplicates.ts";
import type { Message } from "#messages/message.ts";
import type { PageFacts } from "./page-facts.ts";
import type { GuardCode } from "#text/problems-guards.ts";
import { sourceOf } from "./source-line.ts";

interface Named {
  readonly page: string;
  readonly facts: PageFacts;
}

/** Proves that every page has a language, a title and a description of its own, ids once, headings in order, pictures with words. */
export function names(site: BuiltSite): Message[] {
  const [moved, copied] = [new Set(site.redirects.map(({ from }) => from)), new Set(site.publicFiles)];
  const pages: Named[] = [];
  for (const [file, { page }] of site.files) {
    const address = addressOf(file);
    if (page !== undefined && !moved.has(address) && !copied.has(file)) pages.push({ page: address, facts: page });
  }
  const indexed = pages.filter(({ facts }) => !facts.noindex);
  const found = [...shared(site, indexed, "title"), ...shared(site, indexed, "description")];
  for (const page of pages)
    for (const guard of [nameless, ids, headings, pictures]) for (const one of guard(site, page)) found.push(one);
  return found;
}

/** In one language pages of ours may never share a name; a post may be named by its author like another or like a page of ours, which is a warning. */
function shared(site: BuiltSite, pages: readonly Named[], key: "title" | "description"): Message[] {
  const nameOf = ({ facts }: Named) => (facts[key]?.trim() ? `${facts.lang} ${facts[key]}` : undefined);
  return equals(pages, nameOf).flatMap((group) => {
    const ours = (named: Named) => !site.entryAt.has(named.page);
    const [first, ...others] = [...group.filter(ours), ...group.filter((named) => !ours(named))];
    return others.map(({ page, facts }) =>
      finding(site, page, {
        code: `same-${key}`,
        values: { text: facts[key] ?? "", other: first?.page ?? "" },
        needles: [`${key}:`],
      }),
    );
  });
}

function nameless(site: BuiltSite, { page, facts }: Named): Message[] {
  const missing = (["lang", "title", "description"] as const).filter(
    (key) => !facts[key]?.trim() && !(key === "description" && facts.noindex),
  );
  return missing.map((key) => ({
    severity: "error",
    code: `no-${key}`,
    values: {},
    page,
    ...sourceOf(site, page, []),
  }));
}

function ids(site: BuiltSite, { page, facts }: Named): Message[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const id of facts.ids) (seen.has(id) || id === "" ? doubled : seen).add(id);
  return [...doubled].map((id) =>
    finding(site, page, { code: id === "" ? "empty-id" : "double-id", values: { id }, needles: [`#${id}`, id] }),
  );
}

function headings(site: BuiltSite, { page, facts }: Named): Message[] {
  const tops = facts.headings.filter((depth) => depth === 1).length;
  const skipped = facts.headings.find((depth, index) => depth > (facts.headings[index - 1] ?? 0) + 1);
  return [
    ...(tops === 1 ? [] : [finding(site, page, { code: "top-headings", values: { count: tops }, needles: [] })]),
    ...(skipped === undefined
      ? []
      : [
          finding(site, page, {
            code: "heading-skips",
            values: { depth: skipped },
            needles: ["#".repeat(skipped)],
          }),
        ]),
  ];
}

function pictures(site: BuiltSite, { page, facts }: Named): Message[] {
  return [...new Set(facts.withoutAlt)].map((picture) =>
    finding(site, page, {
      code: "no-alt",
      values: { picture },
      needles: [
        picture,
        picture
          .split("/")
          .at(-1)
          ?.replace(/-[^-]*$/u, "") ?? "",
      ],
    }),
  );
}

function finding(
  site: BuiltSite,
  page: string,
  { code, values, needles }: { code: GuardCode; values: Message["values"]; needles: readonly string[] },
): Message {
  return {
    severity: site.entryAt.has(page) ? "warning" : "error",
    code,
    values,
    page,
    ...sourceOf(site, page, needles),
  };
}
