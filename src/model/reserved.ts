import { escapedPattern } from "./escape.ts";
import shipped from "./shipped-routes.json" with { type: "json" };

/** Route files that come with Seogo, below `src/pages`; any other counts as the owner's. */
export const shippedRoutes: readonly string[] = shipped;

/** Files that no route makes or names so, and `/index/`, which many hosts take for the home page. */
const others = String.raw`/sitemap[^/]*\.xml|/_headers|/_redirects|/404\.html|/index`;

/** Finds the route file, of those below `src/pages` that are given, that answers a site-relative path, however its letters are written. */
export function routeFinder(routes: readonly string[]): (path: string) => string | undefined {
  const known = routes.flatMap((route) => {
    const pattern = patternOf(route);
    return pattern === undefined ? [] : [{ route, pattern: whole(pattern) }];
  });
  return (path) => {
    const name = folded(path);
    return known.find(({ pattern }) => pattern.test(name))?.route;
  };
}

/** The same of the owner's routes among those. */
export function ownRouteFinder(routes: readonly string[]): (path: string) => string | undefined {
  return routeFinder(routes.filter((route) => !shippedRoutes.includes(route)));
}

const findShipped = routeFinder(shippedRoutes);
const isOther = whole(others);

/** Whether Seogo itself answers at a path, however its letters are written. */
export function isReserved(path: string): boolean {
  return findShipped(path) !== undefined || isOther.test(folded(path));
}

/**
 * What a route file answers to, as a regular expression: `[...rest]` is any number of segments, `[number]` digits, any
 * other `[name]` one segment or a part of it. A rest at the beginning counts as empty, and what then begins with a name
 * is undefined: such routes are for addresses that others choose.
 */
function patternOf(route: string): string | undefined {
  const segments = route.replace(/\.[^./]+$/u, "").split("/");
  if (segments.some((segment) => segment.startsWith("_"))) return undefined;
  while (segments[0]?.startsWith("[...") === true) segments.shift();
  if (segments.length === 0 || segments[0]?.startsWith("[") === true) return undefined;
  if (segments.at(-1) === "index") segments.pop();
  return segments.map(segmentPattern).join("") || "/";
}

function segmentPattern(segment: string): string {
  if (segment.startsWith("[...")) return "(?:/.*)?";
  const parts = folded(segment).split(/(\[[^\]]*\])/u);
  const written = parts.map((part) => {
    if (part === "[number]") return String.raw`\d+`;
    return part.startsWith("[") ? "[^/]+" : escapedPattern(part);
  });
  return `/${written.join("")}`;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})/?$`, "u");
}

/** The form in which two addresses are compared. */
export function folded(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}
