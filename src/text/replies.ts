/** What `npm run replies` says, in Korean: the source that English follows. */
const ko = {
  changed: (post: string, { added, changed, removed }: Lists) =>
    `${post}: 새 댓글 ${added.length}개, 고친 댓글 ${changed.length}개, 없어진 댓글 ${removed.length}개`,
  unchanged: "달라진 댓글이 없습니다.",
  dryRun: "아직 아무 파일도 쓰지 않았습니다. npm run replies로 가져오세요.",
  written: "가져왔습니다. npm run build로 사이트에 반영하세요.",
  missing: (name: string, token: string) =>
    `· ${name}: 환경 변수 ${token}이 없어 묻지 않았습니다. 있던 댓글은 그대로 둡니다.`,
  failed: (at: string, why: string) => `✗ ${at}: 답이 없습니다(${why}). 있던 댓글은 그대로 둡니다.`,
};

type Lists = Readonly<Record<"added" | "changed" | "removed", { readonly length: number }>>;

const en: typeof ko = {
  changed: (post, { added, changed, removed }) =>
    `${post}: ${added.length} new, ${changed.length} edited, ${removed.length} gone`,
  unchanged: "No reply changed.",
  dryRun: "Nothing was written yet. Run npm run replies to fetch them.",
  written: "Fetched. Run npm run build to show them.",
  missing: (name, token) => `· ${name}: not asked, for ${token} is not set. Its replies stay as they are.`,
  failed: (at, why) => `✗ ${at}: no answer (${why}). Its replies stay as they are.`,
};

/** The same in a language. */
export function repliesText(language: "ko" | "en"): typeof ko {
  return language === "ko" ? ko : en;
}
