import type { MessageText } from "./language.ts";
import { siteMessages } from "./problems-guards-site.ts";

const script = "글에서 이 부분을 지우거나, 링크로 바꾸세요";

const ko = {
  "script-element": ["실행되는 스크립트가 있습니다: {what}", script],
  "event-attribute": ["이벤트 속성이 있습니다: {what}", "이 속성을 지우세요"],
  "script-address": ["스크립트를 실행하는 주소가 있습니다: {what}", "http나 https로 시작하는 주소로 바꾸세요"],
  "data-address": ["문서를 품은 data: 주소가 있습니다: {what}", "파일로 저장해 그 파일로 이어 주세요"],
  "data-picture": [
    "그림이 data: 주소에 들어 있어 페이지에 나오지 않습니다: {what}",
    "그림을 파일로 저장해 글 옆에 두세요",
  ],
  "frame-element": ["다른 문서를 끌어오는 요소가 있습니다: {what}", script],
  "active-element": ["스크립트처럼 움직이는 요소가 있습니다: {what}", script],
  "active-meta": [
    "페이지를 옮기거나 바꾸는 meta가 있습니다: {what}",
    "주소를 옮기려면 글 정보(front matter)의 aliases를 쓰세요",
  ],
  "script-preload": ["스크립트를 미리 불러오는 링크가 있습니다: {what}", "이 링크를 지우세요"],
  "script-file": [
    "브라우저가 실행할 수 있는 파일입니다: {what}",
    "파일을 지우거나, 내려받을 파일이면 압축해서 올리세요",
  ],
  "inline-style": ["요소에 직접 적은 스타일이 있습니다: {what}", "스타일을 지우거나 src/styles/owner.css로 옮기세요"],
  "style-script": ["스타일이 스크립트나 바깥 파일을 부릅니다: {what}", "스타일 파일에서 이 부분을 지우세요"],
  "xml-entities": ["XML 문서가 새 개체를 정의합니다: {what}", "DOCTYPE을 지우고 다시 저장하세요"],
  "xml-transform": ["XML 문서가 변환 문서를 부릅니다: {what}", "xml-stylesheet 줄을 지우거나 CSS로 바꾸세요"],
  "xml-malformed": ["올바른 XML이 아닙니다: {what}", "파일을 바르게 다시 저장하세요"],
  "not-utf-8": ["UTF-8이 아닌 파일입니다: {what}", "UTF-8로 다시 저장하세요"],
  "packed-copy": [
    "서버가 원래 파일 대신 보낼 수 있는 압축 파일입니다. 압축을 풀어야 속을 확인할 수 있습니다: {what}",
    "파일을 지우거나, 내려받을 파일이면 zip으로 묶어 올리세요",
  ],
  "unknown-text": [
    "브라우저가 무엇으로 읽을지 알 수 없는 글자 파일입니다: {what}",
    'src/site.config.ts의 plainFiles에 "{what}"를 적거나, 이름을 .txt로 바꾸세요',
  ],
} satisfies Record<string, MessageText>;

const remove = "Remove it from the text, or make it a link";

const en: Record<keyof typeof ko, MessageText> = {
  "script-element": ["A script that runs: {what}", remove],
  "event-attribute": ["An event attribute: {what}", "Remove the attribute"],
  "script-address": ["An address that runs script: {what}", "Use an address that begins with http or https"],
  "data-address": ["A data: address that holds a document: {what}", "Save it as a file and link to that file"],
  "data-picture": [
    "A picture inside a data: address, which readers will not see: {what}",
    "Save the picture as a file beside the post",
  ],
  "frame-element": ["An element that loads another document: {what}", remove],
  "active-element": ["An element that acts like script: {what}", remove],
  "active-meta": [
    "A meta element that moves or changes the page: {what}",
    "To move an address, use aliases in the front matter",
  ],
  "script-preload": ["A link that loads script ahead: {what}", "Remove the link"],
  "script-file": ["A file that browsers can run: {what}", "Delete it; if it is a download, publish it as an archive"],
  "inline-style": ["Style written on an element: {what}", "Remove it or move it to src/styles/owner.css"],
  "style-script": ["A stylesheet that calls script or an outside file: {what}", "Remove this part of the stylesheet"],
  "xml-entities": ["An XML document that defines entities: {what}", "Remove the DOCTYPE and save again"],
  "xml-transform": [
    "An XML document that calls a transformation: {what}",
    "Remove the xml-stylesheet line or make it CSS",
  ],
  "xml-malformed": ["Not well-formed XML: {what}", "Save the file correctly"],
  "not-utf-8": ["A file that is not UTF-8: {what}", "Save it as UTF-8"],
  "packed-copy": [
    "A compressed file, which servers may send in place of another and whose content cannot be checked: {what}",
    "Delete it; if it is a download, publish it as a zip archive",
  ],
  "unknown-text": [
    "A text file of a kind that browsers may read as anything: {what}",
    'Add "{what}" to plainFiles in src/site.config.ts, or give its name the ending .txt',
  ],
};

/** What the guards say, by language and code. */
export const guardMessages = { ko: { ...ko, ...siteMessages.ko }, en: { ...en, ...siteMessages.en } };

/** Every code a guard may report; each has its words in both languages. */
export type GuardCode = keyof typeof guardMessages.ko;
