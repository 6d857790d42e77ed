import { dirname, parse, resolve } from "node:path";
import { parseArgs } from "node:util";
import { failureText } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { said, type Word } from "#text/words.ts";
import { endIfTaken, isHelpAsked } from "./options.mjs";

/** The root of the site that a command is about: this repository's, unless a test names another. */
export const root = process.env["SEOGO_ROOT"] ?? dirname(dirname(import.meta.dirname));

/** A path that an owner gave, from where they stand: npm runs every script at the root. */
export function placeOf(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? "", path);
}

/** What stands behind a command: options by their kind, and, where it takes any, words; ends it, below its usage, for what it does not know. */
export function given<const Kinds extends Readonly<Record<string, "boolean" | "string">>>(kinds: Kinds, words = false) {
  const usage = said(`${parse(process.argv[1] ?? "").name}-usage` as Word);
  if (isHelpAsked) {
    console.log(usage);
    process.exit();
  }
  endIfTaken(Object.keys(kinds));
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ options: options as { [Name in keyof Kinds]: { type: Kinds[Name] } }, allowPositionals: words });
  } catch (error) {
    const { code, message } = error as Error & { code: string };
    const kind = code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" ? "option-value" : "option-unknown";
    const [, option = message] = /'(-[^' ]*|[^']*)/u.exec(message) ?? [];
    console.error(`${usage}\n${failureText([errorOf(kind, { option })])}`);
    return process.exit(1);
  }
}
