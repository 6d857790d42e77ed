import type { MessageLanguage } from "./problems.ts";

type Values = Readonly<Record<string, string | number>>;

const kinds: Readonly<Record<string, string>> = { category: "분류", tag: "꼬리표", series: "연재" };

const ko = {
  "future-post": ({ title, when, file }: Values) => `‘${title}’: ${when}에 나옵니다(${file}).`,
  "drafts-held": ({ count }: Values) => `초고 ${count}편은 싣지 않습니다.`,
  "spelling-joined": ({ kind, label, spelling, count }: Values) =>
    `${kinds[String(kind)] ?? ""} ‘${spelling}’(${count}번)을 ‘${label}’ 아래에 묶었습니다.`,
};

const en: Record<keyof typeof ko, (values: Values) => string> = {
  "future-post": ({ title, when, file }) => `“${title}” will appear on ${when} (${file}).`,
  "drafts-held": ({ count }) => `${count} drafts are held back.`,
  "spelling-joined": ({ kind, label, spelling, count }) =>
    `The ${kind} “${spelling}” (${count} times) was joined under “${label}”.`,
};

const languages = { ko, en };

/** What the build tells its owner that is nobody's mistake, as one sentence. */
export function noteLine(
  note: { readonly code: keyof typeof ko; readonly values: Values },
  language: MessageLanguage,
): string {
  return languages[language][note.code](note.values);
}
