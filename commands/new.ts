import "#tools/failure/end-as-message.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { startClock } from "#reading/clock.ts";
import { newPost } from "#reading/new-post.ts";
import { contentFolders } from "#reading/walk.ts";
import { newPostText } from "#text/new-post.ts";
import { messageLanguage } from "#text/language.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run new "제목"`: writes a post to begin with, never over another file. */
const root = process.env["SEOGO_ROOT"] ?? dirname(dirname(fileURLToPath(import.meta.url)));
const site = await ownerSite();
const title = process.argv.slice(2).join(" ");
const text = newPostText(messageLanguage());

if (title.trim() === "") {
  console.error(text.usage);
  process.exitCode = 2;
} else {
  write();
}

function write(): void {
  const { name, source } = newPost(title, { now: startClock(), timeZone: site.timeZone, body: text.body });
  const file = `${contentFolders.post}/${name}`;
  mkdirSync(`${root}/${contentFolders.post}`, { recursive: true });
  try {
    writeFileSync(`${root}/${file}`, source, { flag: "wx" });
    console.log(`${text.made(file)}\n${text.next}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    console.error(text.exists(file));
    process.exitCode = 1;
  }
}
