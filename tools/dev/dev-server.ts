import { once } from "node:events";
import { type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { AstroIntegration } from "astro";
import type { Site } from "#model/site.ts";
import { togetherMs } from "#reading/telling.ts";
import { editedSettings, reportOf } from "./board.ts";
import { keepReading, settingsKeeper } from "./restart.ts";
import { type Server, tellPages } from "./tell-pages.ts";

/** What makes `npm run dev` a place to write in: edits show at once, and what is wrong shows over the page that is open. */
export function devServer(site: Site, root: string): AstroIntegration {
  const settings = editedSettings(root, site);
  const keepSettings = settingsKeeper(join(root, "astro.config.mjs"));
  let [first, last]: (Server["watcher"] | undefined)[] = [];
  return {
    name: "seogo:dev",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "dev") return;
        updateConfig({ vite: { plugins: [overlay, routesApart, settings.plugin], server: { warmup: styles } } });
      },
      "astro:server:setup": ({ server, refreshContent }) => {
        const [ended, now] = [last, server.watcher];
        [first, last] = [first ?? now, now];
        const board = tellPages(server, { site, root });
        server.watcher.on("change", async (file) => {
          await pause(togetherMs);
          if (file === settings.file) board.put("settings", await settings.check());
          if (file === join(root, "src/content.config.ts"))
            board.put("collections", await reportOf(loaded(file, server), root));
        });
        server.watcher.on("all", (event, file) => {
          // Astro looks for these once, when it begins.
          if (event !== "change" && /[\\/]src[\\/](?:middleware|live\.config)(?:[\\/]index)?\.\w+$/u.test(file))
            server.watcher.emit("change", join(root, "astro.config.mjs"));
        });
        keepEditor(server);
        findPictures(server);
        tellWhole(server);
        const begun = ended
          ? keepReading({ first, ended, now }, async () => refreshContent?.({})).then(board.reload)
          : server.httpServer && once(server.httpServer, "listening");
        void keepSettings(now, begun);
      },
    },
  };
}

/** Read before a page is asked for: what Vite makes to resolve their imports keeps the request in which it was made, and by it the whole server when that is no more. */
const styles = { clientFiles: ["src/styles/index.css"], ssrFiles: ["src/styles/index.css"] };

/** Tells a file's change once more where it was told before the file was whole: the watcher tells no second one within 50 ms. */
function tellWhole({ watcher }: Server): void {
  watcher.on("change", async (file: string, told?: Stats) => {
    await pause(togetherMs);
    const now = statSync(file, { throwIfNoEntry: false });
    if (!told || !now || (now.mtimeMs === told.mtimeMs && now.size === told.size)) return;
    watcher.emit("change", file, now);
    watcher.emit("all", "change", file, now);
  });
}

/** Loads a module of the site's again; Astro says nothing of collections that it cannot read again, and goes on with those before. */
function loaded(file: string, { environments }: Server): Promise<unknown> {
  const { runner } = environments.ssr as unknown as { runner: { import: (file: string) => Promise<unknown> } };
  return runner.import(`${file}?${String(Date.now())}`);
}

/** Every page of the dev server loads Vite's client, the bare ones for errors too; so it brings our part along, to whose path Vite adds the base. */
const overlay = {
  name: "seogo:overlay",
  transform: {
    filter: { id: /vite\/dist\/client\/client\.mjs/u },
    handler: (code: string) => `${code}\nimport("/tools/dev/overlay.ts");\n`,
  },
};

/** Astro reads all routes anew at each change below `src`, all at once for a branch: more files than a process may open. */
const routesApart = {
  name: "seogo:routes-apart",
  configResolved: ({ plugins }: { plugins: readonly { name: string; configureServer?: unknown }[] }) => {
    const routes = plugins.find(({ name }) => name === "astro:routes");
    const begin = routes?.configureServer;
    if (!routes || typeof begin !== "function") return;
    routes.configureServer = (server: Server) => {
      const on = (event: string, hear: (file: string) => void) =>
        server.watcher.on(event, (file: string) => /[\\/]src[\\/]content[\\/]/u.test(file) || hear(file));
      begin(Object.create(server, { watcher: { value: { on } } }));
    };
  },
};

/** Vite opens any file in the author's editor for whoever asks: with `--host`, for the whole network. */
export function keepEditor({ middlewares }: Pick<Server, "middlewares">): void {
  middlewares.use(({ url = "", socket: { remoteAddress = "" } }, response, next) => {
    if (!/\/__open-in-editor/iu.test(url) || /^(?:(?:::ffff:)?127\.|::1$)/u.test(remoteAddress)) return next();
    response.writeHead(403).end();
  });
}

/**
 * Hosts serve pictures without a slash at the end, which Astro would have at every address that is no fixed file's, and
 * tell their type by their names, without which browsers show no SVG. Vite has taken the base from their addresses.
 */
function findPictures({ middlewares }: Server): void {
  middlewares.use((request, response, next) => {
    const [path = "", query] = request.url?.split("?") ?? [];
    if (query === undefined && path.startsWith("/pictures/") && !path.endsWith("/")) {
      request.url = `${path}/`;
      if (path.endsWith(".svg")) response.setHeader("Content-Type", "image/svg+xml");
    }
    next();
  });
}
