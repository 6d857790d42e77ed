import { defineSite } from "./model/site.ts";

/** The one file an owner edits. Every field is explained in README and in src/model/site.ts. */
export const site = defineSite({
  address: "https://seogo.example/",
  title: "서고",
  description: "한국어 글이 제대로 놓이는 조용한 책장",
  // npm run fresh가 지우는 예시 값: 여기부터
  license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/deed.ko" },
  footer: { text: "이 사이트에는 스크립트도 방문자 추적도 없습니다." },
  mark: "/favicon.svg",
  // 여기까지
  author: { name: "서고지기", email: "owner@seogo.example" },
});
