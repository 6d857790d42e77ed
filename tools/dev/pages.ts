import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { errorOf, type Message } from "#messages/message.ts";
import { basePath, decodedPath, url } from "#model/address.ts";
import { isReserved, ownRouteFinder } from "#model/reserved.ts";
import { searchForm } from "#model/search.ts";
import type { Site } from "#model/site.ts";
import { routeFiles } from "#reading/walk.ts";
import { needsServer } from "#tools/failure/code-errors.ts";
import { useOf } from "#tools/failure/places.ts";
import { answering, type BuiltFile, type BuiltSite, builtSite, fileFor } from "#tools/prove/built-site.ts";
import { links } from "#tools/prove/links.ts";
import { noScript } from "#tools/prove/no-script.ts";
import { expectedFiles } from "#tools/prove/promised.ts";
import { names } from "#tools/prove/names.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { frame, placeIn } from "#tools/prove/sources.ts";
import { type Standing, there } from "./standing.ts";
import type { Server } from "./tell-pages.ts";

/** The site that is shown. */
type Shown = { readonly site: Site; readonly root: string; readonly standing: Standing };

/** Proves each page that a browser is answered with; tells its path and what a build would say of it, undefined where its error is told otherwise. */
export function provePages(
  server: Server,
  about: Shown,
  tell: (path: string, found?: readonly Message[]) => void,
): void {
  const { site, root } = about;
  const latest = new Map<string, string>();
  const ask = asker(server, site);
  onPages(server, async (response, html, address) => {
    const path = decodedPath(address, site);
    if (path === undefined) return;
    latest.set(path, html);
    const { statusCode: status } = response;
    if (response.hasHeader("set-cookie")) return tell(path, [needsServer("Astro.cookies", root)]);
    if (status !== 200 || html === "") return tell(path, status < 500 ? redirected(status, path, root) : undefined);
    const proof = proofOf(html, path, about);
    tell(path, proof?.found);
    const beyond = (await proof?.beyond(ask)) ?? [];
    if (proof && beyond.length > 0 && latest.get(path) === html) tell(path, [...proof.found, ...beyond]);
  });
}

/** What a build would say of a page of an owner's that redirects. */
function redirected(status: number, path: string, root: string): Message[] {
  const route = status >= 300 && status < 400 ? ownRouteFinder(routeFiles(root))(path) : undefined;
  if (route === undefined) return [];
  const file = `src/pages/${route}`;
  return [errorOf("config-redirects", { from: path }, useOf(/\bredirect\(/u, root, file))];
}

/** Asks the dev server itself what answers at a path; what it cannot tell counts as there. */
function asker({ httpServer }: Server, site: Site): Ask {
  return async (path, whole) => {
    const at = httpServer?.address();
    const port = typeof at === "object" ? at?.port : undefined;
    try {
      // A server that begins anew has no port, and so no address.
      const address = url({ address: `http://localhost:${String(port)}${basePath(site)}` }, path);
      const answer = await fetch(address, { method: whole ? "GET" : "HEAD", redirect: "manual" });
      if (answer.status === 404) return undefined;
      const isPage = whole && answer.headers.get("content-type")?.startsWith("text/html");
      return isPage ? fileShown(path, await answer.text()) : there;
    } catch {
      return there;
    }
  };
}

/** Hands on what is answered to a browser that asks for a page, once it is: the answer, the page, empty where it is none, and the address. */
function onPages(
  { middlewares }: Server,
  see: (response: ServerResponse, html: string, address: string) => void,
): void {
  middlewares.use((request, response, next) => {
    // Vite takes the base from its own.
    const { originalUrl: address = "", headers } = request;
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
      see(response, isHtml ? Buffer.concat(parts).toString() : "", address);
    });
    next();
  });
}

/** Finds what answers at a path, a page `whole` or only whether it is there. */
type Ask = (path: string, whole: boolean) => Promise<BuiltFile | undefined>;

/** What a build would say of a page and of where its links lead; undefined where it breaks off, which is told otherwise. */
function proofOf(html: string, path: string, about: Shown) {
  if (html.endsWith('<script type="module" src="/@vite/client"></script>')) return undefined;
  const { site, root, standing } = about;
  const { files, ...expected } = standing();
  const read = (name: string) => (existsSync(name) ? readFileSync(name, "utf8") : undefined);
  const shown = builtSite(new Map([...files, [fileFor(path), fileShown(path, html)]]), {
    ...expected,
    address: site.address,
    forms: searchForm(site)?.origins,
    ledger: [],
    publicFiles: [],
    read: () => html,
    source: (name) => read(join(root, name)),
    routeAt: ownRouteFinder(routeFiles(root)),
  });
  // What a page must have beside, those of ours always have; what lacks in their links lacks in the frame of all.
  const isOurs = shown.routeAt?.(path) === undefined && !shown.entryAt.has(path);
  const found = [...noScript(shown), ...(isOurs ? [] : [...expectedFiles(shown), ...names(shown)])];
  const place = ({ values }: Message) => placeIn(shown, frame, [String(values["address"])]);
  const inFrame = (told: Message) =>
    isOurs && told.code === "dead-link" ? errorOf("dead-link-in-frame", told.values, place(told)) : told;
  const beyond = async (ask: Ask) =>
    links({ ...shown, files: await withAnswers(shown, fileFor(path), ask) }).map(inFrame);
  return { found, beyond };
}

/** The files known of a site, with those to which one of them leads. */
async function withAnswers(shown: BuiltSite, own: string, ask: Ask): Promise<Map<string, BuiltFile>> {
  const files = new Map(shown.files);
  for (const { address } of files.get(own)?.page?.references ?? []) {
    const target = shown.resolve(own, address);
    if (target.kind === "outside" || shown.moved.has(target.path)) continue;
    const file = answering({ files }, target.path);
    const whole = target.fragment !== "" && !(file && files.get(file)?.page);
    if (file && !whole) continue;
    // Of files that we make ourselves nothing is asked: a feed has all posts in it.
    const isMade = !target.path.endsWith("/") && isReserved(target.path);
    const answer = isMade ? there : await ask(target.path, whole);
    const page = answer?.page && { ...answer.page, references: [] };
    if (answer) files.set(fileFor(target.path), page ? { ...answer, page } : answer);
  }
  return files;
}

/** A page of the dev server's as a build would write it. */
function fileShown(path: string, html: string): BuiltFile {
  return builtFile(fileFor(path), Buffer.from(asBuilt(html)));
}

/** The page without what Vite and Astro add for their own work, and with Astro's scripts under no address, as small ones are built. */
function asBuilt(html: string): string {
  return html
    .replace(
      /<style[^>]* data-vite-dev-id=[\s\S]*?<\/style>|<script>window\.__astro_dev_toolbar__[\s\S]*?<\/script>/gu,
      "",
    )
    .replace(/(<script type="module") src="([^"]*)"><\/script>/gu, (all, start: string, address: string) => {
      if (/[?&]type=script/u.test(address)) return `${start}></script>`;
      return /\/@vite\/client$|\/dev-toolbar\/|[.](?:css|s[ac]ss|less|styl|p(?:ost)?css)(?:$|\?)|[?&]type=style/u.test(
        address,
      )
        ? ""
        : all;
    });
}
