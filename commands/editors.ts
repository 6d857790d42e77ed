import { root } from "./command.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { said } from "#text/words.ts";
import { editorFiles } from "#tools/editors/files.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run editors`: writes the files that tell editors of the front matter, from the schema that checks it. */
const { language } = await ownerSite();
const files = editorFiles(language);
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(said("editors-written", { count: files.size }, language));
