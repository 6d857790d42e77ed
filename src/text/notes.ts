import type { MessageLanguage } from "./problems.ts";

type Values = Readonly<Record<string, string | number>>;

const kinds: Readonly<Record<string, string>> = { category: "분류", tag: "꼬리표", series: "연재" };

const ko = {
  "future-post": ({ title, when, file }: Values) => `‘${title}’: ${when}에 나옵니다(${file}).`,
  "drafts-held": ({ count }: Values) => `초고 ${count}편은 싣지 않습니다.`,
  "held-back": ({ file, line, field, value }: Values) =>
    `${file}:${line}  ${field} — 숨긴 글로 읽어 싣지 않습니다(${value}) — 실으려면 이 줄을 지우세요`,
  expired: ({ file, when }: Values) =>
    `${file} — 내리는 날(${when})이 지나 싣지 않습니다 — 다시 실으려면 그 날을 미루거나 지우세요`,
  unindexed: ({ file, line, field, value }: Values) =>
    `${file}:${line}  ${field} — 싣지만 검색엔진에는 알리지 않습니다(${value}) — 알리려면 이 줄을 지우세요`,
  "future-shown": ({ title, when, file }: Values) =>
    `‘${title}’: ${when}에 나올 예약 글입니다. 지금은 이 화면에만 보입니다(${file}).`,
  "drafts-shown": ({ count }: Values) => `초안 ${count}편을 함께 보입니다. 펴낼 때는 빠집니다.`,
  "spelling-joined": ({ kind, label, spelling, count }: Values) =>
    `${kinds[String(kind)] ?? ""} ‘${spelling}’(${count}번)을 ‘${label}’ 아래에 묶었습니다.`,
};

const en: Record<keyof typeof ko, (values: Values) => string> = {
  "future-post": ({ title, when, file }) => `“${title}” will appear on ${when} (${file}).`,
  "drafts-held": ({ count }) => `${count} drafts are held back.`,
  "held-back": ({ file, line, field, value }) =>
    `${file}:${line}  ${field} — read as hidden and held back (${value}) — delete this line to publish it`,
  expired: ({ file, when }) =>
    `${file} — held back because it expired on ${when} — move or delete that date to publish it again`,
  unindexed: ({ file, line, field, value }) =>
    `${file}:${line}  ${field} — published, but kept out of search engines (${value}) — delete this line to let them list it`,
  "future-shown": ({ title, when, file }) => `“${title}” is scheduled for ${when} and shown here only (${file}).`,
  "drafts-shown": ({ count }) => `${count} drafts are shown here only; a build leaves them out.`,
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
