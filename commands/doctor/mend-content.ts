import { readFile, writeFile } from "node:fs/promises";
import { readContent, type ReadingOptions } from "#reading/content.ts";
import { mended, type Mending } from "#reading/mend.ts";
import { contentFiles } from "#reading/walk.ts";
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
  for (const { file } of files) {
    const spellings = joined.filter(({ files: where }) => where.includes(file));
    const mending = mended(await readFile(`${root}/${file}`), { spellings, zone });
    if (mending && (mending.whole.length > 0 || mending.lines.length > 0)) found.push({ file, mending });
  }
  return found;
}

function shown(file: string, { whole, lines }: Mending, text: MendingOptions["text"]): string {
  const changes = lines.map(({ line, before, after }) => `  ${String(line)}\n  - ${before}\n  + ${after}`);
  return [file, ...whole.map((kind) => `  ${text.whole[kind]}`), ...changes].join("\n");
}
