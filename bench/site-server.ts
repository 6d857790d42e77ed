import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** A served folder; `close` ends it. */
export interface SiteServer {
  /** `http://localhost:12345`. */
  readonly origin: string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/** Serves a folder as a good host does: text by brotli 11, compressed before anyone asks twice. */
export async function serveFolder(folder: string): Promise<SiteServer> {
  const compressed = new Map<string, Buffer>();
  const bodyOf = (file: string) => {
    const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
    compressed.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const file = fileAt(folder, new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const asText = /^text|svg/u.test(type);
    const body = asText ? bodyOf(file) : readFileSync(file);
    response.setHeader("Content-Type", type).setHeader("Content-Length", body.length);
    if (asText) response.setHeader("Content-Encoding", "br");
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${String(port)}`, close: () => server.close() };
}

function fileAt(folder: string, path: string): string | undefined {
  const wanted = join(folder, decodeURIComponent(path));
  const file = path.endsWith("/") ? join(wanted, "index.html") : wanted;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
