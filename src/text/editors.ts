import type { MessageLanguage } from "./language.ts";

const ko = {
  written: (count: number) => `편집기 설정 파일 ${count}개를 썼습니다.`,
  schema: "서고의 글 정보(front matter)",
  posts: "글",
  pages: "페이지",
  body: "본문",
  post: "글 정보와 함께 새 글을 시작합니다.",
  fields: {
    title: "제목",
    date: "공개한 날",
    draft: "초안",
    description: "소개",
    categories: "카테고리",
    tags: "태그",
    series: "시리즈",
    image: "대표 그림",
    imageAlt: "대표 그림 설명",
    slug: "주소에 쓸 말",
  },
};

const en: typeof ko = {
  written: (count) => `${count} files for editors written.`,
  schema: "Front matter of Seogo",
  posts: "Posts",
  pages: "Pages",
  body: "Text",
  post: "Begins a post with its front matter.",
  fields: {
    title: "Title",
    date: "Date",
    draft: "Draft",
    description: "Description",
    categories: "Categories",
    tags: "Tags",
    series: "Series",
    image: "Cover picture",
    imageAlt: "Words for the cover picture",
    slug: "Words for the address",
  },
};

/** What forms of editors say. */
export function editorText(language: MessageLanguage): typeof ko {
  return language === "ko" ? ko : en;
}
