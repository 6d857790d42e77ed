/** What the proof of the map may say, in Korean: the source that English follows. */
const ko = {
  missing: (file: string) => `사이트맵 파일이 없습니다: ${file}`,
  malformed: (file: string, why: string) => `사이트맵이 올바른 XML이 아닙니다: ${file} (${why})`,
  "too-large": (file: string, what: string) => `사이트맵 파일이 한도를 넘습니다: ${file} (${what})`,
  short: (address: string) => `사이트맵에 빠진 주소입니다: ${address}`,
  stray: (address: string) => `사이트맵에 있어서는 안 되는 주소입니다: ${address}`,
  twice: (address: string) => `사이트맵에 두 번 나오는 주소입니다: ${address}`,
  "no-page": (address: string) => `사이트맵에는 있지만 만들어지지 않은 화면입니다: ${address}`,
  more: (count: number) => `… 그 밖에 ${count}건`,
  failed: "사이트맵을 믿을 수 없어 빌드를 멈춥니다. 검색엔진에 틀린 지도를 주는 것보다 낫습니다.",
};

type MapText = typeof ko;

const en: MapText = {
  missing: (file) => `The sitemap file is missing: ${file}`,
  malformed: (file, why) => `The sitemap is not well-formed: ${file} (${why})`,
  "too-large": (file, what) => `The sitemap file is over the limit: ${file} (${what})`,
  short: (address) => `Missing from the sitemap: ${address}`,
  stray: (address) => `Must not be in the sitemap: ${address}`,
  twice: (address) => `Listed twice in the sitemap: ${address}`,
  "no-page": (address) => `In the sitemap, but no page was made: ${address}`,
  more: (count) => `… and ${count} more`,
  failed: "The build stops because the sitemap cannot be trusted.",
};

/** The map's messages in a language. */
export function mapText(language: "ko" | "en"): MapText {
  return language === "ko" ? ko : en;
}
