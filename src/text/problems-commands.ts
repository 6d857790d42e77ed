import type { MessageText } from "./language.ts";

const debug = "원인을 모르겠으면 명령 앞에 SEOGO_DEBUG=1을 붙여 다시 실행하세요";

const ko = {
  "setting-unknown": ["모르는 설정입니다: {key}", "README의 설정 표에 있는 이름으로 고치거나 그 줄을 지우세요"],
  "setting-typo": ["모르는 설정입니다: {key}. 혹시 {meant}인가요?", "{meant}(으)로 고치세요"],
  "setting-empty": ["{key} 값이 비어 있습니다", "값을 적거나 그 줄을 지우세요"],
  "setting-choice": ["{key}에 쓸 수 없는 값입니다", "{choices} 가운데 하나를 쓰세요"],
  "setting-small": ["{key} 값이 너무 작습니다", "{minimum} 이상으로 쓰세요"],
  "setting-large": ["{key} 값이 너무 큽니다", "{maximum} 이하로 쓰세요"],
  "setting-value": ["{key}에 쓸 수 없는 값입니다", "{example}처럼 쓰세요"],
  "settings-missing": ["설정이 없습니다", "src/site.config.ts에 export const site = defineSite({ … });를 쓰세요"],
  "settings-syntax": ["설정 파일의 문법이 틀렸습니다: {message}", "이 줄과 앞줄의 따옴표, 쉼표, 괄호를 살펴보세요"],
  "settings-name": ["따옴표가 없어 이름으로 읽습니다: {name}", '"{name}"처럼 따옴표로 감싸세요'],
  "config-value": ["Astro 설정에 쓸 수 없는 값입니다: {message}", "그 값을 고치세요"],
  "no-permission": ["권한이 없어 읽거나 쓸 수 없습니다", "파일과 폴더의 주인과 권한을 고치세요(ls -ld로 봅니다)"],
  "disk-read-only": ["읽기 전용 디스크라 쓸 수 없습니다", "쓸 수 있는 디스크로 옮기세요"],
  "disk-full": ["디스크에 빈자리가 없습니다", "자리를 비운 뒤 다시 실행하세요(df -h로 봅니다)"],
  "file-limit": ["쓸 수 있는 파일 크기를 넘었습니다", "ulimit -f의 값을 늘린 뒤 다시 실행하세요"],
  "open-limit": ["한 번에 열 수 있는 파일 수를 넘었습니다", "ulimit -n의 값을 늘린 뒤 다시 실행하세요"],
  "file-missing": ["파일이나 폴더가 없습니다", "경로를 확인하세요"],
  "file-in-the-way": ["같은 이름의 파일이나 폴더가 자리를 차지하고 있습니다", "그것을 옮기거나 지우세요"],
  "file-busy": ["다른 프로그램이 쓰고 있습니다", "그 프로그램을 닫고 다시 실행하세요"],
  "name-too-long": ["이름이 너무 길어 쓸 수 없습니다", "slug나 파일 이름을 줄이세요"],
  "port-taken": [
    "다른 프로그램이 포트 {port}번을 쓰고 있습니다",
    "그 프로그램을 끄거나, 명령 앞에 PORT=4322처럼 다른 번호를 적으세요",
  ],
  "disk-trouble": ["읽거나 쓰지 못했습니다: {message}", debug],
  "option-unknown": ["모르는 옵션입니다: {option}", "옵션의 이름을 확인하세요"],
  "option-value": ["옵션에 값이 없거나 잘못되었습니다: {option}", "사용법을 확인하세요"],
  "import-missing": ["불러올 파일이 없습니다: {name}", "이 파일이 있는 폴더에서 본 경로(./파일)와 확장자를 확인하세요"],
  "package-missing": ["설치하지 않은 패키지를 부릅니다: {name}", "npm install {name}으로 설치하거나 그 줄을 지우세요"],
  "code-syntax": ["문법이 틀렸습니다: {message}", "이 줄과 앞줄의 괄호, 따옴표, 쉼표를 살펴보세요"],
  "code-failed": ["코드가 멈췄습니다: {message}", debug],
  "config-redirects": [
    "Astro의 redirects에 적은 주소는 서버까지 이어지지 않습니다: {from}",
    "옛 주소는 글의 aliases나 src/content/moves.txt에 적으세요",
  ],
  "routes-collide": ["두 곳에서 같은 파일을 만듭니다: {path} ({files})", "한쪽의 파일 이름이나 글의 slug를 바꾸세요"],
  unreachable: ["사이트에 닿지 않습니다({reason})", "인터넷 연결과 src/site.config.ts의 address를 확인하세요"],
  "not-built": ["빌드한 사이트가 없습니다", "먼저 npm run build를 실행하세요"],
  "strict-warnings": ["경고가 있어 멈췄습니다(--strict)", "위에 적힌 곳을 고치거나 --strict 없이 빌드하세요"],
  "site-unproved": ["사이트 검사를 통과하지 못했습니다", "위에 적힌 곳을 고친 뒤 다시 빌드하세요"],
  unexpected: ["예상하지 못한 일로 멈췄습니다: {message}", debug],
} satisfies Record<string, MessageText>;

const debugEn = "If the cause is not clear, put SEOGO_DEBUG=1 before the command and run it again";

const en: Record<keyof typeof ko, MessageText> = {
  "setting-unknown": ["Unknown setting: {key}", "Use a name from the table of settings in README or delete the line"],
  "setting-typo": ["Unknown setting: {key}. Did you mean {meant}?", "Write {meant}"],
  "setting-empty": ["{key} is empty", "Write a value or delete the line"],
  "setting-choice": ["{key} cannot have this value", "Use one of {choices}"],
  "setting-small": ["{key} is too small", "Use {minimum} or more"],
  "setting-large": ["{key} is too large", "Use {maximum} or less"],
  "setting-value": ["{key} cannot have this value", "Write it like {example}"],
  "settings-missing": ["There are no settings", "Write export const site = defineSite({ … }); in src/site.config.ts"],
  "settings-syntax": [
    "Wrong syntax in the settings: {message}",
    "Look at the quotes, commas and brackets of this line and the one before",
  ],
  "settings-name": ["Without quotes this is read as a name: {name}", 'Put it in quotes: "{name}"'],
  "config-value": ["A value that Astro refuses: {message}", "Correct that value"],
  "no-permission": [
    "No permission to read or write this",
    "Correct the owner and the mode of the file and its folder (see ls -ld)",
  ],
  "disk-read-only": ["The disk is read-only", "Move the site to a disk that can be written"],
  "disk-full": ["The disk is full", "Make room and run the command again (see df -h)"],
  "file-limit": ["The limit of a file's size is reached", "Raise ulimit -f and run the command again"],
  "open-limit": ["The limit of open files is reached", "Raise ulimit -n and run the command again"],
  "file-missing": ["There is no such file or folder", "Check the path"],
  "file-in-the-way": ["A file or folder of the same name stands there", "Move it away or delete it"],
  "file-busy": ["Another program uses it", "Close that program and run the command again"],
  "name-too-long": ["The name is too long to write", "Shorten the slug or the file name"],
  "port-taken": ["Another program uses port {port}", "Stop it, or put another number before the command: PORT=4322"],
  "disk-trouble": ["Could not read or write: {message}", debugEn],
  "option-unknown": ["Unknown option: {option}", "Check the option's name"],
  "option-value": ["An option's value is missing or wrong: {option}", "Check the usage"],
  "import-missing": [
    "There is no file to import: {name}",
    "Check the path as seen from this file's folder (./file) and the extension",
  ],
  "package-missing": ["A package that is not installed: {name}", "Run npm install {name}, or delete the line"],
  "code-syntax": ["Wrong syntax: {message}", "Look at the brackets, quotes and commas of this line and the one before"],
  "code-failed": ["The code stopped: {message}", debugEn],
  "config-redirects": [
    "What Astro's redirects name does not reach servers: {from}",
    "Write old addresses into a post's aliases or src/content/moves.txt",
  ],
  "routes-collide": ["Two places make the same file: {path} ({files})", "Change one file name, or the post's slug"],
  unreachable: ["The site does not answer ({reason})", "Check the connection, and address in src/site.config.ts"],
  "not-built": ["There is no built site", "Run npm run build first"],
  "strict-warnings": ["Stopped by warnings (--strict)", "Fix the places named above, or build without --strict"],
  "site-unproved": ["The site did not pass its proofs", "Fix the places named above and build again"],
  unexpected: ["Stopped by something unexpected: {message}", debugEn],
};

/** What stops a command outside the content, by language and code. */
export const commandMessages = { ko, en };
