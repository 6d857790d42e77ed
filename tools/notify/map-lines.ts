import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "#messages/failure.ts";
import { url } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { type MapLine, readMapFile } from "#outputs/map-file.ts";

/** Gives a file of a site by its path; undefined where there is none. */
export type SiteFiles = (file: string) => Promise<string | undefined>;

const patience = 30_000;

function unreachable(reason: string): Failure {
  return new Failure([{ severity: "error", code: "unreachable", values: { reason } }]);
}

/** The files of a site on disk. */
export function filesIn(folder: string): SiteFiles {
  return async (file) => {
    try {
      return await readFile(join(folder, file), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  };
}

/** The files of a published site; throws where its host cannot be reached or answers anything but 200, 404 or 410. */
export function filesAt(site: Site): SiteFiles {
  return async (file) => {
    const address = url(site, `/${file}`);
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) throw unreachable(`${response.status} ${address}`);
    return response.text();
  };
}

/** Every line of a site's map; undefined where it has none yet. */
export async function mapLines(files: SiteFiles, site: Site): Promise<MapLine[] | undefined> {
  const index = await files("sitemap-index.xml");
  if (index === undefined) return undefined;
  const lines: MapLine[] = [];
  for (const { loc } of readMapFile(index).lines) {
    const xml = await files(loc.slice(url(site, "/").length));
    if (xml === undefined) throw unreachable(`404 ${loc}`);
    lines.push(...readMapFile(xml).lines);
  }
  return lines;
}
