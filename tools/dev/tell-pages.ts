import { basename } from "node:path";
import type { HookParameters } from "astro";
import { report } from "#messages/report.ts";
import { hear } from "#messages/told.ts";
import { decodedPath } from "#model/address.ts";
import { routeFinder } from "#model/reserved.ts";
import type { Site } from "#model/site.ts";
import { routeFiles } from "#reading/walk.ts";
import { messageLanguage } from "#text/language.ts";
import { isOfEnded } from "#tools/failure/code-errors.ts";
import { RouteError } from "#tools/failure/messages-of.ts";
import { messageReport, type Notice, noticeBoard } from "./board.ts";
import { leadOn, type Standing, standingShown } from "./standing.ts";
import { provePages } from "./pages.ts";
import { stripsOf } from "./strips.ts";

/** Vite's server, as Astro hands it to integrations. */
export type Server = HookParameters<"astro:server:setup">["server"];

/** Tells pages what changes, and what is wrong. */
export function tellPages(server: Server, { site, root }: { site: Site; root: string }) {
  const tellMakers = makersOf(server);
  const reloads = reloadsOf(server);
  const send = sendsOf(server, (payload) => {
    if (payload.type !== "error") return reloads.passes(payload);
    const error = thrown(payload);
    const said = messageReport(broken ? new RouteError(...broken, error) : error, root);
    // Pages show all the same what these were before.
    if (error.name.includes("ContentEntry") || said.includes("astro.config.mjs")) board.lost(said);
    else board.put("page", said);
    return false;
  });
  // Astro tells the error of a page once it has answered, and of one in a component not where.
  let broken: [path: string, file: string] | undefined;
  const standing = standingShown(root, site);
  const strips = stripsOf(site, standing);
  leadOn(server, site, standing);
  const each = openPages(server, site);
  const show = () => each((path) => board.notice(strips.at(path)));
  const board = noticeBoard(show);
  server.ws.on("seogo:hello", ({ ageMs }: { ageMs: number }, one) => {
    // What changed while the page was on its way found nobody to tell, and may not be in it.
    if (reloads.lastAt() > Date.now() - ageMs) one.send({ type: "full-reload" });
    else show();
  });
  hear("seogo:lost", board.lost);
  server.watcher.on("all", (event, name) => {
    const file = name.slice(root.length);
    // What Astro and we write for our own work mends nothing.
    if (!file.startsWith("/.")) board.rewritten(basename(file));
    const isSheet = broken !== undefined && file.endsWith(".css");
    if (isSheet || (event !== "change" && owners.test(file))) reload();
  });
  const reload = () => {
    tellMakers(broken !== undefined);
    reloads.begin();
    if (server.ws.clients.size > 0) send({ type: "full-reload" });
  };
  hear("seogo:content", ({ errors, warnings, changed }) => {
    strips.read(warnings, changed);
    if (changed) reload();
    else show();
    board.put("content", errors);
  });
  provePages(server, { site, root, standing }, (path, found) => {
    broken = found ? undefined : madeBy(path, { root, standing });
    board.answered(path, found && report(found, "error", messageLanguage()));
    strips.found.set(path, found?.filter(({ severity }) => severity === "warning") ?? []);
    show();
  });
  return { ...board, reload };
}

/** Files in which what a page lacked may be now, and what was wrong be gone; not what an editor keeps beside one. */
const owners = /^\/(?:public|src\/(?:pages|owner))\/(?:.*\/)?[^./][^/]*\.\w+$/u;

/** Tells what makes pages on the server that something changed. */
function makersOf({ environments }: Server): (isBroken: boolean) => void {
  const { ssr, prerender } = environments as Record<string, Server["environments"]["ssr"] | undefined>;
  return (isBroken) => {
    for (const one of [ssr, prerender]) {
      // What was imported in vain is not tried again, and of a sheet that could not be read Vite knows no file.
      if (isBroken) one?.hot.send({ type: "full-reload" });
      one?.hot.send("astro:content-changed", {});
    }
  };
}

/** A path with the file that makes its page: a route, or else an entry. */
function madeBy(path: string, { root, standing }: { root: string; standing: Standing }): [string, string] | undefined {
  const route = routeFinder(routeFiles(root))(path);
  const file = route ? `src/pages/${route}` : standing().entries.find((one) => one.path === path)?.file;
  return file === undefined ? undefined : [path, file];
}

/** Tells each open page what there is to tell at its path. */
function openPages({ ws }: Server, site: Site) {
  const paths = new WeakMap<object, string>();
  ws.on("seogo:hello", ({ at }: { at: string }, one) => paths.set(one, decodedPath(at, site) ?? at));
  return (tell: (path: string) => Notice) => {
    for (const one of ws.clients) {
      const path = paths.get(one);
      if (path !== undefined) one.send("seogo:notice", tell(path));
    }
  };
}

/** Which of the changes that Vite and Astro send pages need, and when the last came that a page on its way may not have. */
function reloadsOf({ ws }: Server) {
  let ahead = false;
  let changedAt = 0;
  const passes = ({ type, path, triggeredBy }: Payload): boolean => {
    const isReload = type === "full-reload";
    // Of content, which Astro tells without a file, the reading tells first.
    const isOfContent = isReload && path === "*" && triggeredBy === undefined;
    if (type === "update" || (isReload && !isOfContent)) changedAt = Date.now();
    if (!isReload) return true;
    // Vite keeps it for the next page that opens, which is new by itself.
    const isOpen = ws.clients.size > 0;
    if (!isOfContent) return isOpen;
    // Pages that have loaded again since the reading need not once more.
    const needed = isOpen && !ahead;
    ahead = false;
    return needed;
  };
  /** Of content that was read: what Astro sends of it afterwards is not needed. */
  const begin = () => {
    changedAt = Date.now();
    ahead = true;
  };
  return { passes, begin, lastAt: () => changedAt };
}

/** The error that a payload is made of, whose message Astro has turned into HTML. */
function thrown({ err = { message: "" } }: Payload): Error {
  const { message, stack = "", ...about } = err;
  const plain = message
    .replace(/ \(The stacktrace appears .*/u, "")
    .replace(/<\/?code>/gu, "`")
    .replace(/<[^>]*>/gu, "")
    .replace(
      /&(lt|gt|quot|#39|amp);/gu,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "&",
    );
  // Only errors of Astro's own have a type, and those of Vite's steps a place that is the author's.
  const known = about.type || about.plugin?.startsWith("vite:") ? { ...about, name: about.name ?? "Error" } : {};
  // Vite has given what it evaluated the lines of its file.
  return Object.assign(new Error(plain), known, { stack: stack.replaceAll("at eval (", "at (") });
}

/** What the dev server sends to pages: Vite's own payloads, as far as they are looked at here. */
interface Payload {
  readonly type: string;
  readonly path?: string;
  /** The file for which Vite reloads; Astro tells none. */
  readonly triggeredBy?: string;
  readonly event?: string;
  readonly data?: unknown;
  readonly err?: { readonly message: string } & Partial<Record<"name" | "stack" | "type" | "plugin", string>>;
}

/** Hands on to pages, of what Vite and Astro send, only what `passes` accepts; returns a function that sends without asking. */
function sendsOf({ ws }: Server, passes: (payload: Payload) => boolean): (payload: Payload) => void {
  const send = ws.send.bind(ws) as (...args: unknown[]) => void;
  ws.send = (...args: unknown[]) => {
    const [payload] = args;
    const { err } = Object(payload) as Payload;
    if (typeof payload === "string" || (!isOfEnded.test(err?.message ?? "") && passes(payload as Payload)))
      send(...args);
  };
  return send;
}
