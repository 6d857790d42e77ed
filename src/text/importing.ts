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
