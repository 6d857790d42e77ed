import type { MessageText } from "./language.ts";

const ko = {
  encoding: ["UTF-8이 아니라 {encoding} 글이어서 바꾸었습니다", "깨진 글자가 없는지 보아 주세요"],
  "front-matter-repaired": [
    "글 정보(front matter) YAML에 어긋난 줄이 있어 고쳐 읽었습니다",
    "제목과 날짜가 맞는지 보아 주세요",
  ],
  "front-matter-unreadable": [
    "글 정보(front matter)를 읽을 수 없어 본문에 그대로 두었습니다",
    "글 정보를 손으로 고쳐 주세요",
  ],
  "date-odd": ["날짜 {written}을(를) 온전히 읽을 수 없습니다", "날짜를 YYYY-MM-DD로 적어 주세요"],
  "import-address-taken": [
    "주소 {address}은(는) 다른 글이나 서고가 쓰고 있어 {now}(으)로 옮겼습니다",
    "알맞은 주소를 url에 적어 주세요",
  ],
  "hidden-by-date": [
    "원본이 지금 보이지 않게 한 글(publishDate, expiryDate)이라 초안으로 두었습니다",
    "보이려면 draft 줄을 지워 주세요",
  ],
  "hidden-by-field": ["{field}(으)로 감춘 글이라 초안으로 두었습니다", "실으려면 그 줄과 draft 줄을 지워 주세요"],
  "hidden-by-place": [
    "원본 블로그가 싣지 않는 파일이거나 글 정보(front matter)를 읽을 수 없어 초안으로 두었습니다",
    "실을 글이면 draft 줄을 지워 주세요",
  ],
  unlisted: [
    "목록에 나오지 않게 한 글(build.list)이라 주소로만 열리는 페이지로 옮겼습니다",
    "목록에 올리려면 파일을 src/content/posts/로 옮겨 주세요",
  ],
  "section-page": [
    "섹션을 소개하는 글을 {address} 페이지로 옮기고 끝에 글 목록으로 가는 링크를 달았습니다",
    "그 섹션의 글을 늘어놓고 싶으면 페이지에 링크를 적어 주세요",
  ],
  "import-picture-missing": ["그림 {address} 파일이 원본에 없습니다", "파일을 글 옆에 두고 주소를 고쳐 주세요"],
  "picture-refused": [
    "그림 {address} 파일은 원본에 있지만, 깨졌거나 스크립트가 든 SVG라서 옮기지 않았습니다",
    "PNG나 JPEG로 다시 저장해 글 옆에 두어 주세요",
  ],
  "picture-elsewhere": [
    "그림 {address}은(는) 옛 블로그의 서버에 남아 있습니다",
    "옛 블로그를 닫으면 사라지니 내려받아 글 옆에 두고 주소를 고쳐 주세요",
  ],
  "mdx-dropped": [
    "MDX의 {written}을(를) 뺐습니다",
    "그 부품이 보여 주던 것을 글로 넣거나, 파일을 .mdx로 바꾸고 부품을 옮겨 와 주세요",
  ],
  "liquid-value": ["값을 알 수 없는 {written}을(를) 뺐습니다", "글에 필요한 말이면 그 자리에 적어 주세요"],
  "import-cover-missing": [
    "표지 그림 {address} 파일이 원본에 없습니다",
    "파일을 글 옆에 두거나 image 줄을 지워 주세요",
  ],
  "picture-guessed": ["그림 {address}의 자리를 이름만 보고 짐작했습니다", "맞는 그림인지 보아 주세요"],
  "link-unknown": ["링크 {address}이(가) 가리키는 글을 찾지 못했습니다", "주소를 고쳐 주세요"],
  "definition-twice": [
    "링크 이름 {written}을(를) 앞에서 이미 풀이해 {address}은(는) 쓰이지 않습니다",
    "이름을 다르게 적어 주세요",
  ],
  "tistory-link": [
    "링크 {address}은(는) 티스토리의 글로 갑니다",
    "내 글이라면 --address에 옛 블로그의 주소를 적어 다시 가져와 주세요",
  ],
  "reference-unknown": ["ref {target}이(가) 가리키는 글을 찾지 못했습니다", "주소를 고쳐 주세요"],
  "param-unknown": ["param {name}의 값을 찾지 못했습니다", "값을 적어 주세요"],
  "shortcode-unknown": ["모르는 숏코드 {name}의 안쪽 글과 값만 남겼습니다", "보기 좋게 다듬어 주세요"],
  "shortcode-unopened": ["여는 짝이 없는 숏코드 /{name}을(를) 뺐습니다", "앞뒤 글을 보아 주세요"],
  "shortcode-in-code": [
    "코드 안의 숏코드 {name}을(를) 적힌 그대로 두었습니다. Hugo는 코드 안에서도 숏코드를 돌립니다",
    "보이던 것이 필요하면 그 자리에 적어 주세요",
  ],
  "gallery-empty": ["숏코드 {name}이(가) 보여 줄 그림을 찾지 못했습니다", "그림을 직접 넣어 주세요"],
  "embed-linked": ["{name}(으)로 끼워 넣은 {address}을(를) 링크로 바꾸었습니다", "링크의 말을 다듬어 주세요"],
  "script-dropped": ["스크립트를 뺐습니다 {address}", "스크립트가 그리던 것을 글이나 그림으로 넣어 주세요"],
  "style-dropped": ["글 안의 스타일(style)을 뺐습니다", "꼭 필요하면 src/styles/owner.css에 적어 주세요"],
  "frame-empty": ["주소가 없는 {name}을(를) 뺐습니다", "보여 주려던 것을 링크로 넣어 주세요"],
  "tag-shown": ["브라우저가 감추는 {tag}을(를) 글자로 보이게 했습니다", "코드라면 백틱으로 감싸 주세요"],
  "words-kept": [
    "서고가 보여 주지 않는 <{name}>에서 글자만 남겼습니다",
    "목록으로 고쳐 적거나, 그린 것이면 SVG나 그림 파일로 두고 불러 주세요",
  ],
  "footnote-uncited": [
    "본문에서 부르지 않아 숨는 각주 {written}을(를) 그 자리의 글로 옮겼습니다",
    "본문의 알맞은 곳에 {written}을(를) 적고, 앞의 역빗금을 지워 주세요",
  ],
  "liquid-shown": ["Liquid 태그 {written}을(를) 코드로 남겼습니다", "글에 필요한 말로 바꾸어 주세요"],
  "liquid-dropped": ["틀을 짜는 Liquid 태그 {written}을(를) 뺐습니다", "그 태그가 보여 주던 것을 글로 넣어 주세요"],
  "body-unconverted": ["본문을 바꾸다가 멈추어 원본 그대로 두었습니다({reason})", "글을 손으로 다듬어 주세요"],
  "attributes-dropped": ["kramdown 속성 {written}을(를) 뺐습니다", "모양이 꼭 필요한지 보아 주세요"],
} satisfies Record<string, MessageText>;

const en: Record<keyof typeof ko, MessageText> = {
  encoding: ["was {encoding}, not UTF-8", "look for broken letters"],
  "front-matter-repaired": ["the YAML had faulty lines and was fixed", "check title and date"],
  "front-matter-unreadable": ["the front matter could not be read and stays in the body", "fix it by hand"],
  "date-odd": ["the date {written} could not be read whole", "write it as YYYY-MM-DD"],
  "import-address-taken": ["the address {address} is taken: moved to {now}", "write a fitting address into url"],
  "hidden-by-date": [
    "the source hides it today (publishDate, expiryDate): kept as a draft",
    "take the draft line out to show it",
  ],
  "hidden-by-field": ["{field} hides it: kept as a draft", "take that line and the draft line out to show it"],
  "hidden-by-place": [
    "the source does not publish such a file, or its front matter cannot be read: kept as a draft",
    "take the draft line out to show it",
  ],
  unlisted: [
    "the source keeps it out of lists (build.list): it is a page that only its address opens",
    "move the file to src/content/posts/ to list it",
  ],
  "section-page": [
    "the words about a section became the page {address}, with a link to all posts at its end",
    "write links to the section's posts if you want them listed",
  ],
  "import-picture-missing": ["the source has no file for the picture {address}", "put the file beside the post"],
  "picture-refused": [
    "the picture {address} is there, but broken, or an SVG with script in it",
    "save it again as PNG or JPEG beside the post",
  ],
  "picture-elsewhere": [
    "the picture {address} stays on the old blog's server",
    "it goes when the old blog goes: put its file beside the post",
  ],
  "mdx-dropped": [
    "{written} of MDX went",
    "put in as text what it showed, or rename the file to .mdx and bring the component",
  ],
  "liquid-value": ["{written}, whose value is not known, went", "write what the post needs instead"],
  "import-cover-missing": [
    "the source has no file for the cover {address}",
    "put the file beside the post or take the image line out",
  ],
  "picture-guessed": ["the place of the picture {address} was guessed by its name", "check that it is the right one"],
  "link-unknown": ["no page found for the link {address}", "fix the address"],
  "definition-twice": ["{written} is defined before, so {address} is not used", "give it another name"],
  "tistory-link": [
    "the link {address} leads to a post of Tistory",
    "if it is yours, import again with --address and the old blog's address",
  ],
  "reference-unknown": ["no page found for ref {target}", "fix the address"],
  "param-unknown": ["no value found for param {name}", "write the value"],
  "shortcode-unknown": ["of the unknown shortcode {name} only text and arguments stay", "give it a fitting form"],
  "shortcode-unopened": ["the closing shortcode /{name} opens nowhere and went", "look at the text around it"],
  "shortcode-in-code": [
    "the shortcode {name} stays in code as written, where Hugo runs it",
    "write there what it showed, if it is needed",
  ],
  "gallery-empty": ["no pictures found for the shortcode {name}", "put the pictures in by hand"],
  "embed-linked": ["{address}, embedded by {name}, became a link", "better the link's words"],
  "script-dropped": ["a script went {address}", "put in as text or picture what it drew"],
  "style-dropped": ["a style element went", "write it into src/styles/owner.css if it is needed"],
  "frame-empty": ["a {name} without an address went", "put in a link"],
  "tag-shown": ["{tag}, which a browser hides, is now shown as text", "put it between backticks if it is code"],
  "words-kept": [
    "of <{name}>, which Seogo does not show, only the words stay",
    "make a list of it, or a picture file if it is drawn",
  ],
  "footnote-uncited": [
    "nothing in the text cites the footnote {written}: it stands as a paragraph",
    "cite it where it belongs and take the backslash before it out",
  ],
  "liquid-shown": ["the Liquid tag {written} stays as code", "write what the post needs instead"],
  "liquid-dropped": ["the Liquid tag {written} went", "write what it showed"],
  "body-unconverted": ["converting the body failed, it stays as it was ({reason})", "fix the post by hand"],
  "attributes-dropped": ["the kramdown attributes {written} went", "see whether the look is needed"],
};

/** Doubtful places of an import, by language and code. */
export const importWarnings = { ko, en };

/** What may be doubtful about an imported page. */
export type ImportWarningCode = keyof typeof ko;
