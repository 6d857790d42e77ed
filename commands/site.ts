import { fail, given, placeOf, root } from "./command.ts";
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeWhole } from "#cache/store.ts";
import { contentRoot } from "#reading/walk.ts";
import { said } from "#text/words.ts";
import { git } from "#tools/upgrade/source.ts";
import { filesOf, recordEngine, workshop } from "#tools/upgrade/plan.ts";

/** `npm run site -- ../my-blog`: a new folder for a blog, with the engine and none of its tests, measurements and records. */

/** A blog that is written already takes its settings and marks along. */
const isWritten = contentRoot(root) !== "examples";
/** Seogo's seal, which is to stand for no other site. */
const seal = /^public\/favicon\.(?:svg|ico)$/u;
const firstSettings = `import { defineSite } from "./model/site.ts";

/** The one file an owner edits. Every field is explained in docs/settings.md, in English in docs/en/settings.md. */
export const site = defineSite({
  address: "https://seogo.example/",
${said("site-settings", { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
});
`;

const [named = fail(said("site-usage"))] = given({}, true).positionals;
make(placeOf(named));

function make(folder: string): void {
  // Stands there until all is made: a folder that a stopped run left is finished.
  const half = join(folder, ".seogo/half-made");
  const isTaken = existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(half);
  if (isTaken) fail(said("site-taken", { folder }));
  writeWhole(half, "");
  for (const path of filesOf(root))
    if (!workshop.test(path) && (isWritten || !seal.test(path))) cpSync(join(root, path), join(folder, path));
  recordEngine(folder, folder);
  // Beside the record of what came, so that no upgrade takes it for a file of ours.
  writeFileSync(join(folder, "README.md"), said("site-readme"));
  if (!isWritten) writeFileSync(join(folder, "src/site.config.ts"), firstSettings);
  if (git(folder, ["rev-parse", "--git-dir"]) === undefined) git(folder, ["init", "-q", "-b", "main"]);
  rmSync(dirname(half), { recursive: true });
  console.log(said(isWritten ? "site-carried" : "site-made", { folder }));
}
