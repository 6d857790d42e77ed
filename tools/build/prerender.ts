import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AstroPrerenderer } from "astro";
import { nowSpending } from "#cores/spent.ts";
import { Failure } from "#messages/failure.ts";
import { RouteError } from "#tools/failure/code-errors.ts";
import { fileOf, url } from "#model/address.ts";
import { once } from "#model/once.ts";
import type { Site } from "#model/site.ts";

/** Where the files of all routes go. */
export interface Output {
  /** Absolute folder of the site. */
  readonly folder: string;
  readonly site: Site;
  /** Files of the owner's that win over those of routes, by their path below the folder. */
  readonly publicFiles: ReadonlySet<string>;
  /** Told of the path of each page written. */
  readonly onPage: (path: string) => void;
  /** Told of each file that is now another than before. */
  readonly onFile?: (file: string) => void;
  /** Told at the end of the files written, from the folder: whether the next build may use each again. */
  readonly done: (made: ReadonlyMap<string, boolean>) => void;
}

const pathsPerTurn = 32;

type PageMap = Map<string, () => Promise<unknown>>;
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/**
 * Astro's own renderer, every route rendered by it, but its files written here in one turn each: Astro waits for the
 * disk four times a file and tells of each. What is not a plain answer (a redirect, an empty body), or stands in
 * `public/` under the same name, is left to Astro.
 */
export function writingPrerenderer(astro: AstroPrerenderer, output: Output): AstroPrerenderer {
  return {
    ...astro,
    getStaticPaths: async () => {
      nowSpending("pages");
      const { made, write } = fileWriter(output);
      const left: PathWithRoute[] = [];
      importOnce(astro);
      for (const [index, one] of (await astro.getStaticPaths()).entries()) {
        // Pages are rendered without a pause, in which other cores would get nothing to do.
        if (index % pathsPerTurn === 0) await nextTurn();
        nowSpending(one.route.type === "endpoint" ? "feeds" : "pages");
        const path = pathOf(one);
        const isOurs = path !== undefined && !output.publicFiles.has(fileOf(path));
        const bytes = isOurs ? await rendered(astro, one, output.site) : undefined;
        if (!isOurs || !bytes) left.push(one);
        else write(fileOf(path), bytes, one.route.component);
        if (isOurs && bytes && one.route.type === "page") output.onPage(path);
      }
      output.done(made);
      nowSpending("start");
      return left;
    },
  };
}

/**
 * Astro imports the module of a route anew for each of its paths. Its `app` is no public part of a renderer: a version
 * without it costs time and nothing else.
 */
function importOnce(astro: AstroPrerenderer & { app?: { manifest?: { pageMap?: PageMap } } }): void {
  const modules = astro.app?.manifest?.pageMap;
  for (const [name, load] of modules ?? []) modules?.set(name, once(load));
}

/** The bytes of a path's file; undefined where the answer is not a plain one. */
async function rendered(
  astro: AstroPrerenderer,
  { pathname, route }: PathWithRoute,
  site: Site,
): Promise<Uint8Array | undefined> {
  const asked = route.type === "page" && !pathname.endsWith("/") ? `${pathname}/` : pathname;
  try {
    const answer = await astro.render(new Request(url(site, asked)), { routeData: route });
    const response = answer instanceof Response ? answer : answer.response;
    if (response.status !== (route.route === "/404" ? 404 : 200)) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > 0 ? bytes : undefined;
  } catch (error) {
    throw new RouteError(asked, route.component, error);
  }
}

/** The address at which a route's answer stands, `build.format` being `directory`; undefined for a redirect. */
function pathOf({ pathname, route: { type } }: PathWithRoute): string | undefined {
  const path = pathname.replace(/^\/|\/$/gu, "");
  if (type === "endpoint") return `/${path}`;
  if (type !== "page") return undefined;
  return path === "404" ? "/404.html" : `/${path}/`.replace("//", "/");
}

/** Writes files below the folder, but for those that hold the same bytes already; throws where two routes make one file. */
function fileWriter({ folder, onFile }: Output) {
  const made = new Map<string, boolean>();
  const routes = new Map<string, string>();
  const folders = new Set<string>();
  const hasAssets = assetFinder(folder);
  const write = (file: string, bytes: Uint8Array, route: string) => {
    const other = routes.get(file);
    if (other !== undefined) {
      const values = { path: file, files: [...new Set([other, route])].join(", ") };
      throw new Failure([{ severity: "error", code: "routes-collide", values }]);
    }
    routes.set(file, route);
    made.set(file, !file.endsWith(".html") || hasAssets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
    const target = join(folder, file);
    const parent = dirname(target);
    const isNew = !folders.has(parent) && mkdirSync(parent, { recursive: true }) !== undefined;
    folders.add(parent);
    if (!isNew && existsSync(target) && readFileSync(target).equals(bytes)) return;
    writeFileSync(target, bytes);
    onFile?.(file);
  };
  return { made, write };
}

/** Whether all that a page names in `assets/` is there: Astro makes pictures later, and only those of pages it has rendered. */
function assetFinder(folder: string): (page: Buffer) => boolean {
  const known = new Map<string, boolean>();
  return (page) => {
    for (let at = page.indexOf("/assets/"); at >= 0; at = page.indexOf("/assets/", at + 1)) {
      const [name = ""] = /^[^"'\s<>),?#]*/u.exec(page.toString("latin1", at, at + 200)) ?? [];
      const isThere = known.get(name) ?? existsSync(join(folder, name));
      known.set(name, isThere);
      if (!isThere) return false;
    }
    return true;
  };
}
