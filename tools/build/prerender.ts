import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AstroPrerenderer } from "astro";
import { Failure } from "#messages/failure.ts";
import { RouteError } from "#tools/failure/route-error.ts";
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
  /** Told of each file once it stands, by its path below the folder. */
  readonly made: (file: string) => void;
}

type PageMap = Map<string, () => Promise<unknown>>;
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/**
 * Astro's own renderer, every route rendered by it, but its files written here in one turn each: Astro waits for the
 * disk four times a file and tells of each. What is not a plain answer (a redirect, an empty body), or stands in
 * `public/` under the same name, is left to Astro.
 */
export function writingPrerenderer(astro: AstroPrerenderer, output: Output): AstroPrerenderer {
  const write = fileWriter(output);
  return {
    ...astro,
    getStaticPaths: async () => {
      const left: PathWithRoute[] = [];
      importOnce(astro);
      for (const one of await astro.getStaticPaths()) {
        const file = fileOfRoute(one);
        const isOurs = file !== undefined && !output.publicFiles.has(file);
        const bytes = isOurs ? await rendered(astro, one, output.site) : undefined;
        if (isOurs && bytes) write(file, bytes, one.route.component);
        else left.push(one);
      }
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

/** A path's file below the output folder, `build.format` being `directory`; undefined for a redirect. */
function fileOfRoute({ pathname, route }: PathWithRoute): string | undefined {
  const path = `/${pathname.replace(/^\/|\/$/gu, "")}`;
  if (route.type === "endpoint") return fileOf(path);
  if (route.type !== "page") return undefined;
  return fileOf(path === "/404" ? "/404.html" : `${path}/`);
}

/** Writes files below the folder, but for those that hold the same bytes already; throws where two routes make one file. */
function fileWriter({ folder, made }: Output): (file: string, bytes: Uint8Array, component: string) => void {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  return (file, bytes, component) => {
    const other = files.get(file);
    if (other !== undefined) {
      const values = { path: file, files: [...new Set([other, component])].join(", ") };
      throw new Failure([{ severity: "error", code: "routes-collide", values }]);
    }
    files.set(file, component);
    made(file);
    const target = join(folder, file);
    const parent = dirname(target);
    const isNew = !folders.has(parent) && mkdirSync(parent, { recursive: true }) !== undefined;
    folders.add(parent);
    if (!isNew && existsSync(target) && readFileSync(target).equals(bytes)) return;
    writeFileSync(target, bytes);
  };
}
