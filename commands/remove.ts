import { agreed, fail, language, root } from "./command.ts";
import { existsSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { isPublished } from "#model/post.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { contentFiles } from "#reading/walk.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";
import { removingText } from "#text/removing.ts";
import { ledgerPaths, ledgerText } from "#tools/prove/ledger.ts";
import { goneFile, ledgerFile, listIn, movesFile, writtenRedirects } from "#tools/publish/lists.ts";
import { type Removal, removalOf } from "./remove/removal.ts";

/** `npm run remove -- <file or address> [--yes]`: deletes a post and notes its address as gone, so that the build passes; an address alone is only noted. */
const text = removingText(language);
const site = await ownerSite();
const options = { yes: { type: "boolean" } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: false });
const given = positionals[0];

const removal = given === undefined || positionals.length > 1 ? text.usage : await wanted(given);
if (typeof removal === "string") {
  fail(removal);
} else {
  await remove(removal);
}

/** What is to be removed, or why nothing is. */
async function wanted(name: string): Promise<Removal | string> {
  const sources = contentFiles(root).files.filter(({ file }) => file.startsWith("src/content/"));
  const now = startClock();
  const reading = await readContent({ root, site, now });
  const ledger = ledgerPaths(listIn(root, ledgerFile));
  const named = fileNamed(name, new Set(sources.map(({ file }) => file)));
  const address = `/${name}/`.normalize("NFC").replace(/\/{2,}/gu, "/");
  if (named === undefined) {
    if (reading.entries.some((entry) => entry.path === address && isPublished(entry, now)))
      return text.standing(address);
    return ledger.includes(address) ? { files: [], kept: [], gone: [address] } : text.unknown(name);
  }
  const written = writtenRedirects(listIn(root, movesFile));
  return removalOf({ root, file: named, now, reading, sources, ledger, written }) ?? text.unread(named);
}

/** A source by its path from where the owner stands, from the root, or from the folder of posts. */
function fileNamed(name: string, sources: ReadonlySet<string>): string | undefined {
  const here = process.env["INIT_CWD"] ?? process.cwd();
  const places = [here, root, join(root, "src/content/posts")].map((place) =>
    relative(root, resolve(place, name)).split(sep).join("/").normalize("NFC"),
  );
  return [...sources].find((file) => places.includes(file.normalize("NFC")));
}

async function remove({ files, kept, gone }: Removal): Promise<void> {
  console.log([text.plan, ...files.map(text.deletes), ...kept.map(text.keeps), ...gone.map(text.takes)].join("\n"));
  if (!(await agreed(text.ask, values.yes === true))) {
    return console.log(process.stdin.isTTY ? text.left : text.howTo);
  }
  // First the note: a process that dies here has lost no address.
  if (gone.length > 0) {
    const known = ledgerPaths(listIn(root, goneFile));
    writeFileSync(join(root, goneFile), ledgerText(text.head, [...known, ...gone]));
  }
  for (const file of files) rmSync(join(root, file));
  for (const file of files) removeEmpty(dirname(file));
  console.log(gone.length > 0 ? text.done(goneFile) : text.doneUnseen);
}

function removeEmpty(folder: string): void {
  if (!/^src\/content\/(?:posts|pages)\//u.test(folder)) return;
  if (!existsSync(join(root, folder)) || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmpty(dirname(folder));
}
