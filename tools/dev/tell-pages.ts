import { basename } from "node:path";
import type { HookParameters } from "astro";
import { Failure } from "#messages/failure.ts";
import { onLost } from "#messages/lost.ts";
import { decodedPath } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { onSeen } from "#reading/telling.ts";
import { messageReport, noticeBoard } from "./board.ts";
import { reportOfPage } from "./page-proof.ts";

/** Vite's server, as Astro hands it to integrations. */
export type Server = HookParameters<"astro:server:setup">["server"];

/** Tells pages what changes, and what is wrong; of the content by the watcher that its reader has. */
export function tellPages(server: Server, reader: Server["watcher"], { site, root }: { site: Site; root: string }) {
  const { ssr, prerender } = server.environments as Record<string, Server["environments"]["ssr"] | undefined>;
  const reloads = reloadsOf(server);
  const send = sendsOf(server, (payload) => {
    if (payload.type !== "error") return reloads.passes(payload);
    const error = thrown(payload);
    const said = messageReport(error, root);
    // Pages show all the same what these were before.
    if (error.name.includes("ContentEntry") || said.includes("astro.config.mjs")) board.lost(said);
    else board.put("page", said);
    return false;
  });
  const board = noticeBoard((notice) => send({ type: "custom", event: "seogo:notice", data: notice }));
  server.ws.on("seogo:hello", ({ ageMs }: { ageMs: number }, one) => {
    // What changed while the page was on its way found nobody to tell, and may not be in it.
    if (reloads.lastAt() > Date.now() - ageMs) one.send({ type: "full-reload" });
    one.send("seogo:notice", board.notice());
  });
  onLost((lost) => board.lost(messageReport(new Failure([lost]), root)));
  server.watcher.on("all", (_, file) => board.rewritten(basename(file)));
  const reload = () => {
    for (const one of [ssr, prerender]) one?.hot.send("astro:content-changed", {});
    reloads.begin();
    if (server.ws.clients.size > 0) send({ type: "full-reload" });
  };
  const hear = () =>
    onSeen(reader, ({ errors, changed }) => {
      if (changed) reload();
      board.put("content", errors);
    });
  hear();
  onPages(server, (status, html, address) => {
    const path = decodedPath(address, site);
    const isShown = status === 200 && html !== "" && path !== undefined;
    board.answered(address, isShown ? reportOfPage(html, path, { site, root }) : status < 500 ? "" : undefined);
  });
  return { ...board, hear, reload };
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

/** Hands on what is answered to a browser that asks for a page, once it is: the status, the page, empty where it is none, and the address. */
function onPages({ middlewares }: Server, see: (status: number, html: string, address: string) => void): void {
  middlewares.use((request, response, next) => {
    const { url = "", headers } = request;
    if (!headers.accept?.includes("text/html")) return next();
    const parts: Buffer[] = [];
    for (const name of ["write", "end"] as const) {
      const send = response[name].bind(response) as (...args: unknown[]) => never;
      response[name] = (...args: unknown[]) => {
        if (typeof args[0] === "string" || args[0] instanceof Uint8Array) parts.push(Buffer.from(args[0]));
        return send(...args);
      };
    }
    response.on("finish", () => {
      const isHtml = String(response.getHeader("content-type")).startsWith("text/html");
      see(response.statusCode, isHtml ? Buffer.concat(parts).toString() : "", url);
    });
    next();
  });
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
    if (typeof payload === "string" || passes(payload as Payload)) send(...args);
  };
  return send;
}
