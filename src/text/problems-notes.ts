type Values = Readonly<Record<string, string | number>>;
type Text = (values: Values) => { readonly what: string; readonly fix?: string };

const kinds: Readonly<Record<string, string>> = { category: "카테고리", tag: "태그", series: "시리즈" };

const ko = {
  "future-post": ({ title, when }) => ({ what: `‘${title}’: ${when}에 나옵니다` }),
  "future-shown": ({ title, when }) => ({
    what: `‘${title}’: ${when}에 나올 예약 글입니다. 지금은 이 페이지에만 보입니다`,
  }),
  "drafts-held": ({ count }) => ({ what: `초안 ${count}편은 싣지 않습니다` }),
  "drafts-shown": ({ count }) => ({ what: `초안 ${count}편을 함께 보입니다. 공개할 때는 빠집니다` }),
  "held-back": ({ value }) => ({
    what: `숨긴 글로 읽어 싣지 않습니다(${value})`,
    fix: "실으려면 이 줄을 지우세요",
  }),
  expired: ({ when }) => ({
    what: `내리는 날(${when})이 지나 싣지 않습니다`,
    fix: "다시 실으려면 그 날을 미루거나 지우세요",
  }),
  unindexed: ({ value }) => ({
    what: `싣지만 검색엔진에는 알리지 않습니다(${value})`,
    fix: "알리려면 이 줄을 지우세요",
  }),
  "spelling-joined": ({ kind, label, spelling, count }) => ({
    what: `${kinds[String(kind)] ?? ""} ‘${spelling}’(${count}번)을 ‘${label}’ 아래에 묶었습니다`,
  }),
} satisfies Record<string, Text>;

const en: Record<keyof typeof ko, Text> = {
  "future-post": ({ title, when }) => ({ what: `“${title}” will appear on ${when}` }),
  "future-shown": ({ title, when }) => ({ what: `“${title}” is scheduled for ${when} and shown here only` }),
  "drafts-held": ({ count }) => ({ what: `${count} drafts are held back` }),
  "drafts-shown": ({ count }) => ({ what: `${count} drafts are shown here only; a build leaves them out` }),
  "held-back": ({ value }) => ({
    what: `read as hidden and held back (${value})`,
    fix: "delete this line to publish it",
  }),
  expired: ({ when }) => ({
    what: `held back because it expired on ${when}`,
    fix: "move or delete that date to publish it again",
  }),
  unindexed: ({ value }) => ({
    what: `published, but kept out of search engines (${value})`,
    fix: "delete this line to let them list it",
  }),
  "spelling-joined": ({ kind, label, spelling, count }) => ({
    what: `The ${kind} “${spelling}” (${count} times) was joined under “${label}”`,
  }),
};

/** What a build tells that is nobody's mistake, by language and code. */
export const noteMessages = { ko, en };
