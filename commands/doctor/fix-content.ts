import { readFile, writeFile } from "node:fs/promises";
import type { Site } from "#model/site.ts";
import { readContent, type ReadingOptions } from "#reading/content.ts";
import { readDraft } from "#reading/draft.ts";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { type Correction, fixed, type Fixes } from "#reading/fixes.ts";
import { type ContentFile, contentFiles } from "#reading/walk.ts";
import { agreed } from "../command.ts";
import type { doctorText } from "#text/doctor.ts";

interface FixOptions extends ReadingOptions {
  /** Writes without asking. */
  readonly yes: boolean;
  readonly text: ReturnType<typeof doctorText>;
}

/** Shows what can be fixed safely, file by file, then fixes it where the owner agrees. */
export async function fixContent(options: FixOptions): Promise<void> {
  const { root, text } = options;
  const fixes = await fixesOf(options);
  if (fixes.length === 0) return console.log(text.nothingToFix);
  for (const { file, fix } of fixes) console.log(shown(file, fix, text));
  if (!(await agreed(text.ask, options.yes))) return console.log(process.stdin.isTTY ? text.left : text.howToFix);
  for (const { file, fix } of fixes) await writeFile(`${root}/${file}`, fix.text);
  console.log(text.fixed(fixes.length));
}

async function fixesOf(options: FixOptions): Promise<{ file: string; fix: Fixes }[]> {
  const { root, site } = options;
  const { files } = contentFiles(root);
  const { joined } = await readContent(options);
  const found: { file: string; fix: Fixes }[] = [];
  for (const from of files) {
    const { file } = from;
    const spellings = joined.filter(({ files: where }) => where.includes(file));
    const corrections = (text: string) => correctionsOf(text, from, site);
    const fix = fixed(await readFile(`${root}/${file}`), { corrections, spellings, timeZone: site.timeZone });
    if (fix && (fix.whole.length > 0 || fix.lines.length > 0)) found.push({ file, fix });
  }
  return found;
}

/** The lines that messages about a text show as they should stand; a typo whose right name is there too is left to the author. */
function correctionsOf(text: string, from: ContentFile, site: Site): Correction[] {
  const { problems } = readDraft(from, Buffer.from(text), site);
  const { raw } = splitFrontMatter(text);
  const isThere = (key: unknown) => new RegExp(`^\\s*["']?${String(key)}["']?\\s*[:=]`, "imu").test(raw);
  return problems.flatMap(({ code, line, corrected, values }) =>
    corrected === undefined || corrected.includes("\n") || (code === "key-typo" && isThere(values["meant"]))
      ? []
      : [{ line, corrected }],
  );
}

function shown(file: string, { whole, lines }: Fixes, text: FixOptions["text"]): string {
  const changes = lines.map(({ line, before, after }) => `  ${String(line)}\n  - ${before}\n  + ${after}`);
  return [file, ...whole.map((kind) => `  ${text.whole[kind]}`), ...changes].join("\n");
}
