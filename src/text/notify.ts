/** What `npm run notify` says, in Korean: the source that English follows. */
const ko = {
  usage: [
    "올리기 전에:  npm run notify              공개된 사이트와 새로 빌드한 사이트의 다른 점을 보여 줍니다.",
    "올린 뒤에:    npm run notify -- --send    다른 점을 네이버와 Bing에 IndexNow로 알립니다.",
  ].join("\n"),
  notBuilt: "✗ dist에 사이트맵이 없습니다. npm run build를 먼저 하세요.",
  noKey:
    "✗ IndexNow 키가 없습니다. src/site.config.ts에 indexNowKey를 적고(영문자와 숫자 8–128자) 다시 빌드해 올린 뒤에 알리세요.",
  notUploaded: "✗ 새로 빌드한 사이트가 아직 올라가지 않았습니다. 올린 뒤에 다시 알리세요.",
  ready: "아직 아무 데도 알리지 않았습니다. npm run notify -- --send로 알리세요.",
  changed: (count: number) =>
    count === 0 ? "바뀐 주소가 없습니다." : `새로 생기거나 바뀌거나 없어진 주소 ${count}개:`,
  more: (count: number) => `  … 그 밖에 ${count}개`,
  dryRun: "아직 아무 데도 알리지 않았습니다. 사이트를 올린 뒤 npm run notify -- --send로 알리세요.",
  unreachable: (why: string) => `닿지 않습니다: ${why}`,
  status: (status: number, count: number) => {
    const meanings: Readonly<Record<number, string>> = {
      200: `주소 ${count}개를 받았습니다.`,
      202: `주소 ${count}개를 받았고, 키를 확인하는 중입니다.`,
      400: "요청의 형식이 잘못되었습니다.",
      403: "키를 인정받지 못했습니다. 키 파일이 사이트에 올라가 있는지 확인하세요.",
      422: "주소가 이 사이트의 것이 아니거나 키와 맞지 않습니다.",
      429: "너무 자주 알렸습니다. 나중에 다시 알리세요.",
    };
    return meanings[status] ?? "알 수 없는 답입니다.";
  },
};

type NotifyText = typeof ko;

const en: NotifyText = {
  usage: [
    "before the upload:  npm run notify             shows how the build differs from the published site",
    "after it:           npm run notify -- --send   tells Naver and Bing by IndexNow",
  ].join("\n"),
  notBuilt: "✗ There is no sitemap in dist. Run npm run build first.",
  noKey:
    "✗ There is no IndexNow key. Set indexNowKey in src/site.config.ts (8–128 letters or digits), build and publish.",
  notUploaded: "✗ The new build is not published yet. Publish it, then try again.",
  ready: "Nothing was sent yet. Run npm run notify -- --send.",
  changed: (count) => (count === 0 ? "No address changed." : `${count} addresses are new, changed or gone:`),
  more: (count) => `  … and ${count} more`,
  dryRun: "Nothing was sent. Publish the site, then run npm run notify -- --send.",
  unreachable: (why) => `unreachable: ${why}`,
  status: (status, count) => {
    const meanings: Readonly<Record<number, string>> = {
      200: `took ${count} addresses.`,
      202: `took ${count} addresses; the key is being checked.`,
      400: "the request is malformed.",
      403: "the key is not trusted. Is the key file published?",
      422: "the addresses are not this site's, or do not fit the key.",
      429: "too many requests. Try again later.",
    };
    return meanings[status] ?? "unknown answer.";
  },
};

/** The notifying command's words in a language. */
export function notifyText(language: "ko" | "en"): NotifyText {
  return language === "ko" ? ko : en;
}
