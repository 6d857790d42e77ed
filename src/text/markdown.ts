/** Words that a rendered body says itself, in Korean: the source that English follows. */
const ko = {
  headingLink: (heading: string) => `‘${heading}’ 부분으로 가는 링크`,
  footnotes: "각주",
  /** The name of the way back to a call of the note; what is seen of those after the first, `↩2`, must be in it. */
  backToText: (note: number, call: number) => `본문 ${note}번 각주 자리로 돌아가기${call > 1 ? ` ${call}` : ""}`,
  table: "표",
  code: "코드",
  missingPicture: (alt: string) => (alt === "" ? "그림을 찾지 못했습니다" : `그림을 찾지 못했습니다: ${alt}`),
  callouts: { note: "참고", tip: "도움말", important: "중요", warning: "주의", caution: "경고" },
  unfold: "펼쳐 보기",
  done: "한 일",
  notDone: "할 일",
  drawing: "다이어그램",
  drawingSource: "다이어그램 코드 보기",
  drawingNote: "다이어그램을 그리지 못해 코드를 그대로 보여 줍니다.",
  embed: "외부 콘텐츠",
};

const en: typeof ko = {
  headingLink: (heading) => `Link to the section “${heading}”`,
  footnotes: "Footnotes",
  backToText: (note, call) => `Back to reference ${note}${call > 1 ? `, call ${call}` : ""}`,
  table: "Table",
  code: "Code",
  missingPicture: (alt) => (alt === "" ? "Picture not found" : `Picture not found: ${alt}`),
  callouts: { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" },
  unfold: "Show",
  done: "Done",
  notDone: "To do",
  drawing: "Diagram",
  drawingSource: "Code of the diagram",
  drawingNote: "This diagram could not be drawn; here is its source.",
  embed: "External content",
};

/** The words in a language. */
export function interfaceWords(language: "ko" | "en"): typeof ko {
  return language === "ko" ? ko : en;
}
