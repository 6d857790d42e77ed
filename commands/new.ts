import { fail, given, language, root } from "./command.ts";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "#cache/store.ts";
import { startClock } from "#reading/clock.ts";
import { readDate } from "#reading/dates.ts";
import { newPost } from "#reading/new-post.ts";
import { contentFolders, contentRoot } from "#reading/walk.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run new -- "제목" [--folder] [--date 날짜] [--slug 말]`: writes a post to begin with, never over another file. */
const { values, positionals } = given({ folder: "boolean", date: "string", slug: "string" }, true);
const site = await ownerSite();
const title = positionals.join(" ");
const day = values.date === undefined ? undefined : dateLine(values.date);

if (title.trim() === "") fail(said("new-usage"));
write(values);

function write({ folder, slug }: typeof values): void {
  const { timeZone } = site;
  const words = { body: said("new-body"), language };
  const { name, source } = newPost(title, { now: startClock(), timeZone, ...words, date: day, slug, folder });
  const file = `${contentFolders.post}/${name}`;
  // A file and a folder of the same name would have the same address.
  const other = folder === true ? file.replace(/\/index\.md$/u, ".md") : file.replace(/\.md$/u, "/index.md");
  const standing = [file, other].find((path) => existsSync(`${root}/${path}`));
  if (standing !== undefined) fail(said("new-exists", { file: standing }));
  const shown = contentRoot(root) === "examples" ? [said("new-no-examples")] : [];
  writeWhole(`${root}/${file}`, source);
  const pictures = folder === true ? [said("new-pictures", { folder: `${dirname(file)}/` })] : [];
  console.log([said("new-made", { file }), ...pictures, ...shown, said("new-next")].join("\n"));
}

/** A date as the front matter takes it. */
function dateLine(written: string): string {
  const reading = readDate(written, site.timeZone);
  if (reading.kind !== "instant") fail(said("new-no-date", { written }));
  return reading.instant.hasTime ? reading.instant.iso : reading.instant.day;
}
