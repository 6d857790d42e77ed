import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Failure } from "#messages/failure.ts";
import { errorOf, type Message, type Place } from "#messages/message.ts";
import { basePath } from "#model/address.ts";
import { type Site, siteSchema } from "#model/site.ts";
import { editDistance } from "#reading/keys.ts";
import { ourWord } from "#text/interface.ts";
import { codeMessages, firstLine } from "./code-errors.ts";
import { keyPlace } from "./places.ts";
import settingExamples from "./setting-examples.json" with { type: "json" };

const file = "src/site.config.ts";
const address = new URL(`../../${file}`, import.meta.url);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The owner's settings; throws a Failure with everything wrong in `src/site.config.ts`, each at its line. */
export function ownerSite(): Promise<Site> {
  return siteOf(import("#site.config.ts"));
}

/** The same as they are in the file now, which a dev server sees change; Node loads a module once for each version. Astro keeps to the path with which it began. */
export async function ownerSiteNow(version: string, begun: Site): Promise<Site> {
  const site = await siteOf(import(`${address.href}?${version}`));
  if (basePath(site) === basePath(begun)) return site;
  const at = { file, ...keyPlace(["address"], textOfSettings()) };
  throw new Failure([errorOf("settings-path", { path: basePath(site) }, at)]);
}

async function siteOf(loading: Promise<{ readonly site?: Site }>): Promise<Site> {
  const { site } = await loading.catch((error: unknown) => {
    throw new Failure(settingsMessages(error, textOfSettings()), { cause: error });
  });
  if (site === undefined) throw new Failure([errorOf("settings-missing", {}, { file })]);
  const { mark } = site;
  // Pages and the picture for home screens are drawn from it.
  if (mark !== false && mark.startsWith("/") && !existsSync(`${root}/public${mark}`)) {
    const at = { file, ...keyPlace(["mark"], textOfSettings()) };
    throw new Failure([errorOf("setting-file", { key: "mark", path: mark }, at)]);
  }
  return site;
}

function textOfSettings(): string {
  return existsSync(address) ? readFileSync(address, "utf8") : "";
}

function settingsMessages(error: unknown, text: string): Message[] {
  if (error instanceof z.ZodError) return error.issues.flatMap((issue) => issueMessages(issue, text));
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  if (text === "") return [errorOf("settings-missing", {}, { file })];
  const [, row, column] = /site\.config\.ts(?:\?[^:]*)?:(\d+)(?::(\d+))?/u.exec(stack) ?? [];
  const marked = (/^ *(?=\^)/mu.exec(stack)?.[0].length ?? 0) + 1;
  const at = { file, ...(row !== undefined && { line: Number(row), column: Number(column ?? marked) }) };
  const bare = name === "ReferenceError" ? /^(\S+) is not defined/u.exec(message)?.[1] : undefined;
  if (bare !== undefined) return [errorOf("settings-name", { name: bare }, at)];
  const isSyntax = name === "SyntaxError" && !/does not provide an export|not supported/u.test(message);
  if (isSyntax) return [unreadable(text, at)];
  const [missing] = codeMessages(error as Error, root);
  return [missing ?? errorOf("code-failed", { message: firstLine(message) }, at)];
}

/** The line at which the parser stopped, which tells in English alone why, and how the line should stand where that shows. */
function unreadable(text: string, at: Place): Message {
  const lines = text.split("\n");
  // Of this one, the only mistake that is found after the types are gone, nothing says where it is.
  const equals = lines.findIndex((one) => /^\s+\w+\s*=[^=>]/u.test(one));
  const line = at.line ?? Math.max(1, equals + 1);
  const read = lines.slice(0, line);
  const last = read.findLastIndex((one) => one.trim() !== "");
  const found = read[last]?.trim() ?? "";
  const meant = found
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/^(\w+)\s*=(?=[^=>])/u, "$1:");
  const place = { file, line: last + 1, column: last + 1 === line ? (at.column ?? 1) : 1 };
  return errorOf("settings-syntax", { text: found }, { ...place, ...(meant !== found && { corrected: meant }) });
}

function issueMessages(issue: z.core.$ZodIssue, text: string): Message[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...path, key], text));
  return [faultOf(issue, path, { file, ...keyPlace(path, text) })];
}

function faultOf(issue: z.core.$ZodIssue, path: readonly string[], at: Place): Message {
  const key = path.join(".");
  if (issue.code === "too_big") return errorOf("setting-large", { key, maximum: Number(issue.maximum) }, at);
  if (issue.code === "invalid_value") return errorOf("setting-choice", { key, choices: written(issue.values) }, at);
  if (issue.code !== "too_small") {
    // An item of a list is shown in its list.
    const named = path.filter((part) => !isNumber(part));
    return errorOf("setting-value", { key, example: `${named.at(-1) ?? ""}: ${exampleOf(named)}` }, at);
  }
  if (issue.origin === "string") return errorOf("setting-empty", { key }, at);
  return errorOf("setting-small", { key, minimum: Number(issue.minimum) }, at);
}

const isNumber = (part: string) => /^\d+$/u.test(part);

function unknownKey(path: readonly string[], text: string): Message {
  const key = path.at(-1) ?? "";
  const names = path.length === 1 ? Object.keys(siteSchema.shape) : [];
  const [nearest] = names
    .map((name) => ({ name, typos: editDistance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.typos - b.typos);
  const at = { file, ...keyPlace(path, text) };
  return nearest && nearest.typos <= 2
    ? errorOf("setting-typo", { key, meant: nearest.name }, at)
    : errorOf("setting-unknown", { key: path.join(".") }, at);
}

/** By the whole name of a setting, or by its last part. */
const examples: Readonly<Record<string, unknown>> = settingExamples;

/** A value that would do: the example for the key, else its default. */
function exampleOf(path: readonly string[]): string {
  const [first = "", ...below] = path;
  const known = siteSchema.shape[first as keyof typeof siteSchema.shape]?.safeParse(undefined).data;
  const usual = below.reduce<unknown>((whole, part) => Object(whole)[part], known) ?? "…";
  if (path.at(-2) === "words") return written([ourWord(path.at(-1) ?? "")]);
  return written([examples[path.join(".")] ?? examples[path.at(-1) ?? ""] ?? usual]);
}

function written(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}
