import type { MessageLanguage } from "./language.ts";

const ko = {
  clean: (files: number) => `글과 페이지 ${String(files)}개를 살펴보았습니다. 고칠 곳이 없습니다.`,
  seen: (files: number) => `글과 페이지 ${String(files)}개를 살펴보았습니다.`,
  whole: {
    cp949: "CP949를 UTF-8로 바꿉니다.",
    bom: "파일 맨 앞의 BOM을 뺍니다.",
    crlf: "줄 끝을 LF로 바꿉니다.",
    nfc: "풀어 쓴 한글을 모아 씁니다(NFC).",
  },
  nothingToFix: "저절로 고칠 수 있는 곳이 없습니다.",
  ask: "이대로 고칠까요? (y/N) ",
  howToFix: "이대로 고치려면 npm run doctor -- --fix --yes를 실행하세요.",
  fixed: (files: number) => `파일 ${String(files)}개를 고쳤습니다.`,
  left: "그대로 두었습니다.",
};

const en: typeof ko = {
  clean: (files) => `Looked at ${String(files)} posts and pages; nothing to fix.`,
  seen: (files) => `Looked at ${String(files)} posts and pages.`,
  whole: {
    cp949: "CP949 becomes UTF-8.",
    bom: "The byte order mark goes.",
    crlf: "Lines end in LF.",
    nfc: "Decomposed Hangul is composed (NFC).",
  },
  nothingToFix: "Nothing that can be fixed safely.",
  ask: "Fix these? (y/N) ",
  howToFix: "To fix these, run npm run doctor -- --fix --yes.",
  fixed: (files) => `${String(files)} files fixed.`,
  left: "Left as it is.",
};

/** What `npm run doctor` says. */
export function doctorText(language: MessageLanguage): typeof ko {
  return language === "en" ? en : ko;
}
