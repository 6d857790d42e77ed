// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import "./setup/put-back.mjs";

const { fittingNode } = await import("./setup/node.mjs");
const { isHelpAsked } = await import("./setup/options.mjs");
const { installPackages } = await import("./setup/packages.mjs");
const { ending, root, run } = await import("./setup/run.mjs");

await ending(async () => {
  const node = fittingNode(root);
  installPackages({ root, node });
  const failed = await run(node, ["commands/build.mjs", ...process.argv.slice(2)]);
  return failed || isHelpAsked ? failed : run(node, ["commands/serve.ts"]);
});
