import type { MessageText } from "./language.ts";

const publish = "새로 배포하고(npm run publish), 서버에 설정을 다시 읽히세요";

const ko = {
  "verify-status": ["페이지가 나와야 하는데 {status}로 답합니다", publish],
  "verify-redirect": ["한 번에 옮겨지지 않습니다: {to} ({status})", publish],
  "verify-header": [
    "응답에 이 헤더가 없거나 값이 다릅니다: {name}",
    "서버가 서고의 설정(_headers나 .server 폴더)을 읽는지 확인하세요",
  ],
  "verify-gone": ["거둔 글의 주소가 아직 {status}로 답합니다", publish],
  "verify-feed": ["피드로 읽을 수 없습니다", publish],
  "verify-canonical": ["canonical 주소가 다릅니다: {found}", "{wanted}"],
} satisfies Record<string, MessageText>;

const again = "Publish again (npm run publish) and have the server read its settings anew";

const en = {
  "verify-status": ["A page should stand here; the answer is {status}", again],
  "verify-redirect": ["Does not lead to a page in one step: {to} ({status})", again],
  "verify-header": [
    "A header is missing or has another value: {name}",
    "See whether the server reads our settings (_headers, or the folder .server)",
  ],
  "verify-gone": ["A post that was taken back still answers {status} here", again],
  "verify-feed": ["Cannot be read as a feed", again],
  "verify-canonical": ["Another canonical address: {found}", "{wanted}"],
} satisfies Record<keyof typeof ko, MessageText>;

/** What `npm run verify` finds on a published site, by language and code. */
export const verifyMessages = { ko, en };
