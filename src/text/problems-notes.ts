import type { MessageText } from "./language.ts";

const ko = {
  "examples-shown": [
    "src/content/가 비어 있어 예시 글(examples/)을 보입니다",
    '첫 글을 쓰면 예시는 모두 빠집니다: npm run new "글 제목"',
  ],
  "future-post": ["‘{title}’: {when}에 나옵니다"],
  "future-shown": ["‘{title}’: {when}에 나올 예약 글입니다. 지금은 이 페이지에만 보입니다"],
  "drafts-held": ["초안 {count}편은 싣지 않습니다"],
  "drafts-shown": ["초안 {count}편을 함께 보입니다. 공개할 때는 빠집니다"],
  "held-back": ["숨긴 글로 읽어 싣지 않습니다({value})", "실으려면 이 줄을 지우세요"],
  expired: ["내리는 날({when})이 지나 싣지 않습니다", "다시 실으려면 그 날을 미루거나 지우세요"],
  unindexed: ["싣지만 검색엔진에는 알리지 않습니다({value})", "알리려면 이 줄을 지우세요"],
  "category-joined": ["카테고리 ‘{spelling}’({count}번)을 ‘{label}’ 아래에 묶었습니다"],
  "tag-joined": ["태그 ‘{spelling}’({count}번)을 ‘{label}’ 아래에 묶었습니다"],
  "series-joined": ["시리즈 ‘{spelling}’({count}번)을 ‘{label}’ 아래에 묶었습니다"],
} satisfies Record<string, MessageText>;

const en: Record<keyof typeof ko, MessageText> = {
  "examples-shown": [
    "src/content/ is empty, so the examples in examples/ are shown",
    'your first post takes all of them away: npm run new "A title"',
  ],
  "future-post": ["“{title}” will appear on {when}"],
  "future-shown": ["“{title}” is scheduled for {when} and shown here only"],
  "drafts-held": ["{count} drafts are held back"],
  "drafts-shown": ["{count} drafts are shown here only; a build leaves them out"],
  "held-back": ["read as hidden and held back ({value})", "delete this line to publish it"],
  expired: ["held back because it expired on {when}", "move or delete that date to publish it again"],
  unindexed: ["published, but kept out of search engines ({value})", "delete this line to let them list it"],
  "category-joined": ["The category “{spelling}” ({count} times) was joined under “{label}”"],
  "tag-joined": ["The tag “{spelling}” ({count} times) was joined under “{label}”"],
  "series-joined": ["The series “{spelling}” ({count} times) was joined under “{label}”"],
};

/** What a build tells that is nobody's mistake, by language and code. */
export const noteMessages = { ko, en };
