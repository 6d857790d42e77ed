import { siteMessages } from "./problems-guards-site.ts";

type Values = Readonly<Record<string, string | number>>;
type Message = (values: Values) => { readonly what: string; readonly fix: string };

const script = "글에서 이 부분을 지우거나, 링크로 바꾸세요";

const ko = {
  "script-element": ({ what }) => ({ what: `실행되는 스크립트가 있습니다: ${what}`, fix: script }),
  "event-attribute": ({ what }) => ({ what: `이벤트 속성이 있습니다: ${what}`, fix: "이 속성을 지우세요" }),
  "script-address": ({ what }) => ({
    what: `스크립트를 실행하는 주소가 있습니다: ${what}`,
    fix: "http나 https로 시작하는 주소로 바꾸세요",
  }),
  "data-address": ({ what }) => ({
    what: `문서를 품은 data: 주소가 있습니다: ${what}`,
    fix: "파일로 저장해 그 파일로 이어 주세요",
  }),
  "data-picture": ({ what }) => ({
    what: `그림이 data: 주소에 들어 있어 페이지에 나오지 않습니다: ${what}`,
    fix: "그림을 파일로 저장해 글 옆에 두세요",
  }),
  "frame-element": ({ what }) => ({ what: `다른 문서를 끌어오는 요소가 있습니다: ${what}`, fix: script }),
  "active-element": ({ what }) => ({ what: `스크립트처럼 움직이는 요소가 있습니다: ${what}`, fix: script }),
  "active-meta": ({ what }) => ({
    what: `페이지를 옮기거나 바꾸는 meta가 있습니다: ${what}`,
    fix: "주소를 옮기려면 글 정보(front matter)의 aliases를 쓰세요",
  }),
  "script-preload": ({ what }) => ({
    what: `스크립트를 미리 불러오는 링크가 있습니다: ${what}`,
    fix: "이 링크를 지우세요",
  }),
  "script-file": ({ what }) => ({
    what: `브라우저가 실행할 수 있는 파일입니다: ${what}`,
    fix: "파일을 지우거나, 내려받을 파일이면 압축해서 올리세요",
  }),
  "inline-style": ({ what }) => ({
    what: `요소에 직접 적은 스타일이 있습니다: ${what}`,
    fix: "스타일을 지우거나 src/styles/owner.css로 옮기세요",
  }),
  "style-script": ({ what }) => ({
    what: `스타일이 스크립트나 바깥 파일을 부릅니다: ${what}`,
    fix: "스타일 파일에서 이 부분을 지우세요",
  }),
  "xml-entities": ({ what }) => ({
    what: `XML 문서가 새 개체를 정의합니다: ${what}`,
    fix: "DOCTYPE을 지우고 다시 저장하세요",
  }),
  "xml-transform": ({ what }) => ({
    what: `XML 문서가 변환 문서를 부릅니다: ${what}`,
    fix: "xml-stylesheet 줄을 지우거나 CSS로 바꾸세요",
  }),
  "xml-malformed": ({ what }) => ({ what: `올바른 XML이 아닙니다: ${what}`, fix: "파일을 바르게 다시 저장하세요" }),
  "not-utf-8": ({ what }) => ({ what: `UTF-8이 아닌 파일입니다: ${what}`, fix: "UTF-8로 다시 저장하세요" }),
  "packed-copy": ({ what }) => ({
    what: `서버가 원래 파일 대신 보낼 수 있는 압축 파일입니다. 압축을 풀어야 속을 확인할 수 있습니다: ${what}`,
    fix: "파일을 지우거나, 내려받을 파일이면 zip으로 묶어 올리세요",
  }),
  "unknown-text": ({ what }) => ({
    what: `브라우저가 무엇으로 읽을지 알 수 없는 글자 파일입니다: ${what}`,
    fix: `src/site.config.ts의 plainFiles에 "${what}"를 적거나, 이름을 .txt로 바꾸세요`,
  }),
} satisfies Record<string, Message>;

const remove = "Remove it from the text, or make it a link";

const en = {
  "script-element": ({ what }) => ({ what: `A script that runs: ${what}`, fix: remove }),
  "event-attribute": ({ what }) => ({ what: `An event attribute: ${what}`, fix: "Remove the attribute" }),
  "script-address": ({ what }) => ({
    what: `An address that runs script: ${what}`,
    fix: "Use an address that begins with http or https",
  }),
  "data-address": ({ what }) => ({
    what: `A data: address that holds a document: ${what}`,
    fix: "Save it as a file and link to that file",
  }),
  "data-picture": ({ what }) => ({
    what: `A picture inside a data: address, which readers will not see: ${what}`,
    fix: "Save the picture as a file beside the post",
  }),
  "frame-element": ({ what }) => ({ what: `An element that loads another document: ${what}`, fix: remove }),
  "active-element": ({ what }) => ({ what: `An element that acts like script: ${what}`, fix: remove }),
  "active-meta": ({ what }) => ({
    what: `A meta element that moves or changes the page: ${what}`,
    fix: "To move an address, use aliases in the front matter",
  }),
  "script-preload": ({ what }) => ({ what: `A link that loads script ahead: ${what}`, fix: "Remove the link" }),
  "script-file": ({ what }) => ({
    what: `A file that browsers can run: ${what}`,
    fix: "Delete it; if it is a download, publish it as an archive",
  }),
  "inline-style": ({ what }) => ({
    what: `Style written on an element: ${what}`,
    fix: "Remove it or move it to src/styles/owner.css",
  }),
  "style-script": ({ what }) => ({
    what: `A stylesheet that calls script or an outside file: ${what}`,
    fix: "Remove this part of the stylesheet",
  }),
  "xml-entities": ({ what }) => ({
    what: `An XML document that defines entities: ${what}`,
    fix: "Remove the DOCTYPE and save again",
  }),
  "xml-transform": ({ what }) => ({
    what: `An XML document that calls a transformation: ${what}`,
    fix: "Remove the xml-stylesheet line or make it CSS",
  }),
  "xml-malformed": ({ what }) => ({ what: `Not well-formed XML: ${what}`, fix: "Save the file correctly" }),
  "not-utf-8": ({ what }) => ({ what: `A file that is not UTF-8: ${what}`, fix: "Save it as UTF-8" }),
  "packed-copy": ({ what }) => ({
    what: `A compressed file, which servers may send in place of another and whose content cannot be checked: ${what}`,
    fix: "Delete it; if it is a download, publish it as a zip archive",
  }),
  "unknown-text": ({ what }) => ({
    what: `A text file of a kind that browsers may read as anything: ${what}`,
    fix: `Add "${what}" to plainFiles in src/site.config.ts, or give its name the ending .txt`,
  }),
} satisfies Record<keyof typeof ko, Message>;

/** What the guards say, by language and code. */
export const guardMessages = { ko: { ...ko, ...siteMessages.ko }, en: { ...en, ...siteMessages.en } };

/** Every code a guard may report; each has its words in both languages. */
export type GuardCode = keyof typeof guardMessages.ko;
