import { en } from "./importing-en.ts";

/** How many of something an import had to do with. */
interface ImportCounts {
  readonly pages: number;
  readonly warnings: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly kept: number;
}

const ko = {
  usage: [
    "쓰는 법: npm run import -- <블로그 폴더나 내보낸 파일(.zip, .xml, .json)>",
    "  --kind <종류>  무엇으로 만든 블로그인지(적지 않으면 파일을 보고 알아냅니다. --from도 같은 뜻입니다)",
    "  --addresses <파일>  옛 블로그의 sitemap.xml이나 RSS 파일. 글마다 옛 주소를 찾아 그대로 씁니다",
    "  --check <폴더나 주소>  가져오지 않고, 지어 둔 dist를 옛 사이트와 주소마다 견줍니다",
    "  --address <주소>  옛 블로그의 주소(예: https://이름.tistory.com). 그 주소로 건 링크를 새 글로 잇습니다",
    "  --to <폴더>    가져다 놓을 곳(적지 않으면 이 서고)",
    "  --lang <언어>  가져올 언어(all이면 모두)",
    "  --dry-run      아무것도 쓰지 않고 몇 편이 어떻게 될지만 알립니다",
    "  --force        고친 글도 덮어씁니다",
    "  --json         보고서를 JSON으로 찍습니다",
  ].join("\n"),
  targetInside: "가져다 놓을 곳이 블로그 폴더 안에 있습니다. 원본은 건드리지 않으니 --to에 다른 폴더를 적어 주세요.",
  noFolder: (folder: string) => `${folder}: 그런 폴더가 없습니다. 블로그 폴더의 경로를 확인해 주세요.`,
  badAddress: "--address에는 https://이름.tistory.com처럼 https://로 시작하는 주소를 적어 주세요.",
  noBlog: (folder: string, kinds: string) =>
    `${folder}: 어떤 블로그인지 알아보지 못해 아무것도 쓰지 않았습니다. 아는 종류: ${kinds}. 이 가운데 하나라면 --kind에 적어 주세요.`,
  noKind: (kind: string, kinds: string) => `--kind ${kind}: 모르는 종류입니다. 아는 종류: ${kinds}.`,
  noContent: (folder: string, kind: string) =>
    `${folder}: ${kind} 블로그로 읽었지만 글을 한 편도 찾지 못해 아무것도 쓰지 않았습니다. 글이 든 폴더인지 확인하거나 --kind에 다른 종류를 적어 주세요.`,
  unreadable: (file: string) => `${file}: 읽을 수 없는 파일입니다. 압축 파일이라면 풀어서 그 폴더를 적어 주세요.`,
  detected: (kind: string, reasons: string) =>
    `${kind} 블로그로 읽습니다${reasons === "" ? "" : `(${reasons})`}. 아니라면 --kind에 종류를 적어 주세요.`,
  causes: "살펴볼 곳(많은 것부터 열 가지, 모두는 import-report.md에):",
  cause: (what: string, count: number) => `  ${count}곳: ${what}`,
  newAddresses: (count: number) =>
    `${count}편은 옛 주소를 알 수 없어 새 주소를 받았습니다. 옛 블로그의 sitemap.xml이나 RSS 파일을 --addresses에 적어 다시 가져오면 옛 주소를 찾아 씁니다.`,
  noDist: (folder: string) => `${folder}: 지어 둔 사이트가 없습니다. 먼저 npm run build를 실행해 주세요.`,
  noOld: (place: string) =>
    `${place}: 옛 사이트의 주소를 하나도 찾지 못했습니다. 지어 둔 폴더나 sitemap.xml이 있는 주소를 적어 주세요.`,
  checked: (counts: { all: number; same: number; led: number; lost: number; words: number }) =>
    `옛 주소 ${counts.all}개 가운데 그대로 열리는 것 ${counts.same}개, 새 주소로 이어지는 것 ${counts.led}개, 열리지 않는 것 ${counts.lost}개. 옛 글의 낱말이 빠진 페이지 ${counts.words}개. 하나하나는 import-check.md에 적었습니다.`,
  checkTitle: "옛 사이트와 견준 결과",
  checkLost: "열리지 않는 옛 주소",
  checkLed: "새 주소로 이어지는 옛 주소",
  checkWords: "옛 글의 낱말이 빠진 페이지",
  total: {
    posts: "글과 페이지",
    words: "낱말",
    pictures: "그림",
    kept: "그대로인 주소",
    led: "새 주소로 이어지는 옛 주소",
    new: "새로 받은 주소",
    lost: "사라지는 옛 주소",
    drafts: "초안으로 둔 글",
  },
  count: "수",
  lost: "옛 주소인데 답할 글이 없는 것",
  progress: (done: number, all: number) => `${all}편 가운데 ${done}편을 옮겼습니다`,
  done: (counts: ImportCounts) =>
    `${counts.pages}편을 가져왔습니다. 새 파일 ${counts.new}개, 바뀐 파일 ${counts.changed}개, 그대로인 파일 ${counts.same}개, 이미 있거나 고친 것이라 건드리지 않은 파일 ${counts.kept}개. 살펴볼 곳 ${counts.warnings}군데는 import-report.md에 적어 두었습니다.`,
  planned: (counts: ImportCounts) =>
    `${counts.pages}편을 가져올 수 있습니다. 새 파일 ${counts.new}개, 바뀔 파일 ${counts.changed}개, 그대로인 파일 ${counts.same}개, 이미 있거나 고친 것이라 건드리지 않을 파일 ${counts.kept}개. 살펴볼 곳 ${counts.warnings}군데. 아직 아무것도 쓰지 않았습니다. 글마다의 사정은 --json을 함께 붙이면 보입니다.`,
  reportTitle: "가져오기 보고서",
  settings: "src/site.config.ts에 옮겨 적을 만한 설정",
  settingsNote: "글마다 url을 적어 두었으니 이 설정이 없어도 글의 주소는 바뀌지 않습니다.",
  newNote:
    "새 주소로 적은 글은 옛 주소를 알 수 없던 글입니다. 옛 블로그의 sitemap.xml이나 RSS 파일을 --addresses에 적어 다시 가져오면 옛 주소를 찾아 씁니다.",
  isNew: "새 주소",
  pages: "글",
  address: "주소",
  aliases: "옛 주소",
  aside: "원본을 둔 곳",
  translations: "서로 옮긴 글",
  translationsNote:
    'src/site.config.ts에 `languages: { en: { title: "블로그 이름" } }`처럼 적은 언어의 글은 따로 목록이 생기고 옮긴 글과 이어집니다. 짝은 파일 이름(글.md, 글.en.md)과 글 정보(front matter)의 translationKey에 있습니다.',
  left: "글이 되지 않은 파일",
  otherLanguages: "가져오지 않은 다른 언어의 글",
  asides: "옮기지 않은 파일",
  kept: "이미 있거나 고친 흔적이 있어 덮어쓰지 않은 파일(덮어쓰려면 --force)",
  reasons: {
    "left-section": "섹션의 이름이나 설정만 적힌 _index 파일입니다",
    "left-section-aside":
      "서고가 스스로 만드는 목록(홈, 글, 카테고리, 태그)을 소개하는 _index 파일입니다. 보이고 싶은 말은 src/content/pages/의 페이지에 적어 주세요",
    "left-resource": "다른 글에 딸린 파일입니다. 필요한 말은 그 글에 옮겨 적어 주세요",
    "left-foreign": "읽을 수 없는 형식입니다. 마크다운으로 바꾼 뒤 다시 가져와 주세요",
    "left-unrendered":
      "페이지를 만들지 않도록 되어 있습니다(build.render). 글로 남기려면 src/content/posts/에 옮기고 draft: true를 적어 주세요",
    "left-headless":
      "페이지가 없는 묶음입니다(headless). 글로 남기려면 src/content/posts/에 옮기고 draft: true를 적어 주세요",
    "left-ours": "서고가 스스로 만드는 파일입니다",
    "left-active": "스크립트나 스타일이 들어 있어 옮기지 않았습니다",
    "left-broken": "그림 파일이 깨졌거나 스크립트가 든 SVG여서 옮기지 않았습니다",
    "left-empty": "서고에 같은 일을 하는 페이지가 있어 옮기지 않았습니다",
    "left-paper": "저장소를 설명하는 문서라서 글로 옮기지 않았습니다",
    "left-link":
      "블로그 폴더 밖이나 다른 폴더를 가리키는 링크입니다. 가져오려면 링크 자리에 그 파일을 두고 다시 가져와 주세요",
    "left-outside": "글 폴더 밖에 있어 옮기지 않았습니다. 글이라면 그 폴더를 적어 다시 가져와 주세요",
  } as Readonly<Record<string, string>>,
  language: "ko" as "ko" | "en",
};

/** Every word an import says. */
export type ImportText = typeof ko;

const inEnglish: Readonly<Record<string, string>> = {
  "모든 글 보기": "All posts",
  "펼쳐 보기": "Show more",
  숏코드: "Shortcode",
  지도: "Map",
  동영상: "Video",
  소리: "Audio",
};

/** A word that an import writes into a page, in English where the page is not in Korean. */
export const pageWord = (word: string, korean: boolean) => (korean ? word : (inEnglish[word] ?? word));

/** The words of an import in a language. */
export function importText(language: "ko" | "en"): ImportText {
  return language === "ko" ? ko : en;
}
