import type { MessageText } from "./language.ts";

const mapFix = "사이트맵을 바꾸는 통합이 astro.config.mjs에 있는지 살펴보세요";
const enMapFix = "See whether an integration in astro.config.mjs changes the sitemap";

const ko = {
  "dead-link": ["이어지는 곳이 없는 링크입니다: {address}", "주소를 고치거나 링크를 지우세요"],
  "dead-fragment": ["링크가 가리키는 자리(#)가 그 페이지에 없습니다: {address}", "제목의 id를 확인해 # 뒤를 고치세요"],
  "link-to-hidden": ["초안이거나 아직 공개되지 않은 글로 이어집니다: {address}", "그 글을 공개하거나 링크를 지우세요"],
  "missing-picture": ["그림 파일이 없습니다: {address}", "그림을 글 옆이나 public에 두거나 주소를 고치세요"],
  "outside-picture": [
    "보안 정책이 모르는 다른 사이트의 그림이라 페이지에 나오지 않습니다: {address}",
    "그림의 주소를 글에 바로 적거나, 그림을 내려받아 글 옆에 두세요",
  ],
  "address-hidden": [
    "공개했던 주소 {path} 글이 초안이나 예약 글이 되어 사라졌습니다",
    'draft와 date를 되돌리거나, 대신 볼 글의 글 정보(front matter)에 aliases로 이 주소를 적거나, npm run remove -- "{path}"로 주소를 없애세요',
  ],
  "address-moved": [
    "공개했던 주소 {path} 페이지가 사라졌습니다. {to} 글이 그 글로 보입니다",
    '아주 지운 글이면 npm run remove -- "{path}"를 실행하고, 옮긴 글이면 그 글의 글 정보(front matter)에 다음 줄을 넣으세요',
  ],
  "address-lost": [
    "공개했던 주소 {path} 페이지가 사라졌습니다",
    '글을 되살리거나, 아주 지웠다면 npm run remove -- "{path}"를 실행하거나, 대신 볼 글의 글 정보(front matter)에 다음 줄을 넣으세요',
  ],
  "page-missing": ["만들어야 할 페이지가 없습니다: {file}", ".seogo 폴더를 지우고 다시 빌드하세요"],
  "page-cut": [
    "</html>로 끝나지 않아 끝이 잘린 페이지입니다: {file}",
    "다시 빌드하세요. 되풀이되면 통합(integration)이 페이지를 줄이는지, 디스크에 이상이 없는지 확인하세요",
  ],
  "page-orphan": [
    "어디에서도 링크하지 않아 찾아갈 수 없는 페이지입니다: {path}",
    'src/site.config.ts의 menu나 footer.links에 "{path}"를 넣거나, 글에서 링크하세요',
  ],
  "card-letters": [
    "링크 미리 보기 그림에 그릴 수 없는 글자가 제목에 있습니다: {letters}",
    "이 글에는 사이트의 그림을 씁니다. 다른 그림을 보이려면 글에 image를 적으세요",
  ],
  "integration-script": [
    "통합(integration)이 더하거나 고친 {file} 파일에 실행되는 것이 있습니다: {what}",
    "통합이 넣었으면 integrations에서 빼고, 직접 만든 페이지에 적었으면 거기서 지우세요",
  ],
  "map-missing": ["사이트맵 파일이 없습니다: {subject}", mapFix],
  "map-malformed": ["사이트맵이 올바른 XML이 아닙니다: {subject} ({why})", mapFix],
  "map-too-large": ["사이트맵 파일이 한도를 넘습니다: {subject} ({why})", mapFix],
  "map-short": ["사이트맵에 빠진 주소입니다: {subject}", mapFix],
  "map-unknown": ["사이트맵에 있지만 그런 페이지가 없거나 noindex입니다: {subject}", mapFix],
  "map-twice": ["사이트맵에 두 번 나오는 주소입니다: {subject}", mapFix],
  "map-no-page": ["사이트맵에는 있지만 만들어지지 않은 페이지입니다: {subject}", mapFix],
  leak: ["공개하지 않은 글이 드러납니다: {title}", "글을 공개하거나, 이 페이지에서 그 글을 가리키는 곳을 지우세요"],
  "duplicate-address": ["한 주소를 두고 파일이 겹칩니다: {files}", "한쪽의 slug나 파일 이름을 바꾸세요"],
  "folded-address": [
    "대소문자만 다른 주소가 서로 다른 글을 가리킵니다. 대소문자를 가리지 않는 서버에서는 한 주소가 됩니다: {addresses}",
    "한쪽 글의 aliases나 slug를 바꾸세요",
  ],
  "same-title": ["{other} 페이지와 제목이 같습니다: {text}", "title을 서로 다르게 쓰세요"],
  "same-description": ["{other} 페이지와 설명이 같습니다: {text}", "description을 서로 다르게 쓰세요"],
  "no-lang": ["페이지에 언어(lang)가 없습니다", "레이아웃의 html 요소에 lang을 넣으세요"],
  "no-title": ["페이지에 제목이 없습니다", "title을 쓰세요"],
  "no-description": ["페이지에 설명이 없습니다", "description을 쓰세요"],
  "empty-id": ["빈 id가 있습니다", "id를 지우거나 이름을 넣으세요"],
  "double-id": ["한 페이지에 같은 id가 둘 이상입니다: {id}", "한쪽의 id를 바꾸세요"],
  "top-headings": ["으뜸 제목(h1)은 한 개여야 하는데 {count}개입니다", "본문의 h1을 h2로 바꾸세요"],
  "heading-skips": ["제목 단계를 건너뛰어 h{depth}가 나옵니다", "바로 위 제목보다 한 단계만 낮추세요"],
  "no-alt": ["그림에 대체 텍스트(alt)가 없습니다: {picture}", "그림을 말로 설명하거나, 꾸밈이면 alt를 비워 두세요"],
  "page-heavy": ["페이지가 무겁습니다: 압축해서 {kilobytes} KB (기준 {budget} KB)", "내용을 여러 페이지로 나누세요"],
  "list-heavy": [
    "목록 페이지가 무겁습니다: 압축해서 {kilobytes} KB (기준 {budget} KB)",
    "src/site.config.ts의 postsPerPage를 줄이세요",
  ],
  "index-heavy": [
    "글이 많아 무거워진 페이지입니다: 압축해서 {kilobytes} KB (기준 {budget} KB)",
    "블로그에서 고칠 것은 없습니다",
  ],
  "styles-heavy": ["스타일이 무겁습니다: 압축해서 {kilobytes} KB (기준 {budget} KB)", "쓰지 않는 규칙을 지우세요"],
} satisfies Record<string, MessageText>;

const en: Record<keyof typeof ko, MessageText> = {
  "dead-link": ["A link that leads nowhere: {address}", "Correct the address or remove the link"],
  "dead-fragment": ["No such place (#) on that page: {address}", "Check the heading's id and correct what follows #"],
  "link-to-hidden": ["A link to a draft or a post not yet out: {address}", "Publish that post or remove the link"],
  "missing-picture": [
    "No such picture: {address}",
    "Put the picture beside the post or in public, or correct the address",
  ],
  "outside-picture": [
    "A picture from a site that the policy does not name, which readers will not see: {address}",
    "Write its address in the post itself, or download it and put it beside the post",
  ],
  "address-hidden": [
    "The post published at {path} is now a draft or scheduled",
    'Restore draft and date, or name this address in the aliases of the post to read instead, or take the address back with npm run remove -- "{path}"',
  ],
  "address-moved": [
    "The page published at {path} is gone; the post at {to} looks like it",
    'Where it was deleted for good, run npm run remove -- "{path}"; where it moved, put this line in that post\'s front matter',
  ],
  "address-lost": [
    "The page published at {path} is gone",
    'Restore the post; where it was deleted for good, run npm run remove -- "{path}"; or put this line in the front matter of the post to read instead',
  ],
  "page-missing": ["A page that should have been made is missing: {file}", "Delete the folder .seogo and build again"],
  "page-cut": [
    "A page cut short, which does not end in </html>: {file}",
    "Build again; if it comes back, see whether an integration shortens pages, and check the disk",
  ],
  "page-orphan": [
    "A page that no other page leads to: {path}",
    'Put "{path}" into menu or footer.links of src/site.config.ts, or link to it',
  ],
  "card-letters": [
    "The title has characters that the picture for link previews cannot draw: {letters}",
    "The site's picture stands for this post; give it an image of its own to show another",
  ],
  "integration-script": [
    "Something that runs is in {file}, which an integration added or changed: {what}",
    "If the integration put it there, take it out of integrations; if your own page did, remove it there",
  ],
  "map-missing": ["The sitemap file is missing: {subject}", enMapFix],
  "map-malformed": ["The sitemap is not well-formed: {subject} ({why})", enMapFix],
  "map-too-large": ["The sitemap file is over the limit: {subject} ({why})", enMapFix],
  "map-short": ["Missing from the sitemap: {subject}", enMapFix],
  "map-unknown": ["In the sitemap, but no page or noindex: {subject}", enMapFix],
  "map-twice": ["Listed twice in the sitemap: {subject}", enMapFix],
  "map-no-page": ["In the sitemap, but no page was made: {subject}", enMapFix],
  leak: ["An unpublished post shows: {title}", "Publish it, or remove what points to it on this page"],
  "duplicate-address": ["More than one file for one address: {files}", "Change one slug or file name"],
  "folded-address": [
    "Addresses that differ by letter case alone lead to different posts; a server or disk that ignores case has one for both: {addresses}",
    "Change aliases or slug of one of the posts",
  ],
  "same-title": ["The same title as {other}: {text}", "Give each its own title"],
  "same-description": ["The same description as {other}: {text}", "Give each its own description"],
  "no-lang": ["The page states no language (lang)", "Put lang on the layout's html element"],
  "no-title": ["The page has no title", "Write a title"],
  "no-description": ["The page has no description", "Write a description"],
  "empty-id": ["An empty id", "Remove the id or name it"],
  "double-id": ["An id that occurs more than once: {id}", "Change one of them"],
  "top-headings": ["A page needs one h1; this one has {count}", "Make the h1 in the text an h2"],
  "heading-skips": ["Heading levels skip to h{depth}", "Go down one level at a time"],
  "no-alt": ["A picture without alt: {picture}", "Describe it, or leave alt empty where it only decorates"],
  "page-heavy": [
    "A heavy page: {kilobytes} KB compressed (budget {budget} KB)",
    "Divide what it says among several pages",
  ],
  "list-heavy": [
    "A heavy page of a list: {kilobytes} KB compressed (budget {budget} KB)",
    "Lower postsPerPage in src/site.config.ts",
  ],
  "index-heavy": [
    "A page that many posts have made heavy: {kilobytes} KB compressed (budget {budget} KB)",
    "Nothing in the blog needs mending",
  ],
  "styles-heavy": ["Heavy styles: {kilobytes} KB compressed (budget {budget} KB)", "Remove rules that nothing uses"],
};

/** What the guards say of links, addresses and names, by language and code. */
export const siteMessages = { ko, en };
