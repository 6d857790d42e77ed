import type { MessageLanguage } from "./language.ts";

const ko = {
  usage:
    "사용법: npm run remove -- <글 파일이나 주소> [--yes]\n예: npm run remove -- src/content/posts/글.md, 이미 지운 글은 npm run remove -- /posts/글/",
  unknown: (given: string) =>
    `지울 글을 찾지 못했습니다: ${given}. src/content/posts/ 아래 파일이나, 공개했던 주소(src/content/addresses.txt)를 적으세요.`,
  unread: (file: string) =>
    `${file}의 글 정보(front matter)를 읽을 수 없어 주소를 모릅니다. npm run doctor가 알리는 곳을 고친 뒤 다시 실행하세요.`,
  standing: (address: string) => `${address}에는 지금도 글이 있습니다. 글을 지우려면 그 파일을 적으세요.`,
  plan: "이렇게 합니다.",
  deletes: (file: string) => `  지움    ${file}`,
  keeps: (file: string) => `  남김    ${file} (같은 폴더에 다른 글이 있습니다)`,
  takes: (address: string) => `  없앰    ${address} (서버가 410으로 답합니다. 답할 수 없는 곳에서는 404)`,
  ask: "이대로 지울까요? (y/N) ",
  howTo: "이대로 지우려면 끝에 --yes를 붙여 다시 실행하세요.",
  left: "그대로 두었습니다.",
  head: "# 글을 지우면서 없앤 주소입니다. npm run remove가 씁니다. 되살리려면 그 줄을 지우세요.",
  done: (file: string) => `마쳤습니다. ${file}과 함께 커밋한 뒤 npm run build를 실행하세요.`,
  doneUnseen: "지웠습니다. 공개한 적이 없는 글이라 적어 둘 주소는 없습니다.",
};

const en: typeof ko = {
  usage:
    "Usage: npm run remove -- <file or address of a post> [--yes]\nFor example npm run remove -- src/content/posts/post.md; where the file is gone already, npm run remove -- /posts/post/",
  unknown: (given) =>
    `No such post: ${given}. Name a file below src/content/posts/, or an address once published (src/content/addresses.txt).`,
  unread: (file) =>
    `The front matter of ${file} cannot be read, so its address is unknown. Fix what npm run doctor names, then run this again.`,
  standing: (address) => `A post stands at ${address}; to delete it, name its file.`,
  plan: "This will happen:",
  deletes: (file) => `  deleted  ${file}`,
  keeps: (file) => `  kept     ${file} (another post is in the same folder)`,
  takes: (address) => `  gone     ${address} (servers answer 410; hosts that cannot, 404)`,
  ask: "Delete these? (y/N) ",
  howTo: "To delete these, run this again with --yes at the end.",
  left: "Left as it is.",
  head: "# Addresses of posts that were taken back, written by npm run remove. Delete a line to give its address free.",
  done: (file) => `Done. Commit this with ${file}, then run npm run build.`,
  doneUnseen: "Deleted. It was never published, so there is no address to note.",
};

/** What `npm run remove` says. */
export function removingText(language: MessageLanguage): typeof ko {
  return language === "en" ? en : ko;
}
