import type { HookParameters } from "astro";

type Server = HookParameters<"astro:server:setup">["server"];
type Send = Server["ws"]["send"];

/** What the dev server sends to pages: Vite's own payloads, as far as they are looked at here. */
export interface Payload {
  readonly type: string;
  readonly path?: string;
  /** The file for which Vite reloads; Astro tells none. */
  readonly triggeredBy?: string;
  readonly event?: string;
  readonly data?: unknown;
  readonly err?: { readonly message: string; readonly stack?: string };
}

/** Lets pages have of what Vite and Astro send only what `passes`; returns what sends past it. */
export function sendsOf(server: Server, passes: (payload: Payload) => boolean): (payload: Payload) => void {
  const channels = new Set<{ send: Send }>([server.ws, server.environments.client.hot]);
  const [first] = [...channels].map((channel) => {
    const send = channel.send.bind(channel) as (...args: unknown[]) => void;
    channel.send = ((...args: unknown[]) => {
      const [payload] = args;
      if (typeof payload === "string" || passes(payload as Payload)) send(...args);
    }) as Send;
    return send;
  });
  return (payload) => first?.(payload);
}
