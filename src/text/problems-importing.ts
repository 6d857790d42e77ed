type Values = Readonly<Record<string, string | number>>;
type Message = (values: Values) => { readonly what: string; readonly fix: string };

const text = (values: Values, key: string) => String(values[key] ?? "");

/** Doubtful places of an import in Korean: the source that other languages follow. */
export const importWarningsKo = {
  encoding: (v: Values) => ({
    what: `UTF-8이 아니라 ${text(v, "encoding")} 글이어서 바꾸었습니다`,
    fix: "깨진 글자가 없는지 보아 주세요",
  }),
  "front-matter-repaired": () => ({
    what: "글 정보(front matter) YAML에 어긋난 줄이 있어 고쳐 읽었습니다",
    fix: "제목과 날짜가 맞는지 보아 주세요",
  }),
  "front-matter-unreadable": () => ({
    what: "글 정보(front matter)를 읽을 수 없어 본문에 그대로 두었습니다",
    fix: "글 정보를 손으로 고쳐 주세요",
  }),
  "date-odd": (v: Values) => ({
    what: `날짜 ${text(v, "written")}을(를) 온전히 읽을 수 없습니다`,
    fix: "날짜를 YYYY-MM-DD로 적어 주세요",
  }),
  "import-address-taken": (v: Values) => ({
    what: `주소 ${text(v, "address")}은(는) 다른 글이나 서고가 쓰고 있어 ${text(v, "now")}(으)로 옮겼습니다`,
    fix: "알맞은 주소를 url에 적어 주세요",
  }),
  "hidden-by-date": () => ({
    what: "원본이 지금 보이지 않게 한 글(publishDate, expiryDate)이라 초안으로 두었습니다",
    fix: "보이려면 draft 줄을 지워 주세요",
  }),
  "hidden-by-field": (v: Values) => ({
    what: `${text(v, "field")}(으)로 감춘 글이라 초안으로 두었습니다`,
    fix: "실으려면 그 줄과 draft 줄을 지워 주세요",
  }),
  "hidden-by-place": () => ({
    what: "원본 블로그가 싣지 않는 파일이거나 글 정보(front matter)를 읽을 수 없어 초안으로 두었습니다",
    fix: "실을 글이면 draft 줄을 지워 주세요",
  }),
  unlisted: () => ({
    what: "목록에 나오지 않게 한 글(build.list)이라 주소로만 열리는 페이지로 옮겼습니다",
    fix: "목록에 올리려면 파일을 src/content/posts/로 옮겨 주세요",
  }),
  "section-page": (v: Values) => ({
    what: `섹션을 소개하는 글을 ${text(v, "address")} 페이지로 옮기고 끝에 글 목록으로 가는 링크를 달았습니다`,
    fix: "그 섹션의 글을 늘어놓고 싶으면 페이지에 링크를 적어 주세요",
  }),
  "import-picture-missing": (v: Values) => ({
    what: `그림 ${text(v, "address")} 파일이 원본에 없습니다`,
    fix: "파일을 글 옆에 두고 주소를 고쳐 주세요",
  }),
  "picture-refused": (v: Values) => ({
    what: `그림 ${text(v, "address")} 파일은 원본에 있지만, 깨졌거나 스크립트가 든 SVG라서 옮기지 않았습니다`,
    fix: "PNG나 JPEG로 다시 저장해 글 옆에 두어 주세요",
  }),
  "picture-elsewhere": (v: Values) => ({
    what: `그림 ${text(v, "address")}은(는) 옛 블로그의 서버에 남아 있습니다`,
    fix: "옛 블로그를 닫으면 사라지니 내려받아 글 옆에 두고 주소를 고쳐 주세요",
  }),
  "mdx-dropped": (v: Values) => ({
    what: `MDX의 ${text(v, "written")}을(를) 뺐습니다`,
    fix: "그 부품이 보여 주던 것을 글로 넣거나, 파일을 .mdx로 바꾸고 부품을 옮겨 와 주세요",
  }),
  "liquid-value": (v: Values) => ({
    what: `값을 알 수 없는 ${text(v, "written")}을(를) 뺐습니다`,
    fix: "글에 필요한 말이면 그 자리에 적어 주세요",
  }),
  "import-cover-missing": (v: Values) => ({
    what: `표지 그림 ${text(v, "address")} 파일이 원본에 없습니다`,
    fix: "파일을 글 옆에 두거나 image 줄을 지워 주세요",
  }),
  "picture-guessed": (v: Values) => ({
    what: `그림 ${text(v, "address")}의 자리를 이름만 보고 짐작했습니다`,
    fix: "맞는 그림인지 보아 주세요",
  }),
  "link-unknown": (v: Values) => ({
    what: `링크 ${text(v, "address")}이(가) 가리키는 글을 찾지 못했습니다`,
    fix: "주소를 고쳐 주세요",
  }),
  "definition-twice": (v: Values) => ({
    what: `링크 이름 ${text(v, "written")}을(를) 앞에서 이미 풀이해 ${text(v, "address")}은(는) 쓰이지 않습니다`,
    fix: "이름을 다르게 적어 주세요",
  }),
  "tistory-link": (v: Values) => ({
    what: `링크 ${text(v, "address")}은(는) 티스토리의 글로 갑니다`,
    fix: "내 글이라면 --address에 옛 블로그의 주소를 적어 다시 가져와 주세요",
  }),
  "reference-unknown": (v: Values) => ({
    what: `ref ${text(v, "target")}이(가) 가리키는 글을 찾지 못했습니다`,
    fix: "주소를 고쳐 주세요",
  }),
  "param-unknown": (v: Values) => ({
    what: `param ${text(v, "name")}의 값을 찾지 못했습니다`,
    fix: "값을 적어 주세요",
  }),
  "shortcode-unknown": (v: Values) => ({
    what: `모르는 숏코드 ${text(v, "name")}의 안쪽 글과 값만 남겼습니다`,
    fix: "보기 좋게 다듬어 주세요",
  }),
  "shortcode-unopened": (v: Values) => ({
    what: `여는 짝이 없는 숏코드 /${text(v, "name")}을(를) 뺐습니다`,
    fix: "앞뒤 글을 보아 주세요",
  }),
  "shortcode-in-code": (v: Values) => ({
    what: `코드 안의 숏코드 ${text(v, "name")}을(를) 적힌 그대로 두었습니다. Hugo는 코드 안에서도 숏코드를 돌립니다`,
    fix: "보이던 것이 필요하면 그 자리에 적어 주세요",
  }),
  "gallery-empty": (v: Values) => ({
    what: `숏코드 ${text(v, "name")}이(가) 보여 줄 그림을 찾지 못했습니다`,
    fix: "그림을 직접 넣어 주세요",
  }),
  "embed-linked": (v: Values) => ({
    what: `${text(v, "name")}(으)로 끼워 넣은 ${text(v, "address")}을(를) 링크로 바꾸었습니다`,
    fix: "링크의 말을 다듬어 주세요",
  }),
  "script-dropped": (v: Values) => ({
    what: `스크립트${text(v, "address") === "" ? "" : ` ${text(v, "address")}`}을(를) 뺐습니다`,
    fix: "스크립트가 그리던 것을 글이나 그림으로 넣어 주세요",
  }),
  "style-dropped": () => ({
    what: "글 안의 스타일(style)을 뺐습니다",
    fix: "꼭 필요하면 src/styles/owner.css에 적어 주세요",
  }),
  "frame-empty": (v: Values) => ({
    what: `주소가 없는 ${text(v, "name")}을(를) 뺐습니다`,
    fix: "보여 주려던 것을 링크로 넣어 주세요",
  }),
  "tag-shown": (v: Values) => ({
    what: `브라우저가 감추는 ${text(v, "tag")}을(를) 글자로 보이게 했습니다`,
    fix: "코드라면 백틱으로 감싸 주세요",
  }),
  "words-kept": (v: Values) => ({
    what: `서고가 보여 주지 않는 <${text(v, "name")}>에서 글자만 남겼습니다`,
    fix: "목록으로 고쳐 적거나, 그린 것이면 SVG나 그림 파일로 두고 불러 주세요",
  }),
  "footnote-uncited": (v: Values) => ({
    what: `본문에서 부르지 않아 숨는 각주 ${text(v, "written")}을(를) 그 자리의 글로 옮겼습니다`,
    fix: `본문의 알맞은 곳에 ${text(v, "written")}을(를) 적고, 앞의 역빗금을 지워 주세요`,
  }),
  "liquid-shown": (v: Values) => ({
    what: `Liquid 태그 ${text(v, "written")}을(를) 코드로 남겼습니다`,
    fix: "글에 필요한 말로 바꾸어 주세요",
  }),
  "liquid-dropped": (v: Values) => ({
    what: `틀을 짜는 Liquid 태그 ${text(v, "written")}을(를) 뺐습니다`,
    fix: "그 태그가 보여 주던 것을 글로 넣어 주세요",
  }),
  "body-unconverted": (v: Values) => ({
    what: `본문을 바꾸다가 멈추어 원본 그대로 두었습니다(${text(v, "reason")})`,
    fix: "글을 손으로 다듬어 주세요",
  }),
  "attributes-dropped": (v: Values) => ({
    what: `kramdown 속성 ${text(v, "written")}을(를) 뺐습니다`,
    fix: "모양이 꼭 필요한지 보아 주세요",
  }),
} satisfies Record<string, Message>;

/** What kind of warning a message is about. */
export type ImportWarningCode = keyof typeof importWarningsKo;

/** The same messages in any language. */
export type ImportWarningText = Readonly<Record<ImportWarningCode, Message>>;
