import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { notices } from "#outputs/search-engines.ts";

/** A request as an engine takes it. */
type IndexNowNotice = ReturnType<typeof notices>[number];

/** A local engine that keeps IndexNow's rules: what it took, and how it answers. */
export interface StandIn {
  readonly endpoint: string;
  readonly taken: IndexNowNotice[];
  readonly close: () => void;
}

/** Starts the engine; `keyFile` is what the site publishes at a key's location, `answer` overrules a good request's 200. */
export async function standIn(keyFile: (location: string) => string | undefined, answer = 200): Promise<StandIn> {
  const taken: IndexNowNotice[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const type = request.headers["content-type"];
      const said = { method: request.method ?? "", type: type ?? "", body: Buffer.concat(parts).toString("utf8") };
      const status = judged(said, keyFile);
      if (typeof status === "object") taken.push(status);
      response.writeHead(typeof status === "number" ? status : answer).end();
    });
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}/indexnow`, taken, close: () => server.close() };
}

/** The notice, or the status that the protocol gives for what is wrong with it. */
function judged(
  { method, type, body }: { readonly method: string; readonly type: string; readonly body: string },
  keyFile: (location: string) => string | undefined,
): number | IndexNowNotice {
  if (method !== "POST" || type !== "application/json; charset=utf-8") return 400;
  const notice = JSON.parse(body) as IndexNowNotice;
  const { host, key, keyLocation, urlList } = notice;
  if (!/^[A-Za-z0-9-]{8,128}$/u.test(key) || keyFile(keyLocation) !== key) return 403;
  if (urlList.length === 0 || urlList.length > 10_000) return 422;
  const folder = keyLocation.slice(0, keyLocation.lastIndexOf("/") + 1);
  const rfc3986 = /^https?:\/\/[!#-;=?-Z_a-z~]+$/u;
  const fits = (address: string) =>
    rfc3986.test(address) && new URL(address).host === host && address.startsWith(folder);
  return urlList.every(fits) ? notice : 422;
}
