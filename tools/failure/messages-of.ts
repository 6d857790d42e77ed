import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getSystemErrorName } from "node:util";
import { z } from "zod";
import { failureMessages } from "#messages/failure.ts";
import { errorOf, type Message, type Place } from "#messages/message.ts";
import { jsonIn } from "#reading/source-text.ts";
import type { Code } from "#text/messages.ts";
import { codeMessages, firstLine, mdxMessage, misfit } from "./code-errors.ts";
import { quotedPlace, shownPath, sourcePlace } from "./places.ts";

/** An error of the code that makes an address, with the file that holds the code. */
export class RouteError extends Error {
  override readonly name = "RouteError";
  /** Address below the site's base. */
  readonly path: string;
  /** The route's file, from the repository's root, or that of an entry whose own code failed. */
  readonly file: string;

  constructor(path: string, component: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
    const entries = causes(this).map((one) => (one as { entryFile?: string }).entryFile);
    this.file = entries.find((file) => file !== undefined) ?? component;
  }
}

/** The errors of several routes. */
export class RouteErrors extends Error {
  override readonly name = "RouteErrors";
  readonly errors: readonly RouteError[];

  constructor(errors: readonly RouteError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

/** What an author reads of an error that ended a command; never empty, never a stack. */
export function messagesOf(thrown: unknown, root: string): readonly Message[] {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const chain = causes(error);
  const routes = chain.find((one) => one instanceof RouteErrors);
  if (routes) return firstsOf(routes.errors).flatMap((one) => messagesOf(one, root));
  const route = chain.find((one) => one instanceof RouteError);
  const all = chain.filter((one) => one !== route);
  const ofRoute = route && { file: route.file, page: route.path };
  const told = (one: Error) => known(one, root, ofRoute?.file);
  const reported = all.find(failureMessages) ?? all.find((one) => told(one).length > 0);
  const messages = reported && (failureMessages(reported) ?? told(reported));
  // What is wrong in another file is no page's own.
  const isElsewhere = ({ file, line }: Message) => line !== undefined && file !== ofRoute?.file;
  if (messages) return route ? messages.map((one) => (isElsewhere(one) ? one : { ...ofRoute, ...one })) : messages;
  const innermost = all.at(-1) ?? error;
  // A place without a line is a guess at a bundle's modules; the route is known.
  const found = sourcePlace(innermost, root);
  const place = found?.line === undefined && route ? ofRoute : (found ?? settingsPlace(innermost, root));
  const values = { message: firstLine(innermost.message) || innermost.name };
  const code = place ? "code-failed" : "unexpected";
  return [errorOf(code, values, { ...ofRoute, ...place })];
}

/** Of errors in one file in the same words the first: a template fails on many pages. */
function firstsOf(errors: readonly RouteError[]): RouteError[] {
  return [...Map.groupBy(errors, ({ file, message }) => `${file} ${message}`).values()].flatMap((same) =>
    same.slice(0, 1),
  );
}

/** Where Astro's settings import the package that an error comes from; undefined where they import none of its stack. */
function settingsPlace({ stack = "" }: Error, root: string): Place | undefined {
  const file = "astro.config.mjs";
  const packages = [...stack.matchAll(/[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/gu)];
  const places = packages.map(([, name = ""]) => quotedPlace(join(root, file), name.replaceAll("\\", "/")));
  const place = places.find(({ line }) => line !== undefined);
  return place && { file, ...place };
}

function known(error: Error & { code?: string }, root: string, route?: string): readonly Message[] {
  const file = "astro.config.mjs";
  // The only schema that cannot be asked is Astro's, of its own settings.
  if (error instanceof z.core.$ZodError)
    return error.issues.map(({ message, path, ...issue }) =>
      misfit([...path, ...("keys" in issue ? issue.keys : [])].map(String), message, { file, root }),
    );
  if (error instanceof URIError)
    return globSync("src/pages/**/*%*", { cwd: root }).map((file) => errorOf("file-name-signs", {}, { file }));
  if (error.code === "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING")
    return [errorOf("package-typescript", {}, settingsPlace(error, root))];
  const one =
    unreachable(error, root) ??
    unreadable(error, root) ??
    unreadableJson(error, root) ??
    redirection(error, root) ??
    mdxMessage(error, root) ??
    systemMessage(error, root);
  return one ? [one] : codeMessages(error, root, route);
}

function causes(error: Error): Error[] {
  return error.cause instanceof Error ? [error, ...causes(error.cause)] : [error];
}

/** V8 and, in dev, Vite do not say where a module is that they cannot read; what an owner writes for Node is Astro's settings, and what they import. */
function unreadable({ name, message, stack = "" }: Error, root: string): Message | undefined {
  const isOfNode = name === "SyntaxError" && stack.includes("compileSourceTextModule");
  if (!isOfNode && !message.startsWith("Failed to parse source for import analysis")) return undefined;
  for (const file of globSync(["*.mjs", "src/owner/**/*.{js,mjs}"], { cwd: root }).sort()) {
    const { stderr } = spawnSync(process.execPath, ["--check", file], { cwd: root, encoding: "utf8" });
    const [, line, before = "", said = message] = /:(\d+)\n.*\n( *)\^[\s\S]*?^SyntaxError: (.*)$/mu.exec(stderr) ?? [];
    const at = { file: file.replaceAll("\\", "/"), line: Number(line), column: before.length + 1 };
    if (line !== undefined) return errorOf("code-syntax", { message: said }, at);
  }
  return undefined;
}

/** The bundler does not say where JSON is that it cannot read. */
function unreadableJson({ message }: Error, root: string): Message | undefined {
  if (!/builtin:vite-json| at line \d+ column \d+$/u.test(message)) return undefined;
  for (const path of globSync("src/**/*.json", { cwd: root }).sort()) {
    const found = jsonIn(readFileSync(join(root, path), "utf8").replace(/^\uFEFF/u, ""));
    if ("line" in found) return errorOf("json-unreadable", {}, { file: path.replaceAll("\\", "/"), ...found });
  }
  return undefined;
}

/** A header holds no Hangul, so a redirect to some ends before a page could be told as one. */
function redirection(error: Error, root: string): Message | undefined {
  const place = error.message.includes("to a ByteString") ? sourcePlace(error, root) : undefined;
  if (!place?.file?.startsWith("src/pages/") || !/ at (?:\S+\.)?redirect /u.test(error.stack ?? "")) return undefined;
  const from = place.file.replace(/^src\/pages|(?:\/index)?\.\w+$/gu, "");
  return errorOf("config-redirects", { from: `${from}/` }, place);
}

/** What `fetch` says where no answer comes. */
function unreachable(error: Error, root: string): Message | undefined {
  if (error.message !== "fetch failed" && error.name !== "TimeoutError") return undefined;
  // What says why lies below what says where.
  const { name, message, code, hostname = "" } = causes(error).at(-1) as Error & { code?: unknown; hostname?: string };
  const reason = typeof code === "string" ? code : name === "Error" ? message : name;
  return errorOf("unreachable", { reason: `${reason} ${hostname}`.trim() }, sourcePlace(error, root));
}

/** What the system's own codes come to. */
const named: Partial<Record<Code, string>> = {
  "no-permission": "EACCES EPERM",
  "disk-read-only": "EROFS",
  "disk-full": "ENOSPC EDQUOT",
  "file-limit": "EFBIG",
  "open-limit": "EMFILE ENFILE",
  "file-missing": "ENOENT",
  "file-in-the-way": "EEXIST ENOTDIR EISDIR ENOTEMPTY",
  "file-busy": "EBUSY ETXTBSY",
  "name-too-long": "ENAMETOOLONG",
};
const codes = new Map(
  Object.entries(named).flatMap(([code, system]) => system.split(" ").map((one) => [one, code as Code] as const)),
);

/** What the system refused, with the path it named; undefined for any other error. */
function systemMessage({ message }: Error, root: string): Message | undefined {
  // What is written in Rust, as the bundler, gives the system's number.
  const [, written = "", words, number] =
    /^(?:[\s\S]*? file in (.+)\n)?[\s\S]*?^ *(.+) \(os error (\d+)\)/mu.exec(message) ?? [];
  const said = number ? `${getSystemErrorName(-Number(number))}: ${words}, write '${written}'` : message;
  // Some steps pass an error on as text: the system's own words are the same in both. `rm` has a form of its own.
  const own = /(?<!\[postcss\] )\b(E[A-Z]{2,})[:,] (.*?)(?:(?:, (\w+)|: .*?)(?: '(.*?)')?(?: -> '(.*?)')?)?$/mu;
  const found = own.exec(said);
  // Some say in words of their own what they could not get.
  if (/\bout of memory\b|\ballocation failed$|\bENOMEM\b|^spawn \S*\s?EAGAIN$/iu.test(message))
    return errorOf("memory-limit", { message: firstLine(message) });
  if (found === null) return undefined;
  const [, code = "", reason = "", call = "", path, target] = found;
  if (code === "EADDRINUSE") return errorOf("port-taken", { port: /:(\d+)\s*$/mu.exec(message)?.[1] ?? "" });
  // Of watches the system has too few, whatever is free on the disk.
  if (call === "watch" && /^(?:ENOSPC|EMFILE)$/u.test(code)) return errorOf("watch-limit", {});
  if (call === "" && !codes.has(code)) return undefined;
  const isTarget = codes.get(code) === "file-in-the-way" || (call !== "rename" && isReadable(path));
  const file = isTarget ? (target ?? path) : path;
  const at = file ? { file: shownPath(root, file) } : {};
  return errorOf(codes.get(code) ?? "disk-trouble", { message: `${code}: ${reason}` }, at);
}

function isReadable(path = ""): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
