import type { MessageLanguage } from "./language.ts";

const ko = {
  usage:
    "새 버전이 어디에 있는지 적으세요: npm run upgrade -- <폴더나 압축 파일(.tar.gz), git 주소[@버전]> [--dry-run] [--drop-addresses]",
  noVersion: (given: string) =>
    `서고의 버전을 찾지 못했습니다: ${given}. 폴더나 압축 파일(.tar.gz), git 주소를 적으세요.`,
  older: (mine: string, newest: string) =>
    `지금 버전(${mine})이 그곳의 최신 릴리스(${newest})보다 새것입니다. 그래도 옮기려면 주소 뒤에 @${newest}을(를) 붙이세요.`,
  putBack: "지난번에 멈춘 업그레이드를 되돌렸습니다.",
  plan: (from: string, to: string) =>
    `${from}에서 ${to}(으)로 올립니다. 글과 설정, 직접 더한 파일은 건드리지 않습니다.`,
  kinds: {
    add: "더함",
    replace: "바꿈",
    remove: "지움",
    merge: "고친 것과 합침",
    aside: "고친 것을 따로 둠",
    settings: "설정 이름 바꿈",
  },
  nothing: "이미 그 버전입니다. 바꿀 것이 없습니다.",
  newer: (versions: string) => `새 버전이 나왔습니다: ${versions}`,
  dryRun: "아무것도 바꾸지 않았습니다. 그대로 하려면 --dry-run을 빼고 실행하세요.",
  notNow: "지금 버전으로도 빌드되지 않습니다. 위의 오류를 고친 뒤 다시 실행하세요.",
  asBefore: "업그레이드를 마치지 못해, 모두 전으로 되돌렸습니다.",
  failed: "새 버전으로 빌드하지 못했습니다. 위의 오류를 보세요.",
  lost: (paths: readonly string[]) =>
    `새 버전에서는 이 페이지가 없어집니다. 없어져도 되면 --drop-addresses를 붙이세요.\n  ${paths.join("\n  ")}`,
  done: (version: string) => `${version}(으)로 올렸습니다. 바뀐 점은 CHANGELOG.md에 있습니다.`,
  aside: (folder: string) => `고쳐 쓰던 파일 가운데 합치지 못한 것은 ${folder}에 두었습니다. 새 파일에 옮겨 적으세요.`,
  siteUsage: "새 블로그를 둘 폴더를 적으세요: npm run site -- ../my-blog",
  siteTaken: (folder: string) => `${folder} 폴더가 비어 있지 않습니다. 다른 이름을 적으세요.`,
  siteMade: (folder: string) =>
    `${folder}에 새 블로그를 만들었습니다. 그 폴더에서 npm start를 실행하고, src/site.config.ts와 src/content/부터 고치세요.`,
  siteSettings: (_timeZone: string) => `  title: "내 블로그",
  description: "한국어로 쓰는 블로그",
  mark: "글",
  author: { name: "글쓴이" },`,
};

const en: typeof ko = {
  usage:
    "Say where the new version is: npm run upgrade -- <folder, archive (.tar.gz) or git address[@version]> [--dry-run] [--drop-addresses]",
  noVersion: (given) => `No version of Seogo there: ${given}. Name a folder, an archive (.tar.gz) or a git address.`,
  older: (mine, newest) =>
    `This is ${mine}, newer than the latest release there, ${newest}. To go back to it, write @${newest} after the address.`,
  putBack: "The upgrade that had stopped half way was taken back.",
  plan: (from, to) => `From ${from} to ${to}. Posts, settings and files of your own are not touched.`,
  kinds: {
    add: "added",
    replace: "replaced",
    remove: "removed",
    merge: "merged with your changes",
    aside: "your changed file is kept apart",
    settings: "settings renamed",
  },
  nothing: "This is that version already; there is nothing to change.",
  newer: (versions) => `Newer versions are out: ${versions}`,
  dryRun: "Nothing was changed. To go ahead, run this without --dry-run.",
  notNow: "The site does not build as it is. Fix the errors above, then run this again.",
  asBefore: "The upgrade could not be finished; everything is as before.",
  failed: "The new version did not build; see the errors above.",
  lost: (paths) =>
    `These pages would vanish with the new version. If they may go, add --drop-addresses.\n  ${paths.join("\n  ")}`,
  done: (version) => `This is ${version} now. CHANGELOG.md says what changed.`,
  aside: (folder) =>
    `Files that you had changed and that could not be merged are in ${folder}; bring your changes over.`,
  siteUsage: "Name a folder for the new blog: npm run site -- ../my-blog",
  siteTaken: (folder) => `${folder} is not empty; choose another name.`,
  siteMade: (folder) =>
    `A new blog stands in ${folder}. Run npm start there; begin with src/site.config.ts and src/content/.`,
  siteSettings: (timeZone) => `  language: "en",
  timeZone: "${timeZone}",
  title: "My blog",
  description: "A blog without scripts",
  mark: "M",
  author: { name: "The author" },`,
};

/** What `npm run upgrade` and `npm run site` say. */
export function upgradeText(language: MessageLanguage): typeof ko {
  return language === "en" ? en : ko;
}
