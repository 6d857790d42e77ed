type Values = Readonly<Record<string, string | number>>;
type Message = (values: Values) => { readonly what: string; readonly fix: string };

const requote = "값 전체를 따옴표로 감싸세요";

const ko = {
  "file-too-large": ({ bytes, maxBytes }) => ({
    what: `파일이 너무 큽니다(${bytes}바이트, 한도 ${maxBytes}바이트)`,
    fix: "글을 나누거나 src/site.config.ts의 maxBytes를 늘리세요",
  }),
  "encoding-not-utf8": ({ encoding, from, file }) => ({
    what: `UTF-8이 아니라 ${encoding} 파일입니다`,
    fix: `npm run doctor -- --fix로 바꾸거나, iconv -f ${from} -t utf-8 '${file}' > 새파일.md로 바꾸세요`,
  }),
  "encoding-unknown": () => ({ what: "UTF-8로 읽을 수 없는 파일입니다", fix: "편집기에서 UTF-8로 다시 저장하세요" }),
  "front-matter-open": ({ fence }) => ({
    what: "글 정보(front matter)가 닫히지 않았습니다",
    fix: `글 정보가 끝나는 줄에 ${fence} 한 줄을 넣으세요`,
  }),
  "front-matter-close": ({ found, fence }) => ({
    what: `글 정보(front matter)를 닫는 줄이 정확하지 않습니다: ‘${found}’`,
    fix: `빈칸 없이 ${fence}만 한 줄에 쓰세요`,
  }),
  "front-matter-fence": ({ found, fence }) => ({
    what: `글 정보(front matter)를 여는 줄이 정확하지 않습니다: ‘${found}’`,
    fix: `글 정보의 첫 줄과 마지막 줄을 줄 처음부터 ${fence}로 쓰세요`,
  }),
  "front-matter-missing": ({ fence }) => ({
    what: `글 정보(front matter)로 보이는데 여는 ${fence} 줄이 없습니다`,
    fix: `이 줄 위와 글 정보가 끝나는 곳에 ${fence} 한 줄씩 넣으세요. 본문이라면 앞에 다른 문장을 두세요`,
  }),
  "front-matter-below": () => ({
    what: "글 정보(front matter)로 보이는데 앞에 다른 글이 있습니다",
    fix: "글 정보를 파일 맨 위로 옮기세요. 본문의 보기라면 코드 블록(```)에 넣으세요",
  }),
  "front-matter-no-map": () => ({
    what: "글 정보(front matter)에 ‘이름: 값’이 없습니다",
    fix: "title: 제목처럼 한 줄에 하나씩 쓰세요",
  }),
  "control-character": ({ character, value }) => ({
    what: `보이지 않는 제어 문자가 있습니다: ${character ?? value}`,
    fix: "그 글자를 지우세요",
  }),
  "half-character": () => ({
    what: "짝을 잃은 반쪽 글자(서로게이트)가 있습니다",
    fix: "그 글자를 지우고 다시 쓰세요",
  }),
  "control-character-removed": ({ character }) => ({
    what: `보이지 않는 제어 문자를 빼고 싣습니다: ${character}`,
    fix: "파일에서도 지우세요",
  }),
  "yaml-alias": () => ({
    what: "YAML의 참조(*이름)는 쓸 수 없습니다",
    fix: "값을 그대로 다시 쓰거나 따옴표로 감싸세요",
  }),
  "yaml-tab": () => ({ what: "줄 앞에 탭이 있습니다", fix: "탭을 빈칸으로 바꾸세요" }),
  "yaml-quote-open": () => ({ what: "따옴표가 닫히지 않았습니다", fix: "값 끝에 같은 따옴표를 넣으세요" }),
  "yaml-needs-quotes": () => ({ what: "YAML이 다르게 읽는 기호가 값에 있습니다", fix: requote }),
  "yaml-needs-quotes-list": () => ({
    what: "YAML이 다르게 읽는 기호가 목록에 있습니다",
    fix: "하나하나 따옴표로 감싸세요",
  }),
  "yaml-quote-tail": () => ({ what: "값 안에서 따옴표가 먼저 닫힙니다", fix: "값 전체를 다른 따옴표로 감싸세요" }),
  "yaml-odd-blank": () => ({ what: "줄 앞에 보통 빈칸이 아닌 빈칸이 있습니다", fix: "스페이스로 다시 띄우세요" }),
  "yaml-odd-colon": () => ({ what: "전각 쌍점(：)이 있습니다", fix: "반각 쌍점과 빈칸(: )으로 고치세요" }),
  "yaml-colon-blank": () => ({ what: "쌍점 뒤에 빈칸이 없습니다", fix: "쌍점 뒤를 한 칸 띄우세요" }),
  "yaml-list-open": () => ({ what: "목록이 닫히지 않았습니다", fix: "끝에 ]를 넣으세요" }),
  "yaml-no-key": () => ({
    what: "‘이름: 값’이 아닌 줄입니다",
    fix: "본문이라면 이 줄 위에 ---를 한 줄 넣어 글 정보(front matter)를 닫으세요",
  }),
  "yaml-unreadable": () => ({ what: "YAML로 읽을 수 없습니다", fix: "들여쓰기와 따옴표를 살펴보세요" }),
  "toml-unreadable": () => ({ what: "TOML로 읽을 수 없습니다", fix: "글은 따옴표로 감싸고, 이름 = 값으로 쓰세요" }),
  "json-unreadable": () => ({ what: "JSON으로 읽을 수 없습니다", fix: "따옴표와 쉼표를 살펴보세요" }),
  "key-forbidden": ({ key }) => ({ what: `쓸 수 없는 항목입니다: ${key}`, fix: "그 줄을 지우세요" }),
  "key-repeated": ({ key }) => ({ what: `같은 항목이 두 번 나와 마지막 것을 씁니다: ${key}`, fix: "하나만 남기세요" }),
  "key-typo": ({ written, meant }) => ({
    what: `모르는 항목입니다: ${written}. 혹시 ${meant}인가요?`,
    fix: `${meant}(으)로 고치세요`,
  }),
  "not-text": ({ value }) => ({ what: `글이 와야 할 자리입니다: ${value}`, fix: "따옴표로 감싼 한 줄로 쓰세요" }),
  "not-yes-or-no": ({ value }) => ({ what: `true나 false가 아닙니다: ${value}`, fix: "true나 false로 쓰세요" }),
  "not-a-list": ({ value }) => ({ what: `목록이 아닙니다: ${value}`, fix: '["하나", "둘"]처럼 쓰세요' }),
  "too-many-labels": () => ({ what: "한 글에 100개가 넘습니다", fix: "100개까지만 남기세요" }),
  "not-a-picture": ({ value }) => ({
    what: `그림 경로가 아닙니다: ${value}`,
    fix: "image: cover.png처럼 파일 경로를 쓰세요",
  }),
  "not-a-number": ({ value }) => ({ what: `수가 아닙니다: ${value}`, fix: "10처럼 수만 쓰세요" }),
  "unsafe-address": ({ value }) => ({
    what: `링크로 쓸 수 없는 주소입니다: ${value}`,
    fix: "https://로 시작하는 주소나 라이선스 이름을 쓰세요",
  }),
  "not-a-choice": ({ value }) => ({
    what: `고를 수 없는 값입니다: ${value}`,
    fix: "README의 글 정보(front matter) 표에 있는 값으로 쓰세요",
  }),
  "date-unreadable": ({ value }) => ({ what: `날짜로 읽을 수 없습니다: ${value}`, fix: "2020-06-01처럼 쓰세요" }),
  "date-impossible": ({ value, year, month, lastDay }) => ({
    what: `없는 날입니다: ${value}`,
    fix: `${year}년 ${month}월은 ${lastDay}일까지입니다. 날을 고치세요`,
  }),
  "month-impossible": ({ value }) => ({ what: `없는 달입니다: ${value}`, fix: "달을 01–12로 고치세요" }),
  "time-impossible": ({ value }) => ({
    what: `없는 시각이라 날만 씁니다: ${value}`,
    fix: "시각을 00:00:00–23:59:59로 고치세요",
  }),
  "date-missing": () => ({ what: "날짜가 없어 ‘날짜 없음’으로 싣습니다", fix: "date: 2020-06-01처럼 날짜를 넣으세요" }),
  "title-missing": ({ title }) => ({ what: `제목이 없어 이렇게 싣습니다: ${title}`, fix: "title을 넣으세요" }),
  "symbolic-link": () => ({ what: "심볼릭 링크는 싣지 않습니다", fix: "링크를 지우고 파일을 이 자리로 옮기세요" }),
  "mdx-file-name": () => ({
    what: "MDX 파일 이름에 쓸 수 없는 기호가 있습니다(# ? %)",
    fix: "파일 이름에서 그 기호를 빼세요",
  }),
  "address-reserved": ({ address }) => ({
    what: `사이트가 쓰는 주소입니다: ${address}`,
    fix: "slug나 파일 이름을 바꾸세요",
  }),
  "address-of-page": ({ address, file }) => ({
    what: `직접 만든 페이지(${file})의 주소입니다: ${address}`,
    fix: "글에 적은 주소나 그 페이지의 파일 이름을 바꾸세요",
  }),
  "address-taken": ({ address, other }) => ({
    what: `다른 글과 주소가 같습니다: ${address} (${other})`,
    fix: "둘 가운데 하나의 slug나 파일 이름을 바꾸세요",
  }),
  "alias-name": ({ alias }) => ({
    what: `주소가 아니라 다른 이름으로 읽었습니다: ${alias}`,
    fix: "옛 주소라면 /posts/옛-이름/처럼 /로 시작해 쓰세요",
  }),
  "alias-reserved": ({ address }) => ({
    what: `사이트가 쓰는 주소라 옛 주소로 둘 수 없습니다: ${address}`,
    fix: "aliases에서 그 주소를 빼세요",
  }),
  "yaml-comment": () => ({
    what: "YAML에서는 # 뒤가 주석이지만 글로 읽었습니다",
    fix: "값 전체를 따옴표로 감싸 두세요",
  }),
  "address-in-public": ({ address, file }) => ({
    what: `public/의 파일과 주소가 같습니다: ${address} (${file})`,
    fix: "그 파일을 지우거나 글의 slug를 바꾸세요",
  }),
  "page-in-public": ({ address }) => ({
    what: `사이트의 페이지와 주소가 같은 파일입니다: ${address}`,
    fix: "이 파일을 지우세요",
  }),
  "alias-taken": ({ address, other }) => ({
    what: `옛 주소를 다른 글이 쓰고 있습니다: ${address} (${other})`,
    fix: "aliases에서 그 주소를 빼세요",
  }),
  "picture-outside": ({ address }) => ({
    what: `저장소 밖의 그림입니다: ${address}`,
    fix: "그림을 글 옆으로 옮기세요",
  }),
  "picture-unreadable": ({ file }) => ({ what: `그림 파일이 깨졌습니다: ${file}`, fix: "그림을 다시 저장하세요" }),
  "picture-similar": ({ address, similar }) => ({
    what: `그림이 없습니다: ${address}. 대소문자만 다른 파일이 있습니다: ${similar}`,
    fix: "파일 이름과 똑같이 쓰세요",
  }),
  "picture-heic": ({ file }) => ({
    what: `HEIC 그림이라 브라우저가 보여 주지 못합니다: ${file}`,
    fix: "JPEG로 바꿔 저장하세요. 아이폰은 설정 › 카메라 › 포맷에서 ‘높은 호환성’을 고르면 됩니다",
  }),
  "updated-early": ({ updated, date }) => ({
    what: `고친 날(${updated})이 펴낸 날(${date})보다 앞이라 쓰지 않습니다`,
    fix: "두 날짜를 살펴보고 고치세요",
  }),
  "updated-future": ({ updated }) => ({
    what: `고친 날(${updated})이 아직 오지 않아 쓰지 않습니다`,
    fix: "날짜를 고치거나 그 줄을 지우세요",
  }),
  "svg-script": ({ file }) => ({
    what: `스크립트가 든 SVG는 싣지 않습니다: ${file}`,
    fix: "스크립트를 지우거나 PNG로 바꾸세요",
  }),
  "cover-elsewhere": ({ address }) => ({
    what: `대표 그림으로 쓸 수 없는 주소입니다: ${address}`,
    fix: "그림을 내려받아 글 옆에 두세요",
  }),
  "cover-missing": ({ address }) => ({
    what: `대표 그림이 없습니다: ${address}`,
    fix: "글 옆이나 public/에 그림을 두거나 이 줄을 지우세요",
  }),
} satisfies Record<string, Message>;

/** Messages of the reading room. */
export type ReadingMessages = Record<keyof typeof ko, Message>;

/** What the reading room says in Korean, by code. */
export const readingKo: ReadingMessages = ko;
