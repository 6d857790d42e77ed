import { given, root } from "./command.ts";
import { join } from "node:path";
import { writeWhole } from "#cache/store.ts";
import { said } from "#text/words.ts";
import { editorFiles } from "#tools/editors/files.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run editors`: writes the files that tell editors of the front matter, from the schema that checks it. */
given({});
const { language } = await ownerSite();
const files = editorFiles(language);
for (const [path, text] of files) writeWhole(join(root, path), text);
console.log(said("editors-written", { count: files.size }, language));
