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

/** Said of JSON-LD, which is data, by a checker that takes every script element for script. */
const mistaken = /script-src/u;

function errorsIn(folder: string): string[] {
  const args = ["-Xss16m", "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", folder];
  const { stderr } = spawnSync(java ?? "", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stderr.slice(stderr.indexOf("{"))) as { messages: Message[] };
  return messages
    .filter(({ type, message }) => type === "error" && !mistaken.test(message))
    .map(({ url, lastLine, message }) => `${decodeURI(url ?? "")}:${lastLine} ${message}`);
}

test("the Nu HTML checker finds no error on any page, and would", { skip: missingServer("java", java) }, (context) => {
  for (const recipe of Object.values(recipes)) assert.deepEqual(errorsIn(distOf(recipe)), []);
  const folder = temporaryFolder(context);
  write(folder, { "a/index.html": '<!doctype html><html lang="ko"><title>가</title><p id="a"><p id="a">' });
  assert.equal(errorsIn(folder).length, 1);
});
