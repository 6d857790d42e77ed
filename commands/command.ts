import "#tools/failure/end-as-message.ts";
import { dirname, parse } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { Failure } from "#messages/failure.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { messageLanguage } from "#text/language.ts";
import { said, type Word } from "#text/words.ts";
import { endIfTaken, isHelpAsked } from "./setup/options.mjs";

/** The root of the site that a command is about: this repository's, unless a test names another. */
export const root = process.env["SEOGO_ROOT"] ?? dirname(import.meta.dirname);

/** The language in which commands speak. */
export const language = messageLanguage();

/** What stands behind a command: options by their kind, and, where it takes any, words; throws, below the command's usage, for what it does not know. */
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
    console.error(usage);
    throw error;
  }
}

/** Ends a command at once, for a reason that the messages have. */
export function refuse(code: Message["code"], values: Message["values"] = {}): never {
  throw new Failure([errorOf(code, values)]);
}

/** Ends a command, once it has nothing more to do, as one that failed for this reason. */
export function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Whether the owner agrees: asked on a terminal; elsewhere only an option that was given says so. */
export async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return yes;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(?:y|yes|ㅇ|예|네)$/iu.test(answer.trim());
}
