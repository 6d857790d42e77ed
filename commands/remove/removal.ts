import { existsSync, readdirSync } from "node:fs";
import { isPublished } from "#model/post.ts";
import type { ContentReading } from "#reading/content.ts";
import { repliesFile } from "#reading/replies.ts";
import type { ContentFile } from "#reading/walk.ts";
import { asFolder } from "#tools/publish/redirects.ts";

/** What taking a post back does; files from the root, addresses as in the ledger. */
export interface Removal {
  readonly files: readonly string[];
  /** Files beside the post that stay, since they may be another's. */
  readonly kept: readonly string[];
  readonly gone: readonly string[];
}

/** What the removal of a post goes by. */
export interface RemovalRequest {
  readonly root: string;
  readonly file: string;
  readonly now: number;
  readonly reading: Pick<ContentReading, "entries">;
  readonly sources: readonly ContentFile[];
  readonly ledger: readonly string[];
  readonly written: readonly (readonly [from: string, to: string])[];
}

/** What goes with a post: its bundle's files, its address, and those that led to it; undefined where it cannot be read. */
export function removalOf(request: RemovalRequest): Removal | undefined {
  const { file, now, reading, ledger, written } = request;
  const entry = reading.entries.find((candidate) => candidate.file === file);
  if (entry === undefined) return undefined;
  const led = [...entry.aliases.map(asFolder), ...written.filter(([, to]) => to === entry.path).map(([from]) => from)];
  const seen = isPublished(entry, now) || ledger.includes(entry.path);
  const gone = seen ? [entry.path, ...led] : led.filter((path) => ledger.includes(path));
  const { files, kept } = filesWith(request);
  const replies = [repliesFile(entry.id)].filter(
    (path) => entry.kind === "post" && existsSync(`${request.root}/${path}`),
  );
  return { files: [...files, ...replies], kept, gone: [...new Set(gone)] };
}

/** A bundle is a folder of its own with an index file: all in it goes, unless another post lies there too. */
function filesWith({ root, file, sources }: RemovalRequest): Pick<Removal, "files" | "kept"> {
  const [, folder] = /^(src\/content\/(?:posts|pages)\/.+)\/_?index\.[^/]+$/u.exec(file) ?? [];
  if (folder === undefined) return { files: [file], kept: [] };
  const beside = readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `${entry.parentPath.slice(root.length + 1).replaceAll("\\", "/")}/${entry.name}`)
    .filter((path) => path !== file)
    .sort();
  const shared = sources.some((source) => source.file !== file && source.file.startsWith(`${folder}/`));
  return shared
    ? { files: [file], kept: beside.filter((path) => !sources.some((source) => source.file === path)) }
    : { files: [file, ...beside], kept: [] };
}
