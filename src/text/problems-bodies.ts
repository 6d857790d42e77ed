import type { MessageText } from "./language.ts";

const ko = {
  "mdx-unclosed": [
    "닫는 태그가 없습니다: <{tag}>",
    "<{tag} />로 쓰거나 </{tag}>로 닫고, 글자로 보이려면 앞에 \\를 붙이세요",
  ],
  "mdx-unopened": ["짝이 맞지 않는 닫는 태그입니다: </{tag}>", "앞에 <{tag}>를 넣거나 이 태그를 지우세요"],
  "mdx-comment": ["MDX에서는 <!-- 주석 -->을 쓸 수 없습니다", "{/* 주석 */}으로 쓰세요"],
  "mdx-angle": ["< 뒤를 태그로 읽을 수 없습니다", "글자로 보이려면 앞에 \\를 붙이고, 주소라면 [글](주소)로 쓰세요"],
  "mdx-braces": ["중괄호 안을 코드로 읽을 수 없습니다", "중괄호를 그대로 보이려면 앞에 \\를 붙이세요"],
  "mdx-name": [
    "중괄호 안의 이름을 알 수 없습니다: {name}",
    "중괄호를 그대로 보이려면 앞에 \\를 붙이고, 값이라면 파일 앞부분에서 import하거나 export하세요",
  ],
  "mdx-component": [
    "불러오지 않은 컴포넌트입니다: <{name}>",
    "파일 앞부분에서 import하거나, 글자로 보이려면 앞에 \\를 붙이세요",
  ],
  "mdx-failed": [
    "MDX를 그리다가 멈췄습니다: {message}",
    "이 글의 중괄호와 컴포넌트를 살펴보세요. 글자로 보이려면 앞에 \\를 붙이세요",
  ],
  "mdx-unreadable": ["MDX로 읽을 수 없습니다: {message}", "태그와 중괄호의 짝을 맞추세요"],
  "too-deep": [
    "인용, 목록, 태그가 {limit}겹보다 깊습니다",
    "겹친 >, -, 태그를 줄이고, 닫지 않은 태그가 있으면 닫으세요",
  ],
  "body-failed": [
    "본문을 HTML로 바꾸다가 멈췄습니다: {message}",
    "글을 나누어 멈추는 단락을 찾아 고쳐 쓰고, 그 단락을 알려 주세요",
  ],
} satisfies Record<string, MessageText>;

const en: Record<keyof typeof ko, MessageText> = {
  "mdx-unclosed": [
    "No closing tag: <{tag}>",
    "Write <{tag} /> or close it with </{tag}>; to show it as text put \\ before it",
  ],
  "mdx-unopened": ["A closing tag without its pair: </{tag}>", "Put <{tag}> before it or delete it"],
  "mdx-comment": ["<!-- comments --> do not work in MDX", "Write {/* comment */}"],
  "mdx-angle": [
    "What follows < is no tag",
    "To show it as text put \\ before it; an address is written [text](address)",
  ],
  "mdx-braces": ["What stands in braces is no code", "To show the brace put \\ before it"],
  "mdx-name": [
    "Unknown name in braces: {name}",
    "To show the brace put \\ before it; if it is a value, import or export it at the top of the file",
  ],
  "mdx-component": [
    "A component that is not imported: <{name}>",
    "Import it at the top of the file; to show it as text put \\ before it",
  ],
  "mdx-failed": [
    "MDX stopped while it was drawn: {message}",
    "Look at the braces and components of this post; to show them as text put \\ before them",
  ],
  "mdx-unreadable": ["This is not MDX: {message}", "Close every tag and brace"],
  "too-deep": [
    "Quotations, lists or tags are nested more than {limit} deep",
    "Use fewer >, - or tags, and close the tags that are open",
  ],
  "body-failed": [
    "The text could not be made HTML: {message}",
    "Find the paragraph that stops it by taking the text apart, rewrite it, and tell us of it",
  ],
};

/** What makes a body unreadable, by language and code. */
export const bodyMessages = { ko, en };
