import { setTimeout as pause } from "node:timers/promises";

/** How places are asked. */
export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; without it the address is only read. */
  readonly body?: unknown;
}

/** What a place answered, before anything in it is known. */
export type Data = Readonly<Record<string, unknown>>;

/** Why a place did not answer: the status, or what the network said. */
export class NoAnswer extends Error {}

const [times, patience, longestWait] = [3, 30_000, 60];

/** Asks a place for JSON, again after a wait where it is busy or cannot be reached; throws `NoAnswer` where that is in vain. */
export async function ask(address: string, { headers, body }: Asking = {}): Promise<Data> {
  let why = "";
  for (let time = 1; time <= times; time += 1) {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(address, {
      ...sent,
      headers: { Accept: "application/json", "User-Agent": "Seogo", ...headers },
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => String((error as Error).cause ?? error));
    if (typeof answer !== "string" && answer.ok) {
      const data: unknown = await answer.json().catch(() => undefined);
      if (typeof data === "object" && data !== null) return data as Data;
    }
    why = typeof answer === "string" ? answer : `HTTP ${String(answer.status)}`;
    const wait = typeof answer === "string" ? time : waitOf(answer, time);
    if (wait === undefined || wait > longestWait) break;
    if (time < times) await pause(wait * 1000);
  }
  throw new NoAnswer(why);
}

/** Seconds to wait before asking again; undefined where that is of no use. */
function waitOf({ status, headers }: Response, time: number): number | undefined {
  const asked = headers.get("retry-after");
  if (asked !== null) return /^\d+$/u.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  return status === 429 || status >= 500 || status < 300 ? time : undefined;
}

/** A part of a list, and what asks for the next one; undefined after the last. */
interface Part {
  readonly all: readonly Data[];
  readonly next: string | undefined;
}

/** All parts of a list, until one names no next, or the same again. */
export async function allOf(part: (next: string | undefined) => Promise<Part>): Promise<Data[]> {
  const all: Data[] = [];
  let [asked, next]: [string | undefined, string | undefined] = [undefined, undefined];
  do {
    asked = next;
    const found = await part(asked);
    all.push(...found.all);
    next = found.next;
  } while (next !== undefined && next !== asked);
  return all;
}

/** The list under a key, of objects alone; empty where there is none. */
export function listAt(data: unknown, key: string): Data[] {
  const list = (data as Data | undefined)?.[key];
  return Array.isArray(list) ? list.filter((one): one is Data => typeof one === "object" && one !== null) : [];
}

/** The object under a path of keys; empty where there is none. */
export function at(data: unknown, ...keys: readonly string[]): Data {
  const found = keys.reduce<unknown>((value, key) => (value as Data | null | undefined)?.[key], data);
  return typeof found === "object" && found !== null ? (found as Data) : {};
}

/** The text under a path of keys, also of a number; empty where there is none. */
export function textAt(data: unknown, ...keys: readonly string[]): string {
  const value = keys.reduce<unknown>((inner, key) => (inner as Data | null | undefined)?.[key], data);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
