import { messageLanguage } from "#text/language.ts";
import type { Message } from "./message.ts";
import { messageLine, report } from "./report.ts";

/** Stops a command for reasons that we can name; its text is what the author reads, and no stack distracts from it. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly messages: readonly Message[];

  constructor(messages: readonly Message[], options?: ErrorOptions) {
    super(failureText(messages), options);
    this.messages = messages;
    this.stack = "";
  }
}

/** The errors among messages as a command ends with them: counted where they are about files, for warnings may stand above. */
export function failureText(messages: readonly Message[]): string {
  const [first, ...others] = messages.filter(({ severity }) => severity === "error");
  const language = messageLanguage();
  return first && first.file === undefined && others.length === 0
    ? messageLine(first, language)
    : report(messages, "error", language);
}

/** The messages of a Failure, also of another copy of the class: Vite loads modules apart from Node. */
export function failureMessages(error: Error): readonly Message[] | undefined {
  return error.name === "Failure" && "messages" in error ? (error as Failure).messages : undefined;
}
