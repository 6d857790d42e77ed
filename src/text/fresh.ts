/** What `npm run fresh` says. */
const ko = {
  plan: (count: number) => `서고에 들어 있던 글과 그림 ${count}개를 지웁니다. 손댄 파일과 직접 쓴 글은 남습니다.`,
  kept: "예시로 남는 글",
  edited: "손댄 흔적이 있어 남기는 파일",
  confirm: "정말 지우려면 npm run fresh -- --yes를 실행하세요.",
  done: "예시를 비웠습니다. 다음 순서로 시작하세요.",
  steps: [
    "src/site.config.ts에 주소와 이름, 글쓴이를 적습니다. mark(이름 앞의 글자)도 정하고, 글을 나누려면 license를 고릅니다(없으면 모든 권리 보유).",
    "src/content/pages/about.md에 소개를 씁니다.",
    'npm run new "첫 글 제목"으로 첫 글을 엽니다.',
  ],
};

type FreshText = typeof ko;

const en: FreshText = {
  plan: (count) => `Removes the ${count} posts and pictures that came with Seogo. Files you edited or wrote stay.`,
  kept: "Stays as an example",
  edited: "Edited, so it stays",
  confirm: "To go ahead: npm run fresh -- --yes",
  done: "The examples are gone. Begin like this:",
  steps: [
    "Set the address, name and author in src/site.config.ts, a mark, and a license if you grant one (none: all rights reserved).",
    "Write about yourself in src/content/pages/about.md.",
    'Open your first post with npm run new "Title".',
  ],
};

/** The words of `npm run fresh` in the terminal's language. */
export function freshText(language: "ko" | "en"): FreshText {
  return language === "ko" ? ko : en;
}
