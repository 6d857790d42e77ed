import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { AstroIntegration, HookParameters } from "astro";
import { Failure } from "#messages/failure.ts";
import { onLost } from "#messages/lost.ts";
import { basePath, decodedPath } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { onSeen, togetherMs } from "#reading/telling.ts";
import { said } from "#text/words.ts";
import { editedSettings, messageReport, noticeBoard } from "./board.ts";
import { reportOfPage } from "./page-proof.ts";
import { keepReading } from "./restart.ts";

type Server = HookParameters<"astro:server:setup">["server"];

/** What makes `npm run dev` a place to write in: edits show at once, and what is wrong shows over the page that is open. */
export function devServer(site: Site, root: string): AstroIntegration {
  const settings = editedSettings(root);
  let [first, last]: (Server["watcher"] | undefined)[] = [];
  return {
    name: "seogo:dev",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command === "dev") updateConfig({ vite: { plugins: [withOverlay(basePath(site)), settings.plugin] } });
      },
      "astro:server:setup": ({ server, refreshContent }) => {
        const [ended, now] = [last, server.watcher];
        [first, last] = [first ?? now, now];
        const board = tellPages(server, first, { site, root });
        server.watcher.on("change", async (file) => {
          await pause(togetherMs);
          if (file === settings.file) board.put("settings", await settings.check());
          if (file === join(root, "src/content.config.ts"))
            board.put("collections", await reportOf(file, server, root));
        });
        findPictures(server, `${basePath(site)}pictures/`);
        const read = async () => {
          board.hear();
          await refreshContent?.({});
        };
        if (ended) void keepReading({ first, ended, now }, read).then(board.reload);
      },
      "astro:server:start": ({ address: { address, family, port } }) => {
        const host =
          address === "::" || address === "0.0.0.0" || /^(?:::1|127\.)/u.test(address) ? "localhost" : address;
        const shown = family === "IPv6" && host !== "localhost" ? `[${host}]` : host;
        console.log(said("dev-opened", { address: `http://${shown}:${String(port)}${basePath(site)}` }));
      },
    },
  };
}

/** The report of what is wrong in a module of the site's; Astro says nothing of collections that it cannot read again, and goes on with those before. */
async function reportOf(file: string, { environments }: Server, root: string): Promise<string> {
  try {
    const { runner } = environments.ssr as unknown as { runner: { import: (file: string) => Promise<unknown> } };
    await runner.import(`${file}?${String(Date.now())}`);
    return "";
  } catch (error) {
    return messageReport(error, root);
  }
}

/** Every page of the dev server loads Vite's client, the bare ones for errors too; so it brings our part along. */
function withOverlay(base: string) {
  return {
    name: "seogo:overlay",
    transform: {
      filter: { id: /vite\/dist\/client\/client\.mjs/u },
      handler: (code: string) => `${code}\nimport(${JSON.stringify(`${base}tools/dev/overlay.ts`)});\n`,
    },
  };
}

/** Tells pages what changes, and what is wrong; of the content by the watcher that its reader has. */
function tellPages(server: Server, reader: Server["watcher"], { site, root }: { site: Site; root: string }) {
  const { ssr, prerender } = server.environments as Record<string, Server["environments"]["ssr"] | undefined>;
  let ahead = false;
  let changedAt = 0;
  const send = sendsOf(server, (payload) => {
    if (payload.type === "error") {
      const error = thrown(payload);
      const said = messageReport(error, root);
      // Pages show all the same what these were before.
      if (error.name.includes("ContentEntry") || said.includes("astro.config.mjs")) board.lost(said);
      else board.put("page", said);
      return false;
    }
    const isReload = payload.type === "full-reload";
    // Of content, which Astro tells without a file, the reading below tells first.
    const isOfContent = isReload && payload.path === "*" && payload.triggeredBy === undefined;
    if (payload.type === "update" || (isReload && !isOfContent)) changedAt = Date.now();
    if (!isReload) return true;
    // Vite keeps it for the next page that opens, which is new by itself.
    const isOpen = server.ws.clients.size > 0;
    if (!isOfContent) return isOpen;
    // Pages that have loaded again since the reading need not once more.
    const needed = isOpen && !ahead;
    ahead = false;
    return needed;
  });
  const board = noticeBoard((notice) => send({ type: "custom", event: "seogo:notice", data: notice }));
  server.ws.on("seogo:hello", ({ ageMs }: { ageMs: number }, one) => {
    // What changed while the page was on its way found nobody to tell, and may not be in it.
    if (changedAt > Date.now() - ageMs) one.send({ type: "full-reload" });
    one.send("seogo:notice", board.notice());
  });
  onLost((lost) => board.lost(messageReport(new Failure([lost]), root)));
  server.watcher.on("all", (_, file) => board.rewritten(basename(file)));
  const reload = () => {
    changedAt = Date.now();
    for (const one of [ssr, prerender]) one?.hot.send("astro:content-changed", {});
    ahead = true;
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

/**
 * Hosts serve pictures without a slash at the end, which Astro would have at every address that is no fixed file's, and
 * tell their type by their names, without which browsers show no SVG.
 */
function findPictures({ middlewares }: Server, below: string): void {
  middlewares.use((request, response, next) => {
    const [path = "", query] = request.url?.split("?") ?? [];
    if (query === undefined && path.startsWith(below) && !path.endsWith("/")) {
      request.url = `${path}/`;
      if (path.endsWith(".svg")) response.setHeader("Content-Type", "image/svg+xml");
    }
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
