import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages, runtime } from "./setup/packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
installPackages(root);
for (const command of ["commands/build.mjs", "commands/serve.ts"]) {
  const { status } = spawnSync(runtime(root), [command, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
