type Values = Readonly<Record<string, string | number>>;
type Text = (values: Values) => { readonly what: string; readonly fix: string };

const debug = "원인을 모르겠으면 명령 앞에 SEOGO_DEBUG=1을 붙여 다시 실행하세요";

const ko = {
  "setting-unknown": ({ key }) => ({
    what: `모르는 설정입니다: ${key}`,
    fix: "README의 설정 표에 있는 이름으로 고치거나 그 줄을 지우세요",
  }),
  "setting-typo": ({ key, meant }) => ({
    what: `모르는 설정입니다: ${key}. 혹시 ${meant}인가요?`,
    fix: `${meant}(으)로 고치세요`,
  }),
  "setting-empty": ({ key }) => ({ what: `${key} 값이 비어 있습니다`, fix: "값을 적거나 그 줄을 지우세요" }),
  "setting-choice": ({ key, choices }) => ({
    what: `${key}에 쓸 수 없는 값입니다`,
    fix: `${choices} 가운데 하나를 쓰세요`,
  }),
  "setting-small": ({ key, minimum }) => ({ what: `${key} 값이 너무 작습니다`, fix: `${minimum} 이상으로 쓰세요` }),
  "setting-large": ({ key, maximum }) => ({ what: `${key} 값이 너무 큽니다`, fix: `${maximum} 이하로 쓰세요` }),
  "setting-value": ({ key, example }) => ({
    what: `${key}에 쓸 수 없는 값입니다`,
    fix: `${example}처럼 쓰세요`,
  }),
  "settings-missing": () => ({
    what: "설정이 없습니다",
    fix: "src/site.config.ts에 export const site = defineSite({ … });를 쓰세요",
  }),
  "settings-syntax": ({ message }) => ({
    what: `설정 파일의 문법이 틀렸습니다: ${message}`,
    fix: "이 줄과 앞줄의 따옴표, 쉼표, 괄호를 살펴보세요",
  }),
  "settings-name": ({ name }) => ({
    what: `따옴표가 없어 이름으로 읽습니다: ${name}`,
    fix: `"${name}"처럼 따옴표로 감싸세요`,
  }),
  "config-value": ({ message }) => ({ what: `Astro 설정에 쓸 수 없는 값입니다: ${message}`, fix: "그 값을 고치세요" }),
  "no-permission": () => ({
    what: "권한이 없어 읽거나 쓸 수 없습니다",
    fix: "파일과 폴더의 주인과 권한을 고치세요(ls -ld로 봅니다)",
  }),
  "disk-read-only": () => ({ what: "읽기 전용 디스크라 쓸 수 없습니다", fix: "쓸 수 있는 디스크로 옮기세요" }),
  "disk-full": () => ({ what: "디스크에 빈자리가 없습니다", fix: "자리를 비운 뒤 다시 실행하세요(df -h로 봅니다)" }),
  "file-limit": () => ({
    what: "쓸 수 있는 파일 크기를 넘었습니다",
    fix: "ulimit -f의 값을 늘린 뒤 다시 실행하세요",
  }),
  "open-limit": () => ({
    what: "한 번에 열 수 있는 파일 수를 넘었습니다",
    fix: "ulimit -n의 값을 늘린 뒤 다시 실행하세요",
  }),
  "file-missing": () => ({ what: "파일이나 폴더가 없습니다", fix: "경로를 확인하세요" }),
  "file-in-the-way": () => ({
    what: "같은 이름의 파일이나 폴더가 자리를 차지하고 있습니다",
    fix: "그것을 옮기거나 지우세요",
  }),
  "file-busy": () => ({ what: "다른 프로그램이 쓰고 있습니다", fix: "그 프로그램을 닫고 다시 실행하세요" }),
  "name-too-long": () => ({ what: "이름이 너무 길어 쓸 수 없습니다", fix: "slug나 파일 이름을 줄이세요" }),
  "port-taken": ({ port }) => ({
    what: `다른 프로그램이 포트 ${port}번을 쓰고 있습니다`,
    fix: "그 프로그램을 끄거나, 명령 앞에 PORT=4322처럼 다른 번호를 적으세요",
  }),
  "disk-trouble": ({ message }) => ({ what: `읽거나 쓰지 못했습니다: ${message}`, fix: debug }),
  "option-unknown": ({ option }) => ({ what: `모르는 옵션입니다: ${option}`, fix: "옵션의 이름을 확인하세요" }),
  "option-value": ({ option }) => ({
    what: `옵션에 값이 없거나 잘못되었습니다: ${option}`,
    fix: "사용법을 확인하세요",
  }),
  "import-missing": ({ name }) => ({
    what: `불러올 파일이 없습니다: ${name}`,
    fix: "이 파일이 있는 폴더에서 본 경로(./파일)와 확장자를 확인하세요",
  }),
  "package-missing": ({ name }) => ({
    what: `설치하지 않은 패키지를 부릅니다: ${name}`,
    fix: `npm install ${name}으로 설치하거나 그 줄을 지우세요`,
  }),
  "code-syntax": ({ message }) => ({
    what: `문법이 틀렸습니다: ${message}`,
    fix: "이 줄과 앞줄의 괄호, 따옴표, 쉼표를 살펴보세요",
  }),
  "code-failed": ({ message }) => ({ what: `코드가 멈췄습니다: ${message}`, fix: debug }),
  "config-redirects": ({ from }) => ({
    what: `Astro의 redirects에 적은 주소는 서버까지 이어지지 않습니다: ${from}`,
    fix: "옛 주소는 글의 aliases나 src/content/moves.txt에 적으세요",
  }),
  "routes-collide": ({ path, files }) => ({
    what: `두 곳에서 같은 파일을 만듭니다: ${path} (${files})`,
    fix: "한쪽의 파일 이름이나 글의 slug를 바꾸세요",
  }),
  unreachable: ({ reason }) => ({
    what: `사이트에 닿지 않습니다(${reason})`,
    fix: "인터넷 연결과 src/site.config.ts의 address를 확인하세요",
  }),
  "not-built": () => ({ what: "빌드한 사이트가 없습니다", fix: "먼저 npm run build를 실행하세요" }),
  "strict-warnings": () => ({
    what: "경고가 있어 멈췄습니다(--strict)",
    fix: "위에 적힌 곳을 고치거나 --strict 없이 빌드하세요",
  }),
  "site-unproved": () => ({
    what: "사이트 검사를 통과하지 못했습니다",
    fix: "위에 적힌 곳을 고친 뒤 다시 빌드하세요",
  }),
  unexpected: ({ message }) => ({ what: `예상하지 못한 일로 멈췄습니다: ${message}`, fix: debug }),
} satisfies Record<string, Text>;

const debugEn = "If the cause is not clear, put SEOGO_DEBUG=1 before the command and run it again";

const en: Record<keyof typeof ko, Text> = {
  "setting-unknown": ({ key }) => ({
    what: `Unknown setting: ${key}`,
    fix: "Use a name from the table of settings in README or delete the line",
  }),
  "setting-typo": ({ key, meant }) => ({
    what: `Unknown setting: ${key}. Did you mean ${meant}?`,
    fix: `Write ${meant}`,
  }),
  "setting-empty": ({ key }) => ({ what: `${key} is empty`, fix: "Write a value or delete the line" }),
  "setting-choice": ({ key, choices }) => ({ what: `${key} cannot have this value`, fix: `Use one of ${choices}` }),
  "setting-small": ({ key, minimum }) => ({ what: `${key} is too small`, fix: `Use ${minimum} or more` }),
  "setting-large": ({ key, maximum }) => ({ what: `${key} is too large`, fix: `Use ${maximum} or less` }),
  "setting-value": ({ key, example }) => ({ what: `${key} cannot have this value`, fix: `Write it like ${example}` }),
  "settings-missing": () => ({
    what: "There are no settings",
    fix: "Write export const site = defineSite({ … }); in src/site.config.ts",
  }),
  "settings-syntax": ({ message }) => ({
    what: `Wrong syntax in the settings: ${message}`,
    fix: "Look at the quotes, commas and brackets of this line and the one before",
  }),
  "settings-name": ({ name }) => ({
    what: `Without quotes this is read as a name: ${name}`,
    fix: `Put it in quotes: "${name}"`,
  }),
  "config-value": ({ message }) => ({ what: `A value that Astro refuses: ${message}`, fix: "Correct that value" }),
  "no-permission": () => ({
    what: "No permission to read or write this",
    fix: "Correct the owner and the mode of the file and its folder (see ls -ld)",
  }),
  "disk-read-only": () => ({ what: "The disk is read-only", fix: "Move the site to a disk that can be written" }),
  "disk-full": () => ({ what: "The disk is full", fix: "Make room and run the command again (see df -h)" }),
  "file-limit": () => ({
    what: "The limit of a file's size is reached",
    fix: "Raise ulimit -f and run the command again",
  }),
  "open-limit": () => ({
    what: "The limit of open files is reached",
    fix: "Raise ulimit -n and run the command again",
  }),
  "file-missing": () => ({ what: "There is no such file or folder", fix: "Check the path" }),
  "file-in-the-way": () => ({
    what: "A file or folder of the same name stands there",
    fix: "Move it away or delete it",
  }),
  "file-busy": () => ({ what: "Another program uses it", fix: "Close that program and run the command again" }),
  "name-too-long": () => ({ what: "The name is too long to write", fix: "Shorten the slug or the file name" }),
  "port-taken": ({ port }) => ({
    what: `Another program uses port ${port}`,
    fix: "Stop it, or put another number before the command: PORT=4322",
  }),
  "disk-trouble": ({ message }) => ({ what: `Could not read or write: ${message}`, fix: debugEn }),
  "option-unknown": ({ option }) => ({ what: `Unknown option: ${option}`, fix: "Check the option's name" }),
  "option-value": ({ option }) => ({
    what: `An option's value is missing or wrong: ${option}`,
    fix: "Check the usage",
  }),
  "import-missing": ({ name }) => ({
    what: `There is no file to import: ${name}`,
    fix: "Check the path as seen from this file's folder (./file) and the extension",
  }),
  "package-missing": ({ name }) => ({
    what: `A package that is not installed: ${name}`,
    fix: `Run npm install ${name}, or delete the line`,
  }),
  "code-syntax": ({ message }) => ({
    what: `Wrong syntax: ${message}`,
    fix: "Look at the brackets, quotes and commas of this line and the one before",
  }),
  "code-failed": ({ message }) => ({ what: `The code stopped: ${message}`, fix: debugEn }),
  "config-redirects": ({ from }) => ({
    what: `What Astro's redirects name does not reach servers: ${from}`,
    fix: "Write old addresses into a post's aliases or src/content/moves.txt",
  }),
  "routes-collide": ({ path, files }) => ({
    what: `Two places make the same file: ${path} (${files})`,
    fix: "Change one file name, or the post's slug",
  }),
  unreachable: ({ reason }) => ({
    what: `The site does not answer (${reason})`,
    fix: "Check the connection, and address in src/site.config.ts",
  }),
  "not-built": () => ({ what: "There is no built site", fix: "Run npm run build first" }),
  "strict-warnings": () => ({
    what: "Stopped by warnings (--strict)",
    fix: "Fix the places named above, or build without --strict",
  }),
  "site-unproved": () => ({
    what: "The site did not pass its proofs",
    fix: "Fix the places named above and build again",
  }),
  unexpected: ({ message }) => ({ what: `Stopped by something unexpected: ${message}`, fix: debugEn }),
};

/** What stops a command outside the content, by language and code. */
export const commandMessages = { ko, en };
