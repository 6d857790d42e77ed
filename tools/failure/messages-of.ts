import { z } from "zod";
import { failureMessages } from "#messages/failure.ts";
import type { Message } from "#messages/message.ts";
import { codeMessages, firstLine } from "./code-errors.ts";
import { mdxMessage } from "./mdx-errors.ts";
import { RouteError } from "./route-error.ts";
import { sourcePlace } from "./source-place.ts";
import { systemMessage } from "./system-errors.ts";

/** What an author reads of an error that ended a command; never empty, never a stack. */
export function messagesOf(thrown: unknown, root: string): readonly Message[] {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const all = causes(error);
  const reported = all.find(failureMessages) ?? all.find((one) => known(one, root).length > 0);
  if (reported) return failureMessages(reported) ?? known(reported, root);
  const innermost = all.at(-1) ?? error;
  const route = all.find((one) => one instanceof RouteError);
  const place = sourcePlace(innermost, root) ?? (route && { file: route.component });
  const values = { message: firstLine(innermost.message) || innermost.name };
  const code = place ? "code-failed" : "unexpected";
  return [{ severity: "error", code, values, ...place, ...(route && { page: route.path }) }];
}

function known(error: Error & { code?: string }, root: string): readonly Message[] {
  if (error instanceof z.core.$ZodError) return error.issues.map(configMessage);
  const one = unreachable(error) ?? optionMessage(error) ?? mdxMessage(error, root) ?? systemMessage(error, root);
  return one ? [one] : codeMessages(error, root);
}

/** The only schema that is not ours to ask is Astro's, of its own settings. */
function configMessage({ message }: z.core.$ZodIssue): Message {
  const line = message.replace(/[*`>]/gu, "").replace(/\s+/gu, " ");
  return { severity: "error", code: "config-value", file: "astro.config.mjs", values: { message: line } };
}

function causes(error: Error): Error[] {
  return error.cause instanceof Error ? [error, ...causes(error.cause)] : [error];
}

/** What `fetch` says where no answer comes. */
function unreachable({ name, message, cause }: Error): Message | undefined {
  if (message !== "fetch failed" && name !== "TimeoutError") return undefined;
  const { code = name, hostname = "" } = (cause ?? {}) as { code?: string; hostname?: string };
  return { severity: "error", code: "unreachable", values: { reason: `${code} ${hostname}`.trim() } };
}

/** An option that `parseArgs` of node:util refuses. */
function optionMessage({ code, message }: Error & { code?: string }): Message | undefined {
  if (!code?.startsWith("ERR_PARSE_ARGS_")) return undefined;
  const option = /'(-[^' ]*)/u.exec(message)?.[1] ?? firstLine(message);
  const isValue = code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE";
  return { severity: "error", code: isValue ? "option-value" : "option-unknown", values: { option } };
}
