// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./setup/browser.mjs";
import { installPackages, runtime } from "./setup/packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
installPackages(root);
const environment = { ...process.env, CHROMIUM_PATH: await ensureBrowser(root) };

/** Runs the brought Node and ends with its status where that is not 0. */
function run(words) {
  const { status } = spawnSync(runtime(root), words, { cwd: root, stdio: "inherit", env: environment });
  if (status !== 0) process.exit(status ?? 1);
}

const [folder = "{unit,site,browser,servers,standards}"] = process.argv.slice(2);
console.log("\n시험할 사이트를 짓습니다.");
run(["tests/site/sites.ts"]);
run(["--test", "--test-reporter=spec", `tests/${folder}/**/*.test.ts`]);
