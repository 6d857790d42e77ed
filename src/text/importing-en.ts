import type { ImportText } from "./importing.ts";

/** What the importer says in English. */
export const en: ImportText = {
  usage: [
    "Usage: npm run import -- <folder of a blog, or an export (.zip, .xml, .json)>",
    "  --kind <kind>    what made the blog (detected by its files otherwise; --from means the same)",
    "  --addresses <file>  the old blog's sitemap.xml or RSS file: posts get their old addresses by it",
    "  --check <folder or URL>  import nothing; compare the built dist with the old site, address by address",
    "  --address <url>  where the blog was (https://name.tistory.com): links there lead to the new posts",
    "  --to <folder>    where to (this Seogo otherwise)",
    "  --lang <code>    the language to import (all for every one)",
    "  --dry-run        write nothing, only count",
    "  --force          overwrite edited posts too",
    "  --json           print the report as JSON",
  ].join("\n"),
  targetInside: "The target lies inside the blog's folder. The source is never touched: name another folder with --to.",
  noFolder: (folder) => `${folder}: no such folder.`,
  badAddress: "Write an address that begins with https:// after --address.",
  noBlog: (folder, kinds) =>
    `${folder}: no blog that we know; nothing was written. Kinds that we know: ${kinds}. If it is one of them, name it with --kind.`,
  noKind: (kind, kinds) => `--kind ${kind}: no such kind. Kinds that we know: ${kinds}.`,
  noContent: (folder, kind) =>
    `${folder}: read as a blog made with ${kind}, but no post was found; nothing was written. Name the folder with the posts, or another kind with --kind.`,
  unreadable: (file) => `${file}: a file that cannot be read. If it is an archive, unpack it and name the folder.`,
  detected: (kind, reasons) =>
    `Reading a blog made with ${kind}${reasons === "" ? "" : ` (${reasons})`}. If it is not one, name its kind with --kind.`,
  causes: "Places to look at (the ten most frequent, all in import-report.md):",
  cause: (what, count) => `  ${count} × ${what}`,
  newAddresses: (count) =>
    `${count} posts have new addresses, as the old ones are not known. Import again with the old blog's sitemap.xml or RSS file after --addresses to keep them.`,
  noDist: (folder) => `${folder}: no built site. Run npm run build first.`,
  noOld: (place) => `${place}: no address of an old site. Name its built folder, or an address that has a sitemap.xml.`,
  checked: (counts) =>
    `Of ${counts.all} old addresses ${counts.same} open as before, ${counts.led} lead to new ones, ${counts.lost} do not open. ${counts.words} pages lack words of the old ones. Each is in import-check.md.`,
  checkTitle: "Compared with the old site",
  checkLost: "Old addresses that do not open",
  checkLed: "Old addresses that lead to new ones",
  checkWords: "Pages that lack words of the old ones",
  total: {
    posts: "Posts and pages",
    words: "Words",
    pictures: "Pictures",
    kept: "Addresses kept",
    led: "Old addresses that lead to new ones",
    new: "New addresses",
    lost: "Old addresses lost",
    drafts: "Kept as drafts",
  },
  count: "Count",
  lost: "Old addresses without a post",
  progress: (done, all) => `${done} of ${all} pages`,
  done: (counts) =>
    `Imported ${counts.pages} pages: ${counts.new} new files, ${counts.changed} changed, ${counts.same} as before, ${counts.kept} present or edited ones left alone. ${counts.warnings} places to look at are in import-report.md.`,
  planned: (counts) =>
    `${counts.pages} pages to import: ${counts.new} new files, ${counts.changed} that change, ${counts.same} as before, ${counts.kept} present or edited ones to leave alone. ${counts.warnings} places to look at. Nothing is written yet; add --json to see every page.`,
  reportTitle: "Import report",
  settings: "Settings worth copying into src/site.config.ts",
  settingsNote: "Each post carries its url, so the posts' addresses hold without these.",
  newNote:
    "Posts with a new address are those whose old one is not known. Import again with the old blog's sitemap.xml or RSS file after --addresses to keep them.",
  isNew: "new address",
  pages: "Pages",
  address: "Address",
  aliases: "Old addresses",
  aside: "kept in",
  translations: "Translations",
  translationsNote:
    'With `languages: { en: { title: "Name of the blog" } }` in src/site.config.ts, the posts of a language get lists of their own and are linked with their translations. Pairs are told by the file\'s name (post.md, post.en.md) and by translationKey in the front matter.',
  left: "Files that became no page",
  otherLanguages: "Pages in other languages, not imported",
  asides: "Files left behind",
  kept: "Present or edited files that were not overwritten (--force does)",
  reasons: {
    "left-section": "an _index file with no more than a section's name or settings",
    "left-section-aside":
      "an _index file about a list that Seogo makes itself (home, posts, categories, tags); write what readers should see into a page of src/content/pages/",
    "left-resource": "belongs to another page; move the words that you need into it",
    "left-foreign": "a format we cannot read; turn it into Markdown first",
    "left-unrendered":
      "detected to make no page (build.render); to keep it as a post, move it to src/content/posts/ with draft: true",
    "left-headless":
      "a bundle without a page (headless); to keep it as a post, move it to src/content/posts/ with draft: true",
    "left-ours": "Seogo makes this file itself",
    "left-active": "holds scripts or styles",
    "left-broken": "a broken picture, or an SVG with script in it",
    "left-empty": "Seogo has a page for this",
    "left-paper": "a paper about the repository, no post",
    "left-link": "a link out of the blog's folder, or to a folder; to import it, put the files in its place",
    "left-outside": "outside the folder of posts; if it is one, import again and name its folder",
  },
  language: "en",
};
