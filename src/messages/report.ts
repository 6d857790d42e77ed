import type { MessageLanguage } from "#text/language.ts";
import { messageTexts, partNames } from "#text/messages.ts";
import { filled, said } from "#text/words.ts";
import { type Message, sortedMessages } from "./message.ts";

/** What a message says: `what` is the matter and how to `fix` it, which is empty where nothing is to be done. */
export function textOf({ code, file = "", values }: Message, language: MessageLanguage): { what: string; fix: string } {
  const [what = "", fix = ""] = messageTexts[code][language];
  const value = (name: string) => visible({ file, ...values }[name] ?? "");
  return { what: filled(what, value), fix: filled(fix, value) };
}

/** A value with what a terminal would obey, or turn other words round with, written out: `\\u{202e}`. */
export function visible<Value extends string | number>(value: Value): Value | string {
  if (typeof value === "number") return value;
  return value.replace(
    /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** `파일:줄:열  항목이나 주소 — 무엇이 — 이렇게 고치세요`, and the corrected line below where it is known. */
export function messageLine(message: Message, language: MessageLanguage): string {
  const { what, fix } = textOf(message, language);
  const { file, line, column, field = "", page, corrected } = message;
  const place = visible([file, line, column].filter((part) => part !== undefined).join(":"));
  const part = visible(page ?? partNames[language][field] ?? field);
  const sentence = [part, what, fix].filter((words) => words !== "").join(" — ");
  const below = (corrected?.split("\n") ?? []).map((text) => `\n    ${visible(text)}`).join("");
  return `${place === "" ? "" : `${place}  `}${sentence}${below}`;
}

/** How many messages of one kind are printed for one file before the rest are counted. */
const shownPerKind = 100;

/** All messages of one severity in order, under a line that counts them; empty where there are none. */
export function report(messages: readonly Message[], severity: Message["severity"], language: MessageLanguage): string {
  const chosen = sortedMessages(messages.filter((message) => message.severity === severity));
  if (chosen.length === 0) return "";
  // Without a line in the author's file the cause is likely one place for all: a layout, a setting.
  const kinds = Map.groupBy(chosen, ({ file = "", line, code }) => `${line === undefined ? "" : file} ${code}`);
  const hidden = new Set([...kinds.values()].flatMap((kind) => kind.slice(shownPerKind)));
  const lines = chosen.filter((message) => !hidden.has(message)).map((message) => messageLine(message, language));
  const more = [...kinds.values()].filter((kind) => kind.length > shownPerKind);
  return [
    ...(severity === "info" ? [] : [said(`counted-${severity}`, { count: chosen.length }, language)]),
    ...lines,
    ...more.map(([first, ...rest]) => `… ${moreOf(first, rest.length + 1 - shownPerKind, language)}`),
  ].join("\n");
}

/** Whether a text is a report of errors, as an error that was made of one passes it on. */
export function isErrorReport(text: string): boolean {
  return text.startsWith(`${said("counted-error", { count: /\d+/u.exec(text)?.[0] ?? "" })}\n`);
}

function moreOf(kind: Message | undefined, count: number, language: MessageLanguage): string {
  const place = kind?.line === undefined ? "" : `${kind.file ?? ""}  `;
  const what = kind === undefined ? "" : ` — ${textOf(kind, language).what}`;
  return `${place}${said("counted-more", { count }, language)}${what}`;
}
