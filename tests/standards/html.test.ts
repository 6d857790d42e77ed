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

function faultsIn(folder: string): string[] {
  const args = ["-Xss16m", "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", folder];
  // Java reads names as the locale writes them: in one without Hangul it passes over our files and says nothing.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stderr } = spawnSync(java ?? "", args, { encoding: "utf8", env, maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stderr.slice(stderr.indexOf("{"))) as { messages: Message[] };
  return messages
    .filter(({ type, subType, message }) => (type === "error" || subType === "warning") && !mistaken.test(message))
    .map(({ url, lastLine, message }) => `${decodeURI(url ?? "")}:${lastLine} ${message}`);
}

test("the Nu HTML checker finds nothing on any page, and would", { skip: missingServer("java", java) }, (context) => {
  for (const recipe of Object.values(recipes)) assert.deepEqual(faultsIn(distOf(recipe)), []);
  const folder = temporaryFolder(context);
  write(folder, { "가/index.html": '<!doctype html><html lang="ko"><title>가</title><p id="a"><p id="a"><section>' });
  assert.match(faultsIn(folder).join(), /Duplicate ID.*lacks heading/u);
});
