import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { threadId } from "node:worker_threads";
import { digest } from "#model/digest.ts";
import { rename } from "./rename.ts";

const digits = 32;

/** 32 hex digits that stand for values that JSON can hold; equal values in equal order give equal digits. */
export function digestOf(...values: readonly unknown[]): string {
  return digest(JSON.stringify(values));
}

/** Texts, or bytes, by key, a file for each. */
interface Store<Content> {
  /** Undefined where there is none, and where it is not what was put there any more. */
  readonly get: (key: string) => Content | undefined;
  readonly put: (key: string, content: Content) => void;
  readonly keys: () => ReadonlySet<string>;
  /** Removes all keys but these. */
  readonly prune: (needed: ReadonlySet<string>) => void;
}

export type TextStore = Store<string>;

/** The texts in a folder, made where it is missing; keys are names of files, without `ending`. */
export function textStore(folder: string, ending: string): TextStore {
  const bytes = byteStore(folder, ending);
  return { ...bytes, get: (key) => bytes.get(key)?.toString(), put: (key, text) => bytes.put(key, Buffer.from(text)) };
}

/** The same of bytes. */
export function byteStore(folder: string, ending: string): Store<Buffer> {
  const fileOf = (key: string) => `${folder}/${key}${ending}`;
  const namesIn = () => (existsSync(folder) ? readdirSync(folder) : []);
  const keyIn = (name: string) => (name.endsWith(ending) ? name.slice(0, -ending.length) : undefined);
  return {
    get: (key) => {
      const whole = bytesOf(fileOf(key));
      const body = whole?.subarray(digits + 1);
      return body !== undefined && whole?.toString("latin1", 0, digits + 1) === `${digest(body)}\n` ? body : undefined;
    },
    put: (key, bytes) => writeWhole(fileOf(key), Buffer.concat([Buffer.from(`${digest(bytes)}\n`), bytes])),
    keys: () => new Set(namesIn().flatMap((name) => keyIn(name) ?? [])),
    prune: (needed) => {
      for (const name of namesIn())
        if (!unfinished.test(name) && !needed.has(keyIn(name) ?? ""))
          rmSync(`${folder}/${name}`, { force: true, recursive: true });
    },
  };
}

/** Values that JSON can hold by key, all in one file. */
export type Table<Value> = ReturnType<typeof openTable<Value>>;

interface Row<Value> {
  readonly line: string;
  readonly value: Value;
  /** Not read from the file: JSON may hold it in another form. */
  readonly isPut?: true;
}

/** The table in a file, a line with its own digest for each key: one cut or changed is as if never put. A file of another version is empty: give the digest of all else that the values depend on. */
export function openTable<Value>(file: string, version = "") {
  const { head, rows: read } = rowsIn<Value>(file);
  const isOurs = head?.version === version;
  let rows = isOurs ? read : new Map<string, Row<Value>>();
  let written = isOurs && head.count === rows.size ? rows : undefined;
  return {
    /** Whether the file is missing, of another version, or not what was written. */
    damaged: written === undefined,
    get: (key: string) => rows.get(key)?.value,
    /** Returns the digest of key and value. */
    put: (key: string, value: Value) => {
      const text = JSON.stringify([key, value]);
      const known = rows.get(key)?.line;
      if (known?.slice(digits + 1) === text) return known.slice(0, digits);
      const line = sealed(text);
      if (rows === written) rows = new Map(rows);
      rows.set(key, { line, value, isPut: true });
      return line.slice(0, digits);
    },
    /** All values as they are read from the file. */
    values: () =>
      Array.from(rows.values(), ({ line, value, isPut }) => (isPut ? rowIn<Value>(line.slice(digits + 1))[1] : value)),
    /** Forgets all keys but these, which then stand in this order. */
    prune: (needed: Iterable<string>) => {
      const keys = [...needed];
      const before = rows.keys();
      if (keys.length === rows.size && keys.every((key) => before.next().value === key)) return;
      rows = new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as Row<Value>]] : [])));
    },
    /** Writes the file, whole or not at all, where anything in it is other than it was read. */
    save: () => {
      if (rows === written) return;
      const lines = Array.from(rows.values(), ({ line }) => line);
      writeWhole(file, `${[sealed(JSON.stringify({ version, count: rows.size })), ...lines].join("\n")}\n`);
      written = rows;
    },
  };
}

/** The rows of a file, and its first line: without that, or with another count of rows, it is not what was written. */
function rowsIn<Value>(file: string) {
  const [first, ...lines] = bytesOf(file)?.toString().split("\n") ?? [];
  const head = opened(first);
  const rows = new Map<string, Row<Value>>();
  // Of a whole file the last is empty; else it was cut.
  for (const line of lines.slice(0, -1)) {
    const body = opened(line);
    if (body === undefined) continue;
    const [key, value] = rowIn<Value>(body);
    rows.set(key, { line, value });
  }
  return { head: head === undefined ? undefined : (JSON.parse(head) as { version: string; count: number }), rows };
}

function rowIn<Value>(body: string): [key: string, value: Value] {
  return JSON.parse(body) as [string, Value];
}

/** A line after its own digest. */
function sealed(text: string): string {
  return `${digest(text)} ${text}`;
}

/** The line without its digest; undefined where either was changed. */
function opened(text: string | undefined): string | undefined {
  const body = text?.slice(digits + 1);
  return body !== undefined && text === sealed(body) ? body : undefined;
}

/** The ending of a file's name while a process writes the file. */
const unfinished = /\.(\d+)-\d+\.part$/u;
const swept = new Set<string>();

/** Writes a file, and the folder it lies in, so that nobody ever reads half of it; where the disk is full, what stood there stays. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.${String(process.pid)}-${String(threadId)}.part`;
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  if (!swept.has(folder)) sweep(folder);
  try {
    writeFileSync(part, content);
    rename(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Takes away what killed processes left of files they were writing. */
function sweep(folder: string): void {
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = unfinished.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(`${folder}/${name}`, { force: true });
  }
}

/** Whether this machine runs a process of that id. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
