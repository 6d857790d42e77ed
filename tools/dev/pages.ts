import { readFileSync } from "node:fs";
import { join } from "node:path";
import { basePath, decodedPath, url } from "#model/address.ts";
import { ownRouteFinder } from "#model/reserved.ts";
import type { Site } from "#model/site.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { routeFiles } from "#reading/walk.ts";
import { placeIn } from "#tools/prove/sources.ts";
import { type Ask, fileShown, proofOf } from "./page-proof.ts";
import { type Standing, there } from "./standing.ts";
import type { Server } from "./tell-pages.ts";

/** Proves each page that a browser is answered with; tells its path and what a build would say of it, undefined where its error is told otherwise. */
export function provePages(
  server: Server,
  about: { site: Site; root: string; standing: Standing },
  tell: (path: string, found: readonly Message[] | undefined) => void,
): void {
  const { site, root } = about;
  const latest = new Map<string, string>();
  const ask = asker(server, site);
  onPages(server, async (status, html, address) => {
    const path = decodedPath(address, site);
    if (path === undefined) return;
    latest.set(path, html);
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
  const source = () => readFileSync(join(root, file), "utf8");
  return [errorOf("config-redirects", { from: path }, placeIn({ source }, [file], ["redirect"]) ?? { file })];
}

/** Asks the dev server itself what answers at a path; what it cannot tell counts as there. */
function asker({ httpServer }: Server, site: Site): Ask {
  return async (path, whole) => {
    const at = httpServer?.address();
    const port = typeof at === "object" ? at?.port : undefined;
    const address = url({ address: `http://localhost:${String(port)}${basePath(site)}` }, path);
    try {
      const answer = await fetch(address, { method: whole ? "GET" : "HEAD", redirect: "manual" });
      if (answer.status === 404) return undefined;
      const isPage = whole && answer.headers.get("content-type")?.startsWith("text/html");
      return isPage ? fileShown(path, await answer.text()) : there;
    } catch {
      return there;
    }
  };
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
