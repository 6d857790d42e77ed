import type { MessageLanguage } from "./language.ts";

const ko = {
  usage:
    '사용법: npm run new -- "글 제목" [--folder] [--date "2026-12-01 09:00"] [--slug my-post]\n  --folder  글/index.md로 만듭니다. 그림을 글과 같은 폴더에 둡니다.\n  --date    오늘 대신 쓸 날짜\n  --slug    주소와 파일 이름에 제목 대신 쓸 말',
  unreadableDate: (written: string) =>
    `날짜로 읽을 수 없습니다: ${written}. 2026-12-01이나 "2026-12-01 09:00"처럼 쓰세요.`,
  pictures: (folder: string) => `그림은 ${folder}에 두세요.`,
  exists: (file: string) => `이미 있는 파일이라 쓰지 않았습니다: ${file}`,
  made: (file: string) => `새 글을 만들었습니다: ${file}`,
  next: "본문을 쓰고 npm run dev로 보세요. 다 쓰면 draft: true를 지우세요.",
  examplesGone: "이제 예시 글은 사이트에 나오지 않습니다. examples/에는 그대로 있습니다.",
  body: "여기에 본문을 쓰세요.",
  notes: {} as Readonly<Record<string, string>>,
};

const en: typeof ko = {
  usage:
    'Usage: npm run new -- "A title" [--folder] [--date "2026-12-01 09:00"] [--slug my-post]\n  --folder  makes post/index.md, with room for pictures beside it\n  --date    a date in place of today\n  --slug    words for the address and the file name in place of the title',
  unreadableDate: (written) => `Not a date: ${written}. Write 2026-12-01 or "2026-12-01 09:00".`,
  pictures: (folder) => `Put pictures into ${folder}.`,
  exists: (file) => `Nothing written, the file exists: ${file}`,
  made: (file) => `New post: ${file}`,
  next: "Write the text and look at it with npm run dev. When it is done, delete draft: true.",
  examplesGone: "The examples are no longer part of the site. They still lie in examples/.",
  body: "Write here.",
  notes: {
    title: "The title. Without it, the first heading of the text or the file's name.",
    date: "The day of publication: `2020-06-01`, `2020-06-01 10:00` or `2020-06-01T10:00:00+09:00`. A post with a future date waits for it.",
    draft: "`true` keeps the post out of the site.",
    description: "One or two sentences about the post. Without it, the beginning of the text.",
    categories: "Categories, one or several.",
    tags: "Tags, up to 100.",
    image: "A cover picture: a file beside the post, in `public/` or in `src/content/`, or an address elsewhere.",
    imageAlt: "Words for those who cannot see the cover picture.",
  },
};

/** What `npm run new` says. */
export function newPostText(language: MessageLanguage): typeof ko {
  return language === "en" ? en : ko;
}
