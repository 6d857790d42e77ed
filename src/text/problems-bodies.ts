type Values = Readonly<Record<string, string | number>>;
type Text = (values: Values) => { readonly what: string; readonly fix: string };

const ko = {
  "mdx-unclosed": ({ tag }) => ({
    what: `닫는 태그가 없습니다: <${tag}>`,
    fix: `<${tag} />로 쓰거나 </${tag}>로 닫고, 글자로 보이려면 앞에 \\를 붙이세요`,
  }),
  "mdx-unopened": ({ tag }) => ({
    what: `짝이 맞지 않는 닫는 태그입니다: </${tag}>`,
    fix: `앞에 <${tag}>를 넣거나 이 태그를 지우세요`,
  }),
  "mdx-comment": () => ({ what: "MDX에서는 <!-- 주석 -->을 쓸 수 없습니다", fix: "{/* 주석 */}으로 쓰세요" }),
  "mdx-angle": () => ({
    what: "< 뒤를 태그로 읽을 수 없습니다",
    fix: "글자로 보이려면 앞에 \\를 붙이고, 주소라면 [글](주소)로 쓰세요",
  }),
  "mdx-braces": () => ({
    what: "중괄호 안을 코드로 읽을 수 없습니다",
    fix: "중괄호를 그대로 보이려면 앞에 \\를 붙이세요",
  }),
  "mdx-name": ({ name }) => ({
    what: `중괄호 안의 이름을 알 수 없습니다: ${name}`,
    fix: "중괄호를 그대로 보이려면 앞에 \\를 붙이고, 값이라면 파일 앞부분에서 import하거나 export하세요",
  }),
  "mdx-component": ({ name }) => ({
    what: `불러오지 않은 컴포넌트입니다: <${name}>`,
    fix: "파일 앞부분에서 import하거나, 글자로 보이려면 앞에 \\를 붙이세요",
  }),
  "mdx-failed": ({ message }) => ({
    what: `MDX를 그리다가 멈췄습니다: ${message}`,
    fix: "이 글의 중괄호와 컴포넌트를 살펴보세요. 글자로 보이려면 앞에 \\를 붙이세요",
  }),
  "mdx-unreadable": ({ message }) => ({
    what: `MDX로 읽을 수 없습니다: ${message}`,
    fix: "태그와 중괄호의 짝을 맞추세요",
  }),
  "too-deep": ({ limit }) => ({
    what: `인용, 목록, 태그가 ${limit}겹보다 깊습니다`,
    fix: "겹친 >, -, 태그를 줄이고, 닫지 않은 태그가 있으면 닫으세요",
  }),
  "body-failed": ({ message }) => ({
    what: `본문을 HTML로 바꾸다가 멈췄습니다: ${message}`,
    fix: "글을 나누어 멈추는 단락을 찾아 고쳐 쓰고, 그 단락을 알려 주세요",
  }),
} satisfies Record<string, Text>;

const en: Record<keyof typeof ko, Text> = {
  "mdx-unclosed": ({ tag }) => ({
    what: `No closing tag: <${tag}>`,
    fix: `Write <${tag} /> or close it with </${tag}>; to show it as text put \\ before it`,
  }),
  "mdx-unopened": ({ tag }) => ({
    what: `A closing tag without its pair: </${tag}>`,
    fix: `Put <${tag}> before it or delete it`,
  }),
  "mdx-comment": () => ({ what: "<!-- comments --> do not work in MDX", fix: "Write {/* comment */}" }),
  "mdx-angle": () => ({
    what: "What follows < is no tag",
    fix: "To show it as text put \\ before it; an address is written [text](address)",
  }),
  "mdx-braces": () => ({ what: "What stands in braces is no code", fix: "To show the brace put \\ before it" }),
  "mdx-name": ({ name }) => ({
    what: `Unknown name in braces: ${name}`,
    fix: "To show the brace put \\ before it; if it is a value, import or export it at the top of the file",
  }),
  "mdx-component": ({ name }) => ({
    what: `A component that is not imported: <${name}>`,
    fix: "Import it at the top of the file; to show it as text put \\ before it",
  }),
  "mdx-failed": ({ message }) => ({
    what: `MDX stopped while it was drawn: ${message}`,
    fix: "Look at the braces and components of this post; to show them as text put \\ before them",
  }),
  "mdx-unreadable": ({ message }) => ({ what: `This is not MDX: ${message}`, fix: "Close every tag and brace" }),
  "too-deep": ({ limit }) => ({
    what: `Quotations, lists or tags are nested more than ${limit} deep`,
    fix: "Use fewer >, - or tags, and close the tags that are open",
  }),
  "body-failed": ({ message }) => ({
    what: `The text could not be made HTML: ${message}`,
    fix: "Find the paragraph that stops it by taking the text apart, rewrite it, and tell us of it",
  }),
};

/** What makes a body unreadable, by language and code. */
export const bodyMessages = { ko, en };
