import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AstroPrerenderer } from "astro";
import { App } from "astro/app";
import { nowSpending } from "#cores/spent.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { needsServer } from "#tools/failure/code-errors.ts";
import { useOf } from "#tools/failure/places.ts";
import { RouteError, RouteErrors } from "#tools/failure/messages-of.ts";
import { fileOf, url } from "#model/address.ts";
import { once } from "#model/once.ts";
import type { Site } from "#model/site.ts";
import { unwrittenFeed } from "#outputs/unwritten-feed.ts";
import { type Answer, fileWriter } from "./written-files.ts";

/** Where the files of all routes go. */
export interface Output {
  /** Absolute folder of the site. */
  readonly folder: string;
  readonly site: Site;
  /** Files of the owner's that win over those of routes, by their path below the folder. */
  readonly publicFiles: ReadonlySet<string>;
  /** Called at the end with what the proof asks of the changed files, as texts, and with all files written: whether the next build may use each again. */
  readonly done: (facts: readonly string[], made: ReadonlyMap<string, boolean>) => void;
}

const pathsPerTurn = 32;
/** So many pages fail by one mistake more likely than by many; nobody need wait for the rest of ten thousand. */
const mostFailed = 100;

type PageMap = Map<string, () => Promise<unknown>>;
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/**
 * Astro's own renderer, every route rendered by it, but its files written here in one turn each: Astro waits for the
 * disk four times a file and tells of each. What is not a plain answer (no page, an empty body), or stands in
 * `public/` under the same name, is left to Astro.
 */
export function writingPrerenderer(astro: AstroPrerenderer, output: Output): AstroPrerenderer {
  return {
    ...astro,
    getStaticPaths: async () => {
      nowSpending("pages");
      const { made, write, files } = filesOf(output);
      const left: PathWithRoute[] = [];
      const failed: RouteError[] = [];
      importOnce(astro);
      for (const [index, one] of (await astro.getStaticPaths()).entries()) {
        if (index % pathsPerTurn === 0) {
          nowSpending("proof");
          // Pages are rendered without a pause, in which other cores would get nothing to do.
          await nextTurn();
          await files.settle().catch(keptIn(failed));
        }
        nowSpending(one.route.type === "endpoint" ? "feeds" : "pages");
        const path = pathOf(one);
        const isOurs = path !== undefined && !output.publicFiles.has(fileOf(path));
        const answer = isOurs ? await rendered(astro, one, output.site).catch(keptIn(failed)) : undefined;
        if (failed.length >= mostFailed) break;
        if (!isOurs || !answer) left.push(one);
        else write(fileOf(path), answer, one.route.component);
      }
      if (failed.length > 0) throw failed.length === 1 ? failed[0] : new RouteErrors(failed);
      nowSpending("proof");
      output.done(await files.finished(), made);
      nowSpending("start");
      return left;
    },
  };
}

/** Keeps the errors of routes, so that all are told in one run. */
function keptIn(failed: RouteError[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof RouteError)) throw error;
    failed.push(error);
  };
}

/** Astro imports a route's module anew for each path; `app` is not public, and without it this costs time alone. */
function importOnce(astro: AstroPrerenderer & { app?: { manifest?: { pageMap?: PageMap } } }): void {
  const modules = astro.app?.manifest?.pageMap;
  for (const [name, load] of modules ?? []) modules?.set(name, once(load));
}

/** What a path's file is to hold; undefined where the answer is not a plain one. */
async function rendered(
  astro: AstroPrerenderer,
  { pathname, route }: PathWithRoute,
  site: Site,
): Promise<Answer | undefined> {
  const asked = route.type === "page" && !pathname.endsWith("/") ? `${pathname}/` : pathname;
  const failed = (error: unknown): never => {
    throw new RouteError(asked, route.component, error);
  };
  try {
    const answer = await astro.render(requestFor(url(site, asked)), { routeData: route });
    const response = answer instanceof Response ? answer : answer.response;
    const [cookie] = App.getSetCookieFromResponse(response);
    if (cookie !== undefined) throw new Failure([needsServer("Astro.cookies", process.cwd(), route.component)]);
    if (response.status >= 300 && response.status < 400) {
      // Astro leads addresses without an ending to those with a slash, where no file could stand.
      const isNameless = route.type === "endpoint" && response.headers.get("location")?.endsWith(`${asked}/`);
      const code = isNameless ? "endpoint-ending" : "config-redirects";
      const place = isNameless ? {} : useOf(/\bredirect\(/u, process.cwd(), route.component);
      throw new Failure([errorOf(code, { from: asked }, { file: route.component, ...place })]);
    }
    if (response.status !== (route.route === "/404" ? 404 : 200)) return undefined;
    const feed = unwrittenFeed(response);
    if (feed) return { feed, read: () => bytesOf(response).catch(failed) };
    const bytes = await bytesOf(response);
    return bytes.length > 0 ? { bytes } : undefined;
  } catch (error) {
    return failed(error);
  }
}

/** A request that nobody sent: what asks for its headers is told at its line. */
function requestFor(address: string): Request {
  const get = () => {
    throw Object.assign(new Error(), { type: "AstroError", name: "PrerenderHeadersNotAvailable" });
  };
  return Object.defineProperty(new Request(address), "headers", { get });
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** The address at which a route's answer stands, `build.format` being `directory`; undefined for a redirect. */
function pathOf({ pathname, route: { type } }: PathWithRoute): string | undefined {
  const path = pathname.replace(/^\/|\/$/gu, "");
  if (type === "endpoint") return `/${path}`;
  if (type !== "page") return undefined;
  return path === "404" ? "/404.html" : `/${path}/`.replace("//", "/");
}

/** Has files below the folder written; `write` throws where two routes make one file. */
function filesOf({ folder }: Output) {
  const made = new Map<string, boolean>();
  const routes = new Map<string, string>();
  const hasAssets = assetFinder(folder);
  const files = fileWriter(folder);
  const write = (path: string, answer: Answer, route: string) => {
    const other = routes.get(path);
    if (other !== undefined) {
      const values = { path, files: [...new Set([other, route])].join(", ") };
      throw new Failure([errorOf("routes-collide", values)]);
    }
    routes.set(path, route);
    made.set(path, !path.endsWith(".html") || !("bytes" in answer) || hasAssets(answer.bytes));
    files.add(path, answer);
  };
  return { made, write, files };
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
