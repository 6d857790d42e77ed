type Message = (values: Readonly<Record<string, string | number>>) => { readonly what: string; readonly fix: string };

const publish = "새로 배포하고(npm run publish), 서버에 설정을 다시 읽히세요";

const ko = {
  "verify-status": ({ status }) => ({ what: `페이지가 나와야 하는데 ${status}로 답합니다`, fix: publish }),
  "verify-redirect": ({ to, status }) => ({ what: `한 번에 옮겨지지 않습니다: ${to} (${status})`, fix: publish }),
  "verify-header": ({ name }) => ({
    what: `응답에 이 헤더가 없거나 값이 다릅니다: ${name}`,
    fix: "서버가 서고의 설정(_headers나 .server 폴더)을 읽는지 확인하세요",
  }),
  "verify-feed": () => ({ what: "피드로 읽을 수 없습니다", fix: publish }),
  "verify-canonical": ({ found, wanted }) => ({ what: `canonical 주소가 다릅니다: ${found}`, fix: `${wanted}` }),
} satisfies Record<string, Message>;

const again = "Publish again (npm run publish) and have the server read its settings anew";

const en = {
  "verify-status": ({ status }) => ({ what: `A page should stand here; the answer is ${status}`, fix: again }),
  "verify-redirect": ({ to, status }) => ({
    what: `Does not lead to a page in one step: ${to} (${status})`,
    fix: again,
  }),
  "verify-header": ({ name }) => ({
    what: `A header is missing or has another value: ${name}`,
    fix: "See whether the server reads our settings (_headers, or the folder .server)",
  }),
  "verify-feed": () => ({ what: "Cannot be read as a feed", fix: again }),
  "verify-canonical": ({ found, wanted }) => ({ what: `Another canonical address: ${found}`, fix: `${wanted}` }),
} satisfies Record<keyof typeof ko, Message>;

/** What `npm run verify` finds on a published site, by language and code. */
export const verifyMessages = { ko, en };
