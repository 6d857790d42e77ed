import type { TestContext } from "node:test";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a place is asked. */
export interface Asked {
  readonly url: URL;
  readonly token: string | undefined;
  /** The JSON that was sent. */
  readonly body: { readonly query?: string; readonly variables?: Readonly<Record<string, unknown>> };
}

/** What it answers: JSON, or a status without any. */
export type Said = number | { readonly json: unknown; readonly headers?: Readonly<Record<string, string>> };

/** A place of our own on this machine, which answers in the shapes of the real one. */
export interface StandIn {
  readonly address: string;
  readonly asked: Asked[];
  /** What the next requests get in place of an answer, each once. */
  readonly failures: { status: number; headers?: Readonly<Record<string, string>> }[];
  readonly close: () => void;
}

/** Starts a place. */
export async function standIn(answer: (asked: Asked) => Said): Promise<StandIn> {
  const asked: Asked[] = [];
  const failures: StandIn["failures"] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const sent = Buffer.concat(parts).toString();
      const one = {
        url: new URL(request.url ?? "/", "http://stand-in.example"),
        token: request.headers.authorization?.replace("Bearer ", ""),
        body: (sent === "" ? {} : JSON.parse(sent)) as Asked["body"],
      };
      asked.push(one);
      const failure = failures.shift();
      if (failure) {
        response.writeHead(failure.status, failure.headers).end("<html>");
        return;
      }
      const said = answer(one);
      if (typeof said === "number") response.writeHead(said).end('{"error":"Record not found"}');
      else
        response.writeHead(200, { "Content-Type": "application/json", ...said.headers }).end(JSON.stringify(said.json));
    });
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked, failures, close: () => server.close() };
}

/** A stand-in that ends with its test. */
export async function place(context: TestContext, answer: (asked: Asked) => Said) {
  const one = await standIn(answer);
  context.after(one.close);
  return one;
}
