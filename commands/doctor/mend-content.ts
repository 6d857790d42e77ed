import { readFile, writeFile } from "node:fs/promises";
import { readContent, type ReadingOptions } from "#reading/content.ts";
import { readDraft } from "#reading/draft.ts";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { type Correction, mended, type Mending } from "#reading/mend.ts";
import { type ContentFile, contentFiles } from "#reading/walk.ts";
import { zoneOf } from "#reading/zone.ts";
import { agreed } from "../ask.ts";
import type { doctorText } from "#text/doctor.ts";

interface MendingOptions extends ReadingOptions {
  /** Writes without asking. */
  readonly yes: boolean;
  readonly text: ReturnType<typeof doctorText>;
}

/** Shows what can be mended safely, file by file, then mends it where the owner agrees. */
export async function mendContent(options: MendingOptions): Promise<void> {
  const { root, text } = options;
  const mendings = await mendingsOf(options);
  if (mendings.length === 0) return console.log(text.nothingToMend);
  for (const { file, mending } of mendings) console.log(shown(file, mending, text));
  if (!(await agreed(text.ask, options.yes))) return console.log(process.stdin.isTTY ? text.left : text.howToMend);
  for (const { file, mending } of mendings) await writeFile(`${root}/${file}`, mending.text);
  console.log(text.mended(mendings.length));
}

async function mendingsOf(options: MendingOptions): Promise<{ file: string; mending: Mending }[]> {
  const { root, site } = options;
  const { files } = contentFiles(root);
  const { joined } = await readContent(options);
  const zone = zoneOf(site.timeZone);
  const found: { file: string; mending: Mending }[] = [];
  for (const from of files) {
    const { file } = from;
    const spellings = joined.filter(({ files: where }) => where.includes(file));
    const corrections = (text: string) => correctionsOf(text, from, { site, zone });
    const mending = mended(await readFile(`${root}/${file}`), { corrections, spellings, zone });
    if (mending && (mending.whole.length > 0 || mending.lines.length > 0)) found.push({ file, mending });
  }
  return found;
}

/** The lines that messages about a text show as they should stand; a slip whose right name is there too is left to the author. */
function correctionsOf(text: string, from: ContentFile, settings: Parameters<typeof readDraft>[2]): Correction[] {
  const { problems } = readDraft(from, Buffer.from(text), settings);
  const { raw } = splitFrontMatter(text);
  const isThere = (key: unknown) => new RegExp(`^\\s*["']?${String(key)}["']?\\s*[:=]`, "imu").test(raw);
  return problems.flatMap(({ code, line, corrected, values }) =>
    corrected === undefined || corrected.includes("\n") || (code === "key-slip" && isThere(values["meant"]))
      ? []
      : [{ line, corrected }],
  );
}

function shown(file: string, { whole, lines }: Mending, text: MendingOptions["text"]): string {
  const changes = lines.map(({ line, before, after }) => `  ${String(line)}\n  - ${before}\n  + ${after}`);
  return [file, ...whole.map((kind) => `  ${text.whole[kind]}`), ...changes].join("\n");
}
