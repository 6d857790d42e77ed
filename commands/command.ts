import "#tools/failure/end-as-message.ts";
import { createInterface } from "node:readline/promises";
import { Failure } from "#messages/failure.ts";
import { errorOf, type Message } from "#messages/message.ts";
import { messageLanguage } from "#text/language.ts";

export { given, placeOf, root } from "./setup/given.ts";

/** The language in which commands speak. */
export const language = messageLanguage();

/** Ends a command at once, for a reason that the messages have. */
export function refuse(code: Message["code"], values: Message["values"] = {}): never {
  throw new Failure([errorOf(code, values)]);
}

/** Ends a command at once, for a reason in the words of commands. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Whether the owner agrees: asked on a terminal; elsewhere only an option that was given says so. */
export async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return yes;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(?:y|yes|ㅇ|예|네)$/iu.test(answer.trim());
}
