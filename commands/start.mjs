// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import "./setup/put-back.mjs";

const { fittingNode } = await import("./setup/node.mjs");
const { installPackages } = await import("./setup/packages.mjs");
const { ending, root, run } = await import("./setup/run.mjs");

await ending(async () => {
  const node = fittingNode(root);
  installPackages({ root, node });
  const words = process.argv.slice(2);
  const failed = await run(node, ["commands/build.mjs", ...words]);
  return failed || words.some((word) => /^(?:--help|-h)$/u.test(word)) ? failed : run(node, ["commands/serve.ts"]);
});
