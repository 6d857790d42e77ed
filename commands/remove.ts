import { agreed, fail, given, placeOf, root } from "./command.ts";
import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { writeWhole } from "#cache/store.ts";
import { type Entry, isPublished } from "#model/post.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { type ContentFile, contentFiles } from "#reading/walk.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { said } from "#text/words.ts";
import { repliesFile } from "#reading/replies.ts";
import { ledgerPaths, ledgerText, movesFile } from "#tools/prove/ledger.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { goneFile, ledgerFile, listIn, writtenRedirects } from "#tools/publish/lists.ts";
import { asFolder } from "#tools/publish/redirects.ts";
import { removeFile } from "#tools/upgrade/carry-out.mjs";

/** `npm run remove -- <file or address> [--yes]`: deletes a post and notes its address as gone, so that the build passes; an address alone is only noted. */
const { values, positionals } = given({ yes: "boolean" }, true);
const site = await ownerSite();
const [named, ...others] = positionals;

if (named === undefined || others.length > 0) fail(said("remove-usage"));
await remove(wanted(named));

/** What taking a post back does; files from the root, addresses as in the ledger. */
interface Removal {
  readonly files: readonly string[];
  /** Files beside the post that stay, since they may be another's. */
  readonly kept: readonly string[];
  readonly gone: readonly string[];
}

/** What is to be removed; says why where nothing is. */
function wanted(name: string): Removal {
  const sources = contentFiles(root).files.filter(({ file }) => file.startsWith("src/content/"));
  const now = startClock();
  const reading = readContent({ root, site, now });
  const ledger = ledgerPaths(listIn(root, ledgerFile));
  const named = fileNamed(name, sources);
  const address = `/${name}/`.normalize("NFC").replace(/\/{2,}/gu, "/");
  if (named === undefined) {
    const standing = reading.entries.find((entry) => entry.path === address && isPublished(entry, now));
    if (standing) fail(said("remove-standing", { address, file: standing.file }));
    if (!ledger.includes(address)) fail(said("remove-unknown", { given: name }));
    return { files: [], kept: [], gone: [address] };
  }
  const entry = reading.entries.find(({ file }) => file === named) ?? fail(said("remove-unread", { file: named }));
  const led = addressesTo(entry);
  const seen = isPublished(entry, now) || ledger.includes(entry.path);
  const gone = seen ? [entry.path, ...led] : led.filter((path) => ledger.includes(path));
  const { files, kept } = filesWith(named, sources);
  const replies = [repliesFile(entry.id)].filter((path) => entry.kind === "post" && existsSync(join(root, path)));
  return { files: [...files, ...replies], kept, gone: [...new Set(gone)] };
}

/** The addresses that led to a post. */
function addressesTo({ aliases, path }: Pick<Entry, "aliases" | "path">): string[] {
  const moves = writtenRedirects(listIn(root, movesFile)).filter(([, to]) => to === path);
  return [...aliases.map(asFolder), ...moves.map(([from]) => from)];
}

/** A bundle is a folder of its own with an index file: all in it goes, unless another post lies there too. */
function filesWith(file: string, sources: readonly ContentFile[]): Pick<Removal, "files" | "kept"> {
  const [, folder] = /^(src\/content\/(?:posts|pages)\/.+)\/_?index\.[^/]+$/u.exec(file) ?? [];
  if (folder === undefined) return { files: [file], kept: [] };
  const beside = filesIn(join(root, folder))
    .map((path) => `${folder}/${path}`)
    .filter((path) => path !== file);
  const posts = new Set(sources.map((source) => source.file));
  const isShared = beside.some((path) => posts.has(path));
  return isShared
    ? { files: [file], kept: beside.filter((path) => !posts.has(path)) }
    : { files: [file, ...beside], kept: [] };
}

/** A source by its path from where the owner stands, from the root, or from the folder of posts. */
function fileNamed(name: string, sources: readonly ContentFile[]): string | undefined {
  const places = [placeOf(name), resolve(root, name), resolve(root, "src/content/posts", name)].map((place) =>
    relative(root, place).split(sep).join("/").normalize("NFC"),
  );
  return sources.map(({ file }) => file).find((file) => places.includes(file.normalize("NFC")));
}

async function remove({ files, kept, gone }: Removal): Promise<void> {
  const plan = [
    said("remove-plan"),
    ...files.map((file) => said("remove-deletes", { file })),
    ...kept.map((file) => said("remove-keeps", { file })),
    ...gone.map((address) => said("remove-takes", { address })),
  ];
  console.log(plan.join("\n"));
  if (!(await agreed(said("remove-ask"), values.yes === true))) {
    return console.log(said(process.stdin.isTTY ? "untouched" : "remove-how"));
  }
  // First the note: a process that dies here has lost no address.
  if (gone.length > 0) {
    const known = ledgerPaths(listIn(root, goneFile));
    writeWhole(join(root, goneFile), ledgerText(said("remove-head"), [...known, ...gone]));
  }
  // The post itself goes last: until then the same command finds it, and what is left beside it.
  for (const file of files.toReversed()) {
    const folder = file.split("/").slice(0, 3).join("/");
    removeFile(join(root, folder), file.slice(folder.length + 1));
  }
  console.log(said(gone.length > 0 ? "remove-done" : "remove-done-unseen", { file: goneFile }));
}
