interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

const ko = {
  encoding: (done: number, count: number) => `그림 ${done}/${count}`,
  made: (files: number) => `파일 ${files}개를 새로 만들었습니다.`,
  exampleAddress:
    "사이트 주소가 아직 예시(seogo.example)입니다. 배포하기 전에 src/site.config.ts의 address를 여러분의 주소로 바꾸세요.",
  examplesAlone: "src/content/에 글이 없어 예시 글뿐입니다. 첫 글을 쓴 뒤에 공개하세요.",
  built: (changed: number) =>
    changed === 0 ? "dist가 지난번과 같습니다." : `dist를 새로 놓았습니다. 바뀐 파일 ${changed}개.`,
  ledgerHead: "# 한 번이라도 공개한 주소입니다. npm run publish와 npm run addresses가 씁니다. 지우지 마세요.",
  ledgerWritten: (count: number, file: string) =>
    count === 0 ? "새로 적을 주소가 없습니다." : `${file}에 주소 ${count}개를 적었습니다. 함께 커밋하세요.`,
  linksChecked: (all: number, dead: number) => `바깥 링크 ${all}개를 확인했습니다. 끊어진 링크 ${dead}개.`,
  verified: (asked: number, all: number, errors: number) =>
    `주소 ${all}개 가운데 ${asked}개를 확인했습니다. 오류 ${errors}건.${asked < all ? " 나머지는 --most를 늘려 확인하세요." : ""}`,
  buildFirst: "먼저 npm run build를 실행하세요.",
  nothingDue: "때가 되어 새로 나올 글이 없습니다.",
  unasked: (address: string) =>
    `${address} 에 물어보지 못했습니다. src/site.config.ts의 address와 네트워크를 살펴보세요.`,
  publishUsage:
    "사용법: npm run publish -- <폴더> [--due] [--keep 5] [--strict], 되돌리기: npm run publish -- <폴더> --rollback",
  searchUsage:
    '사용법: npm run search -- <공개한 폴더> [--port 8098]. src/site.config.ts에 search: "own"이 있어야 합니다.',
  nothingBefore: "되돌아갈 이전 버전이 없습니다.",
  rolledBack: (release: number) => `${release}번째 버전으로 되돌렸습니다.`,
  published: (changed: number, fresh: number) =>
    `공개했습니다. 바뀐 파일 ${changed}개.${fresh > 0 ? ` 새 주소 ${fresh}개를 주소록에 적었으니 함께 커밋하세요.` : ""}`,
  targetTaken: (folder: string) => `${folder} 폴더에 이미 다른 파일이 있습니다. 비우거나 다른 폴더를 고르세요.`,
  spentHead: "  CPU 초   비율   걸린 초",
  rooms: {
    start: "시작과 Astro(번들)",
    read: "글 읽기",
    render: "본문 만들기",
    pages: "페이지 만들기",
    feeds: "피드와 그 밖의 파일",
    proof: "검사",
    placing: "dist에 놓기",
    all: "모두",
  },
  heaviest: "휴대전화에서 처음 열 때 가장 무거운 페이지 열 개 (합계 = HTML + CSS + 글꼴 + 그림)",
  proved: ({ files, errors, warnings }: Counts) =>
    `파일 ${files}개를 검사했습니다. 오류 ${errors}건, 경고 ${warnings}건.`,
  manyFiles: (limit: number): string =>
    limit > 20_000
      ? "파일이 100,000개를 넘어 Cloudflare의 유료 요금제에도 올릴 수 없습니다. src/site.config.ts의 outputs에서 줄이거나 자기 서버를 쓰세요."
      : "파일이 20,000개를 넘어 Cloudflare의 무료 요금제에는 올릴 수 없습니다(유료는 100,000개). src/site.config.ts의 outputs에서 줄일 수 있습니다.",
  movedTitle: (site: string) => `바뀐 주소 – ${site}`,
  movedHeading: "주소가 바뀌었습니다",
  movedLink: "새 주소로 가기",
  failed: {
    busy: "다른 빌드가 진행 중입니다. 끝난 뒤 다시 실행하세요. dist는 그대로입니다.",
    build: "빌드하지 못했습니다. dist는 지난번 그대로입니다.",
    killed: "빌드가 중단되었습니다. dist는 지난번 그대로입니다.",
  },
};

const en: typeof ko = {
  encoding: (done, count) => `Pictures ${done}/${count}`,
  made: (files) => `${files} files made.`,
  exampleAddress:
    "The site's address is still the example (seogo.example). Before you publish, set address in src/site.config.ts.",
  examplesAlone: "src/content/ is empty, and the examples are not yours to publish. Write a post first.",
  built: (changed) => (changed === 0 ? "dist is as it was." : `dist is new; ${changed} files changed.`),
  ledgerHead: "# Every address ever published, written by npm run publish and npm run addresses. Do not delete lines.",
  ledgerWritten: (count, file) =>
    count === 0 ? "No new address." : `${count} addresses written to ${file}; commit it.`,
  linksChecked: (all, dead) => `${all} outside links checked, ${dead} dead.`,
  verified: (asked, all, errors) =>
    `${asked} of ${all} addresses asked, ${errors} errors.${asked < all ? " Raise --most to ask the rest." : ""}`,
  buildFirst: "Run npm run build first.",
  nothingDue: "No post has come due.",
  unasked: (address) => `${address} did not answer. Look at address in src/site.config.ts and at the network.`,
  publishUsage:
    "Usage: npm run publish -- <folder> [--due] [--keep 5] [--strict]; to go back: npm run publish -- <folder> --rollback",
  searchUsage: 'Usage: npm run search -- <published folder> [--port 8098]; src/site.config.ts must say search: "own".',
  nothingBefore: "There is no earlier release to go back to.",
  rolledBack: (release) => `Back to release ${release}.`,
  published: (changed, fresh) =>
    `Published; ${changed} files changed.${fresh > 0 ? ` ${fresh} new addresses are in the ledger; commit it.` : ""}`,
  targetTaken: (folder) => `${folder} holds other files. Empty it or choose another folder.`,
  spentHead: "   CPU s  share  clock s",
  rooms: {
    start: "start and Astro (bundling)",
    read: "reading posts",
    render: "rendering bodies",
    pages: "making pages",
    feeds: "feeds and other files",
    proof: "proof",
    placing: "placing in dist",
    all: "all",
  },
  heaviest: "The ten heaviest pages at first view on a phone (total = HTML + CSS + fonts + pictures)",
  proved: ({ files, errors, warnings }) => `${files} files proved: ${errors} errors, ${warnings} warnings.`,
  manyFiles: (limit) =>
    limit > 20_000
      ? "More than 100,000 files: over the limit of Cloudflare's paid plan too. Make fewer by outputs in src/site.config.ts, or use a server of your own."
      : "More than 20,000 files: over the limit of Cloudflare's free plan (paid: 100,000). outputs in src/site.config.ts makes fewer.",
  movedTitle: (site) => `Moved – ${site}`,
  movedHeading: "This page has moved",
  movedLink: "Go to the new address",
  failed: {
    busy: "Another build is running. Try again when it has ended; dist is untouched.",
    build: "The build failed; dist is as it was.",
    killed: "The build was stopped; dist is as it was.",
  },
};

/** What building and publishing say. */
export function publishText(language: "ko" | "en"): typeof ko {
  return language === "en" ? en : ko;
}
