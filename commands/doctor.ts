import { agreed, given, language, root } from "./command.ts";
import { readFileSync } from "node:fs";
import { writeWhole } from "#cache/store.ts";
import { codeVersion } from "#cache/version.ts";
import { startClock } from "#reading/clock.ts";
import { readContent } from "#reading/content.ts";
import { readDraft } from "#reading/draft.ts";
import { type Correction, fixed } from "#reading/fixes.ts";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { type ContentFile, contentFiles } from "#reading/walk.ts";
import { type FileMessage, sortedMessages } from "#messages/message.ts";
import { report, textOf } from "#messages/report.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

/** `npm run doctor [-- --json|--text|--fix [--yes]|--strict]`: tells all that is wrong in the content, without a build. */
const asked = given({ json: "boolean", text: "boolean", fix: "boolean", yes: "boolean", strict: "boolean" }).values;
const site = await ownerSite();
const reading = readContent({ root, site, now: startClock() });

if (asked.fix) await fixContent();
else await examine();

async function examine(): Promise<void> {
  const problems = asked.text ? await withBodies() : reading.problems;
  if (asked.json) {
    const said = problems.map((problem) => ({ ...problem, ...textOf(problem, language) }));
    console.log(JSON.stringify(said, null, 2));
  } else {
    const reports = [report(problems, "error", language), report(problems, "warning", language)];
    const notes = report(reading.notes, "info", language);
    const files = contentFiles(root).files.length;
    const end = said(problems.length === 0 ? "doctor-clean" : "doctor-seen", { files });
    console.log([...reports, notes, end].filter((part) => part !== "").join("\n\n"));
  }
  if (problems.some(({ severity }) => severity === "error" || asked.strict)) process.exitCode = 1;
}

/** The Markdown warnings too: renders what changed since the last build and keeps it for the next. */
async function withBodies(): Promise<readonly FileMessage[]> {
  const { renderEntries } = await import("#reading/rendering.ts");
  const work = { reading, site, cacheDir: `${root}/.seogo`, pipeline: codeVersion(root, "content"), prune: false };
  const { problems } = await renderEntries(work);
  return sortedMessages([...reading.problems, ...problems]);
}

/** Shows what can be fixed safely, file by file, then fixes it where the owner agrees. */
async function fixContent(): Promise<void> {
  const shown = fixes().map((fix) => fix.shown);
  if (shown.length === 0) return console.log(said("fix-none"));
  for (const fix of shown) console.log(fix);
  if (!(await agreed(said("fix-ask"), asked.yes === true)))
    return console.log(said(process.stdin.isTTY ? "untouched" : "fix-how"));
  // Whoever is asked goes on writing: of what stands there now, only what was shown is fixed.
  const still = fixes().filter((fix) => shown.includes(fix.shown));
  for (const { file, text } of still) writeWhole(`${root}/${file}`, text);
  console.log(said("fixed", { files: still.length }));
}

/** What can be fixed in the files as they stand: how it is shown, and what to write. */
function fixes(): { file: string; shown: string; text: string }[] {
  const uses = reading.joined.flatMap((joined) => joined.files.map((file) => ({ ...joined, file })));
  const spellings = Map.groupBy(uses, ({ file }) => file);
  return contentFiles(root).files.flatMap((from) => {
    const rules = { spellings: spellings.get(from.file) ?? [], timeZone: site.timeZone };
    const corrections = (source: string) => correctionsOf(source, from);
    const fix = fixed(readFileSync(`${root}/${from.file}`), { corrections, ...rules });
    const { whole = [], lines = [], text = "" } = fix ?? {};
    if (whole.length + lines.length === 0) return [];
    const changes = lines.map(({ line, before, after }) => `  ${String(line)}\n  - ${before}\n  + ${after}`);
    const shown = [from.file, ...whole.map((kind) => `  ${said(`fix-${kind}`)}`), ...changes].join("\n");
    return { file: from.file, shown, text };
  });
}

/** The lines that messages about a text show as they should stand; a typo whose right name is there too is left to the author. */
function correctionsOf(source: string, from: ContentFile): Correction[] {
  const { problems } = readDraft(from, Buffer.from(source), site);
  const { raw } = splitFrontMatter(source);
  const isThere = (key: unknown) => new RegExp(`^\\s*["']?${String(key)}["']?\\s*[:=]`, "imu").test(raw);
  return problems.flatMap(({ code, line, corrected, values }) =>
    corrected === undefined || corrected.includes("\n") || (code === "key-typo" && isThere(values["meant"]))
      ? []
      : [{ line, corrected }],
  );
}
