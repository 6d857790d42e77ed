interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

const ko = {
  built: (changed: number) =>
    changed === 0 ? "dist가 지난번과 같습니다." : `dist를 새로 놓았습니다. 바뀐 파일 ${changed}개.`,
  heaviest: "가장 무거운 화면 열 개",
  proved: ({ files, errors, warnings }: Counts) =>
    `파일 ${files}개를 검사했습니다. 오류 ${errors}건, 경고 ${warnings}건.`,
  unproved: "사이트 검사를 통과하지 못했습니다. 위에 적힌 곳을 고친 뒤 다시 빌드하세요.",
  movedTitle: (site: string) => `옮긴 글 – ${site}`,
  movedHeading: "글을 옮겼습니다",
  movedLink: "새 주소로 가기",
  failed: {
    busy: "다른 빌드가 진행 중입니다. 끝난 뒤 다시 실행하세요. dist는 그대로입니다.",
    build: "빌드하지 못했습니다. dist는 지난번 그대로입니다.",
    killed: "빌드가 중단되었습니다. dist는 지난번 그대로입니다.",
  },
};

const en: typeof ko = {
  built: (changed) => (changed === 0 ? "dist is as it was." : `dist is new; ${changed} files changed.`),
  heaviest: "The ten heaviest pages",
  proved: ({ files, errors, warnings }) => `${files} files proved: ${errors} errors, ${warnings} warnings.`,
  unproved: "The site did not pass its proofs. Mend the places named above and build again.",
  movedTitle: (site) => `Moved – ${site}`,
  movedHeading: "This page has moved",
  movedLink: "Go to the new address",
  failed: {
    busy: "Another build is running. Try again when it has ended; dist is untouched.",
    build: "The build failed; dist is as it was.",
    killed: "The build was stopped; dist is as it was.",
  },
};

/** What building and publishing say, in English where LANG begins with `en`, else in Korean. */
export function publishText(lang: string | undefined): typeof ko {
  return lang?.startsWith("en") ? en : ko;
}
