// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import { fittingNode } from "./setup/node.mjs";
import { installPackages } from "./setup/packages.mjs";
import { ending, root, run } from "./setup/run.mjs";

await ending(async () => {
  const node = fittingNode(root);
  installPackages({ root, node });
  return (
    (await run(node, ["commands/build.mjs", ...process.argv.slice(2)])) || (await run(node, ["commands/serve.ts"]))
  );
});
