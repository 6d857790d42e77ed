import type { MessageText } from "./language.ts";

const ko = {
  "picture-missing": [
    "그림 파일을 찾지 못했습니다: {address}",
    "글 옆이나 public/ 폴더에 파일을 두고, 대소문자까지 같은 이름으로 적으세요.",
  ],
  "picture-host": [
    "보안 정책에 적을 수 없는 서버 이름이라 그림 대신 링크를 둡니다: {address}",
    "그림을 내려받아 글 옆에 두거나, 이름에 밑줄 같은 기호가 없는 서버의 주소를 쓰세요.",
  ],
  "picture-on-disk": [
    "이 컴퓨터에만 있는 그림이라 실을 수 없습니다: {address}",
    "그림을 글 옆에 복사하고 파일 이름만 적으세요.",
  ],
  "note-embedded": [
    "다른 글은 끼워 넣지 않고 링크로 보여 줍니다: ![[{address}]]",
    "링크로 충분하면 [[…]]로 적으세요. 이 경고가 사라집니다.",
  ],
  "link-unsafe": [
    "코드를 실행할 수 있는 링크라서 글자만 남겼습니다: {address}",
    "https://로 시작하는 주소나 사이트 안의 경로를 쓰세요.",
  ],
  "link-particle": [
    "주소 ‘{address}’ 끝에 조사가 붙은 것 같습니다",
    "주소를 <…>로 감싸거나 조사 앞에서 한 칸 띄우세요.",
  ],
  "link-wiki": [
    "가리키는 글을 찾지 못해 글자만 남겼습니다: {address}",
    "글의 제목이나 파일 이름을 그대로 적었는지 확인하세요.",
  ],
  "language-unknown": [
    "색을 입힐 줄 모르는 코드 언어입니다: {language}",
    "js, python처럼 널리 쓰는 언어 이름으로 바꾸거나 text로 적으세요.",
  ],
  "markup-left": [
    "기호가 글자 그대로 보입니다: {mark}",
    "짝이 맞는지 살펴보고, 기호 그대로 쓰려면 앞에 \\를 붙이거나 `…`로 감싸세요.",
  ],
  "tag-as-text": [
    "HTML 태그가 아니어서 글자로 보여 줍니다: {mark}",
    "뜻한 대로라면 `…`로 감싸세요. 이 경고가 사라집니다.",
  ],
  "table-cells": [
    "표의 칸이 머리보다 많아 넘친 칸이 보이지 않습니다({cells}칸, 머리는 {columns}칸)",
    "칸 안의 |는 \\|로 적고, 칸이 더 필요하면 머리에도 칸을 더하세요.",
  ],
  "table-large": ["칸이 10만 개가 넘어 표로 보이지 않습니다", "표를 나누거나, 머리의 칸을 줄이세요."],
  "fence-unclosed": [
    "코드가 닫히지 않아 그 아래가 모두 코드로 보입니다",
    "코드가 끝나는 줄에 여는 줄과 같은 ```를 홀로 적으세요.",
  ],
  "more-of-kind": ["바로 앞과 같은 곳이 {count}군데 더 있습니다", "먼저 알려 드린 곳을 고치고 다시 만들어 보세요."],
  "footnote-unused": [
    "본문에서 부르지 않는 각주라서 보이지 않습니다: [^{label}]",
    "본문의 알맞은 자리에 [^{label}] 표시를 적거나, 이 각주를 지우세요.",
  ],
  "heading-no-space": ["# 뒤에 빈칸이 없어 제목이 되지 않습니다: {written}", "‘{corrected}’처럼 한 칸 띄우세요."],
  "html-embed": [
    "<{tag}>은(는) 싣지 않고 링크로 바꿨습니다: {address}",
    "이 블로그는 바깥 페이지를 끼워 넣지 않습니다. 링크로 충분한지 확인하세요.",
  ],
  "html-removed": [
    "싣지 않은 HTML이 있습니다: {written}",
    "스크립트, 스타일, 이벤트 속성은 쓸 수 없습니다. 마크다운 문법이나 src/styles/owner.css를 쓰세요.",
  ],
  "html-unclosed": ["<{tag}>의 짝이 맞지 않습니다", "여는 태그와 닫는 태그를 같은 단락이나 같은 목록 안에 두세요."],
  "math-bad": ["수식을 읽지 못했습니다: {message}", "TeX 문법을 확인하세요. 지금은 적은 그대로 보여 줍니다."],
  "diagram-not-drawn": [
    "그림(mermaid)을 그리지 못했습니다: {message}",
    "문법을 확인하세요. 지금은 원문을 보여 줍니다.",
  ],
} satisfies Record<string, MessageText>;

const en: Record<keyof typeof ko, MessageText> = {
  "picture-missing": [
    "picture “{address}” was not found",
    "Put the file beside the post or in public/, and write its name with the same case.",
  ],
  "picture-host": [
    "no security policy can name the host of picture “{address}”, so a link stands in its place",
    "Keep the picture beside the post, or use a host without signs such as _ in its name.",
  ],
  "picture-on-disk": [
    "picture “{address}” is on this computer alone",
    "Copy it beside the post and write its file name.",
  ],
  "note-embedded": [
    "another post is linked and not embedded: ![[{address}]]",
    "Write [[…]] if a link is enough, and this warning goes away.",
  ],
  "link-unsafe": [
    "link “{address}” could run code, so only its text was kept",
    "Use an address that begins with https:// or a path of this site.",
  ],
  "link-particle": [
    "address “{address}” seems to end in a Korean particle",
    "Wrap the address in <…> or put a space before the particle.",
  ],
  "link-wiki": [
    "no post was found for {address}, so only its words were kept",
    "Write the post's title or file name exactly.",
  ],
  "language-unknown": [
    "language “{language}” cannot be coloured",
    "Use a common name such as js or python, or write text.",
  ],
  "markup-left": [
    "the mark “{mark}” is shown as it is",
    "Check that it has its pair; to show it, put \\ before it or wrap it in `…`.",
  ],
  "tag-as-text": [
    "“{mark}” is not an HTML tag and is shown as text",
    "If that is meant, wrap it in `…` and this warning goes away.",
  ],
  "table-cells": [
    "a table row has more cells than its head, and the rest is not shown ({cells}, head {columns})",
    "Write | inside a cell as \\|, or add columns to the head.",
  ],
  "table-large": [
    "a table of more than 100,000 cells is shown as text",
    "Split the table, or take columns out of its head.",
  ],
  "fence-unclosed": [
    "a code block is never closed, so all below is code",
    "Put a line with the same ``` alone where the code ends.",
  ],
  "more-of-kind": ["there are {count} more places like the one before", "Fix those told first, and build again."],
  "footnote-unused": [
    "footnote [^{label}] is not shown, as the text never calls it",
    "Write [^{label}] where it belongs, or delete the footnote.",
  ],
  "heading-no-space": ["“{written}” has no space after # and is no heading", "Write “{corrected}”."],
  "html-embed": [
    "<{tag}> was turned into a link: {address}",
    "This blog embeds no outside pages. Check that the link is enough.",
  ],
  "html-removed": [
    "HTML “{written}” was left out",
    "Scripts, styles and event attributes are not allowed. Use Markdown or src/styles/owner.css.",
  ],
  "html-unclosed": ["<{tag}> has no partner", "Keep the opening and closing tags in the same paragraph or list item."],
  "math-bad": ["the formula could not be read: {message}", "Check the TeX; it is shown as written."],
  "diagram-not-drawn": [
    "the diagram (mermaid) could not be drawn: {message}",
    "Check its syntax; the source is shown.",
  ],
};

/** Messages of the Markdown room, by language and code. */
export const markdownMessages = { ko, en };
