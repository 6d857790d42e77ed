import { defineSite } from "./model/site.ts";

/** The one file an owner edits. Every field is explained in docs/settings.md, in English in docs/en/settings.md. */
export const site = defineSite({
  address: "https://seogo.example/",
  title: "서고",
  description: "한국어 글이 제대로 놓이는 조용한 책장",
  // 영어 글(글.en.md)이 있을 때만 쓰입니다.
  languages: {
    en: { title: "Seogo", description: "A quiet shelf for Korean writing", author: { name: "The Stacks’ Keeper" } },
  },
  mark: "/favicon.svg",
  author: { name: "서고지기", email: "owner@seogo.example" },
});
