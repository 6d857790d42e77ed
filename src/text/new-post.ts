import type { MessageLanguage } from "./language.ts";

const ko = {
  usage: '제목을 따옴표로 감싸 주세요: npm run new "글 제목"',
  exists: (file: string) => `이미 있는 파일이라 쓰지 않았습니다: ${file}`,
  made: (file: string) => `새 글을 만들었습니다: ${file}`,
  next: "본문을 쓰고 npm run dev로 보세요. 다 쓰면 draft: true를 지우세요.",
  body: "여기에 본문을 쓰세요.",
};

const en: typeof ko = {
  usage: 'Put the title in quotes: npm run new "A title"',
  exists: (file) => `Nothing written, the file exists: ${file}`,
  made: (file) => `New post: ${file}`,
  next: "Write the text and look at it with npm run dev. When it is done, delete draft: true.",
  body: "Write here.",
};

/** What `npm run new` says. */
export function newPostText(language: MessageLanguage): typeof ko {
  return language === "en" ? en : ko;
}
