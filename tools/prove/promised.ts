import { errorOf, type Message } from "#messages/message.ts";
import { ownImage, withoutGlyph } from "#outputs/share-image.ts";
import { addressOf, type BuiltSite, fileFor } from "./built-site.ts";
import { frame, placeIn, sourceOf } from "./sources.ts";

/** Proves that no page is missing which the content promises, and that each page of ours is there to its end. */
export function expectedFiles(site: BuiltSite): Message[] {
  const finding = (code: "page-missing" | "page-cut" | "page-bare", file: string): Message => {
    const page = addressOf(file);
    return errorOf(code, { file }, { page, ...sourceOf(site, page) });
  };
  const missing = (site.promised ?? []).map(fileFor).filter((file) => !site.files.has(file));
  const cut = [...site.files].filter(([file, { isCut }]) => isCut && !site.copied.has(file));
  const isBare = (file: string) =>
    site.routeAt?.(addressOf(file)) !== undefined && !/<html[\s>]/iu.test(site.read(file));
  return [
    ...missing.map((file) => finding("page-missing", file)),
    ...cut.map(([file]) => finding(isBare(file) ? "page-bare" : "page-cut", file)),
  ];
}

/** Proves that the files are there which the settings name and no link leads to. */
export function settingFiles(site: BuiltSite): Message[] {
  const file = "src/site.config.ts";
  const missing = site.settingFiles?.filter(([, path]) => !site.files.has(fileFor(path))) ?? [];
  return missing.map(([key, path]) =>
    errorOf("setting-file", { key, path }, { file, ...placeIn(site, frame, [path]) }),
  );
}

/** Tells standing pages that readers cannot reach: no page but those of moved addresses leads to them. */
export function orphans(site: BuiltSite): Message[] {
  const pages = [...site.entryAt.values()].filter(({ kind, noindex }) => kind === "page" && !noindex);
  const left = new Map(pages.map((entry) => [entry.path, entry]));
  for (const [file, { page }] of site.files) {
    if (left.size === 0) return [];
    const own = addressOf(file);
    if (page === undefined || site.moved.has(own)) continue;
    for (const { address } of page.references) {
      const target = site.resolve(file, address);
      if (target.kind === "inside" && target.path !== own) left.delete(target.path);
    }
  }
  return Array.from(left.values(), ({ file, path }) => {
    return { severity: "warning", code: "page-orphan", values: { path }, page: path, file };
  });
}

/** Tells of posts whose title has characters that the face of the cards cannot draw: they get the site's card. */
export function cards({ entryAt, address, drawnCards }: BuiltSite): Message[] {
  if (!drawnCards) return [];
  return [...entryAt.values()].flatMap((entry): Message[] => {
    const letters = withoutGlyph(entry.title);
    if (letters === "" || ownImage(entry, { address }) !== undefined) return [];
    return [{ severity: "info", code: "card-letters", values: { letters }, file: entry.file }];
  });
}
