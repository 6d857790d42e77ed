import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./setup/browser.mjs";
import { installPackages, runtime } from "./setup/packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
installPackages(root);
const browser = await ensureBrowser(root);
const environment = { ...process.env, CHROMIUM_PATH: browser };
const { status } = spawnSync(runtime(root), ["commands/run-tests.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: environment,
});
process.exit(status ?? 1);
