import fieldNames from "./field-names.json" with { type: "json" };

export interface Hiding {
  readonly key: string;
  readonly value: string;
}

/** What an author's fields say of who may see a post. */
export interface Hidden {
  /** Nobody may: the post is held back. */
  readonly held?: Hiding;
  /** Readers may, search engines may not list it. */
  readonly unindexed?: Hiding;
}

type Fields = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const yes = /^(?:true|yes|on|y|1|예|네|참)$/u;
const no = /^(?:false|no|off|n|0|아니오|아니요|거짓|null|~|)$/u;
const state =
  /^(?:(?:auto)?draft|private|secret|hidden|hide|pending|unlisted|unpublished|notpublished|notstarted|inprogress|wip|todo|idea|writing|protected|password|restricted|internal|confidential|members?|membersonly|subscribers|paid|tiers|trash|trashed|deleted|(?:in|under|pending)?review|scheduled|queued|future|archived?|onhold|blocked|planned|planning|backlog|unreleased|notpublic|초안|초고|비공개|비밀|비밀글|임시|임시글|임시저장|작성전|작성예정|작성중|쓰는중|시작전|진행중|검토중|할일|아이디어|미발행|미공개|미게시|발행전|공개전|숨김|나만보기|보호|보호글|서로이웃|이웃공개|친구공개|구독자전용|예약|예약됨|예약발행|대기|대기중|보류|보류중|보관|보관됨|미완|미완성|준비중|집필중|퇴고중|편집중|계획|계획중|기획|기획중|비활성|삭제|삭제됨|휴지통)$/u;

const isYes: Test = (value) => yes.test(word(value));
const isNo: Test = (value) => value !== null && word(value) !== "" && no.test(word(value));
const isSaid: Test = (value) => !no.test(word(value));
const isState: Test = (value) => (Array.isArray(value) ? value : [value]).some((one) => state.test(word(one)));

/** What the values of a field must say to hide its post, as `field-names.json` names it. */
const tests = {
  yes: isYes,
  no: isNo,
  said: isSaid,
  state: isState,
  /** A map or list says more than yes or no (`hide: [toc]` of MkDocs). */
  flag: (value) => typeof value !== "object" && isSaid(value),
  refusal: (value) => isNo(value) || isState(value) || word(value) === "x",
  closed: (value) => isState(value) || /^(?:false|no|0|1)$/u.test(word(value)),
  draft: (value) => /^(?:draft|private|초안|초고|비공개)$/u.test(word(value)),
  noindex: (value) => isNo(value) || /noindex|none/u.test(word(value)),
  unrendered: (value) => /^(?:never|link|false)$/u.test(word(value)),
  unlisted: (value) => /^(?:never|local|false)$/u.test(word(value)),
} satisfies Readonly<Record<string, Test>>;

/** Maps in which themes keep such fields: Hugo's `params`, Zola's `extra`. */
const nests = /^(?:params|extra|properties|seo|meta|robots|sitemap|build)$/u;
const tables = {
  held: [byKey(fieldNames.held), byKey(fieldNames.heldInBuild)],
  unindexed: [byKey(fieldNames.unindexed), byKey(fieldNames.unindexedInBuild)],
} as const;

/**
 * Which fields of a front matter hide its post, in our form or in those of other systems, and from whom. Doubt holds back:
 * a flag whose value is neither yes nor no counts as said, and no other field takes it back.
 */
export function hiddenBy(fields: Fields): Hidden {
  const listed = (of: Fields, prefix: string, at: 0 | 1) =>
    Object.entries(of).map(([key, value]) => ({ key: prefix + key, name: bareKey(key), value, at }));
  const entries = listed(fields, "", 0);
  const nested = entries.flatMap(({ key, name, value }) => {
    const isMap = nests.test(name) && typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap ? listed(value as Fields, `${key}.`, /^(?:build|sitemap)$/u.test(name) ? 1 : 0) : [];
  });
  const first = (how: keyof typeof tables): Hidden => {
    const found = [...entries, ...nested].find(({ name, value, at }) => tables[how][at].get(name)?.(value));
    return found ? { [how]: { key: found.key, value: shown(found.name, found.value) } } : {};
  };
  return { ...first("held"), ...first("unindexed") };
}

/** Whether a value of `published`, which some write as a date, says yes, no or a state. */
export function isDecision(value: unknown): boolean {
  return isYes(value) || isNo(value) || isState(value);
}

/** Whether a key is one that may hide a post, so that it is no typing error of another. */
export function mayHide(key: string): boolean {
  return [tables.held[0], tables.unindexed[0]].some((table) => table.has(bareKey(key)));
}

/** A value for messages; what a password is stays out of the logs of builds. */
function shown(name: string, value: unknown): string {
  if (/pass|pwd|비밀번호|암호/u.test(name)) return "…";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Tests by keys without case, blanks, `-` and `_`. */
function byKey(rows: readonly { readonly keys: string; readonly when: string }[]): ReadonlyMap<string, Test> {
  const named = rows.map(({ keys, when }) => ({ keys: keys.split(" "), test: tests[when as keyof typeof tests] }));
  return new Map(named.flatMap(({ keys, test }) => keys.map((key) => [key, test] as const)));
}

/** A key without case, blanks, `-` and `_`, however it was written. */
export function bareKey(key: string): string {
  return key.normalize("NFKC").toLowerCase().replace(/[ _-]/gu, "");
}

/** A value as one word: lower case, without blanks, hyphens and what stands around it (`🚧 In Progress` → `inprogress`). */
function word(value: unknown): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value ?? "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}~,]/gu, "");
}
