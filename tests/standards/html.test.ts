import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { missingServer, programAt } from "../servers/programs.ts";
import { temporaryFolder, write } from "../unit/temporary.ts";
import { distOf, recipes } from "../site/sites.ts";

const java = programAt("java", ["/usr/bin/java"]);
const jar = fileURLToPath(new URL("../../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

interface Message {
  readonly type: string;
  readonly subType?: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
}

/** Said of JSON-LD, which is data and no script, and of files that no origin serves. */
const mistaken = /Content Security Policy/u;

/** What the checker says of all folders at once: it is slow until it is warm. */
function faultsIn(...folders: readonly string[]): string[] {
  const warm = ["-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  const args = [...warm, "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", ...folders];
  // Java reads names as the locale writes them: in one without Hangul it passes over our files and says nothing.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stderr } = spawnSync(java ?? "", args, { encoding: "utf8", env, maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stderr.slice(stderr.indexOf("{"))) as { messages: Message[] };
  return messages
    .filter(({ type, subType, message }) => (type === "error" || subType === "warning") && !mistaken.test(message))
    .map(({ url, lastLine, message }) => `${decodeURI(url ?? "")}:${lastLine} ${message}`);
}

test("the Nu HTML checker finds nothing on any page, and would", { skip: missingServer("java", java) }, (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "가/index.html": '<!doctype html><html lang="ko"><title>가</title><p id="a"><p id="a"><section>' });
  const found = faultsIn(folder, ...Object.values(recipes).map(distOf));
  const [wrong, ours] = [true, false].map((isWrong) => found.filter((words) => words.includes(folder) === isWrong));
  assert.deepEqual(ours, []);
  assert.match(String(wrong), /Duplicate ID.*lacks heading/u);
});
