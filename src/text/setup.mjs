// Plain JavaScript that Node 20 reads: these words are needed before anything is installed.
const ko = {
  /** @param {string} words */
  installing: (words) => `\n필요한 패키지를 설치합니다: npm ${words}`,
  /** @param {string} words */
  npmFailed: (words) => `npm ${words} 명령이 실패했습니다. 위에 npm이 적은 원인을 고친 뒤 다시 실행하세요.`,
  /** @param {string} names */
  notLoaded: (names) =>
    `설치했지만 이 컴퓨터에서 불러오지 못했습니다: ${names}. node_modules 폴더를 지우고 npm start를 다시 실행하세요.`,
  startFirst: "아직 설치하지 않았습니다. 먼저 npm start를 한 번 실행하세요.",
  /** @param {string} version */
  bringingNode: (version) => `\n이 컴퓨터의 Node ${version}은(는) 낮아서, 서고가 쓸 Node 24를 .seogo/node에 받습니다.`,
  /** @param {string} version */
  noNode: (version) =>
    `서고에는 Node 22.18 이상이 필요합니다. 지금 것은 ${version}이고, 알맞은 것을 받지 못했습니다. https://nodejs.org/ko 에서 Node 24를 설치한 뒤 다시 실행하세요.`,
  browser: "\n테스트에 쓸 Chromium을 설치합니다.",
  noBrowser: "Chromium을 찾지도 설치하지도 못했습니다. CHROMIUM_PATH에 브라우저 경로를 적어 주세요.",
  noTests: "이 폴더는 블로그만 담고 있어 테스트가 없습니다. 글과 사이트는 npm run build가 검사합니다.",
  testSites: "\n테스트할 사이트를 빌드합니다.",
  /** @param {string} part @param {string} parts */
  noPart: (part, parts) =>
    `테스트에 ${part}라는 부분은 없습니다. ${parts} 가운데 하나를 쓰거나 테스트 파일을 적으세요.`,
  times: "\n걸린 시간",
  /** @param {string} part @param {number} seconds */
  time: (part, seconds) => `  ${part.padEnd(10)} ${seconds.toFixed(1)}초`,
};

/** @type {typeof ko} */
const en = {
  installing: (words) => `\nInstalling the packages: npm ${words}`,
  npmFailed: (words) => `npm ${words} failed. Fix what npm says above, then run this again.`,
  notLoaded: (names) =>
    `Installed, but these do not load on this computer: ${names}. Delete the node_modules folder and run npm start again.`,
  startFirst: "Nothing is installed yet. Run npm start once.",
  bringingNode: (version) => `\nNode ${version} of this computer is too old; Node 24 for Seogo goes to .seogo/node.`,
  noNode: (version) =>
    `Seogo needs Node 22.18 or later. This is ${version}, and no fitting one could be fetched. Install Node 24 from https://nodejs.org and run this again.`,
  browser: "\nInstalling a Chromium for the tests.",
  noBrowser: "No Chromium was found or could be installed. Put a browser's path into CHROMIUM_PATH.",
  noTests: "This folder holds a blog alone, without tests. npm run build checks its posts and pages.",
  testSites: "\nBuilding the sites to test.",
  noPart: (part, parts) => `The tests have no part ${part}. Name one of ${parts}, or a test file.`,
  times: "\nTime taken",
  time: (part, seconds) => `  ${part.padEnd(10)} ${seconds.toFixed(1)} s`,
};

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

/** What installing and starting say, in English where the locale begins with `en`, else in Korean. */
export const setupText = /^en/iu.test(LC_ALL || LC_MESSAGES || LANG || "") ? en : ko;
