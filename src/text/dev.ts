import type { MessageLanguage } from "./language.ts";

const ko = {
  opened: (address: string) =>
    `\n서고가 열렸습니다: ${address}\n\n글을 저장하면 페이지가 저절로 바뀝니다. 멈추려면 Ctrl+C를 누르세요.\n`,
  served: (address: string) =>
    `\n서고가 열렸습니다: ${address}\n\n  첫 글 쓰기     npm run new "글 제목"\n  쓰면서 보기    npm run dev\n  사이트 설정    src/site.config.ts\n\n멈추려면 Ctrl+C를 누르세요.`,
  fixed: "모두 고쳤습니다.",
  goesByItself: "파일을 고쳐 저장하면 이 알림은 저절로 사라집니다.",
  close: "닫기",
};

const en: typeof ko = {
  opened: (address) =>
    `\nSeogo is open: ${address}\n\nSave a post and the page changes by itself. Press Ctrl+C to stop.\n`,
  served: (address) =>
    `\nSeogo is open: ${address}\n\n  A first post     npm run new "A title"\n  As you write     npm run dev\n  Site settings    src/site.config.ts\n\nPress Ctrl+C to stop.`,
  fixed: "All fixed.",
  goesByItself: "Fix the file and save it: this notice goes by itself.",
  close: "Close",
};

/** What the servers on one's own machine say. */
export function devText(language: MessageLanguage): typeof ko {
  return { ko, en }[language];
}
