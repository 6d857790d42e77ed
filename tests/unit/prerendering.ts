import { join } from "node:path";
import type { TestContext } from "node:test";
import type { AstroPrerenderer } from "astro";
import { defineSite } from "#model/site.ts";
import { writingPrerenderer } from "#tools/build/prerender.ts";
import { temporaryFolder } from "./temporary.ts";

export type PathWithRoute = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];
export type Answer = (asked: string) => Response;

export const site = defineSite({ address: "https://site.example/blog/", title: "집" });

/** A path of a route, by its kind; the route is named like the path where nothing else is said. */
export function path(pathname: string, type: string, route = pathname): PathWithRoute {
  return { pathname, route: { type, route, component: `src/pages${route}` } } as unknown as PathWithRoute;
}

/** A prerenderer of a site whose routes answer as given, in a folder of its own. */
export function setUp(
  context: TestContext,
  paths: readonly PathWithRoute[],
  { answer = () => new Response("글"), owners = [] }: { answer?: Answer; owners?: readonly string[] } = {},
) {
  const root = temporaryFolder(context);
  const folder = join(root, "dist");
  const asked: string[] = [];
  const made: string[] = [];
  const astro: AstroPrerenderer = {
    name: "fake",
    getStaticPaths: async () => [...paths],
    render: async ({ url }) => {
      asked.push(decodeURI(url));
      return answer(url);
    },
  };
  const done = (_: readonly string[], written: ReadonlyMap<string, boolean>) => made.push(...written.keys());
  const output = { folder, publicFiles: new Set(owners), site, done };
  return { folder, asked, made, run: () => writingPrerenderer(astro, output).getStaticPaths() };
}
