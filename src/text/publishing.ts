const ko = {
  built: (changed: number) =>
    changed === 0 ? "dist가 지난번과 같습니다." : `dist를 새로 놓았습니다. 바뀐 파일 ${changed}개.`,
  failed: {
    busy: "다른 빌드가 진행 중입니다. 끝난 뒤 다시 실행하세요. dist는 그대로입니다.",
    build: "빌드하지 못했습니다. dist는 지난번 그대로입니다.",
    killed: "빌드가 중단되었습니다. dist는 지난번 그대로입니다.",
  },
};

const en: typeof ko = {
  built: (changed) => (changed === 0 ? "dist is as it was." : `dist is new; ${changed} files changed.`),
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
