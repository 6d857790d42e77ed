import { withParticles } from "#korean/particles.ts";
import { messageTexts } from "#text/messages.ts";
import { partNames } from "#text/problems-commands.ts";
import type { MessageLanguage } from "#text/problems.ts";
import type { Message } from "./message.ts";

/** What a message says: `what` is wrong and how to `fix` it. */
export function textOf({ code, file = "", values }: Message, language: MessageLanguage): { what: string; fix: string } {
  const { what, fix } = messageTexts[language][code]({ file, ...values });
  return { what: withParticles(what), fix: withParticles(fix) };
}

/** `파일:줄:열  항목이나 주소 — 무엇이 — 이렇게 고치세요`, and the corrected line below where it is known. */
export function messageLine(message: Message, language: MessageLanguage): string {
  const { what, fix } = textOf(message, language);
  const { file, line, column, field, page, corrected } = message;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const said = [page ?? partNames[language][field ?? ""] ?? field, what, fix]
    .filter((part) => part !== undefined && part !== "")
    .join(" — ");
  const below = corrected === undefined ? "" : `\n    ${corrected.replaceAll("\n", "\n    ")}`;
  return `${place === "" ? "" : `${place}  `}${said}${below}`;
}
