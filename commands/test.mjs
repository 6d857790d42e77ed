// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import { setupText } from "#text/setup.mjs";
import { ensureBrowser } from "./setup/browser.mjs";
import { fittingNode } from "./setup/node.mjs";
import { installPackages } from "./setup/packages.mjs";
import { ending, root, run } from "./setup/run.mjs";

const [folder = "{unit,site,browser,servers,standards}"] = process.argv.slice(2);

await ending(async () => {
  const node = fittingNode(root);
  installPackages({ root, node, tools: true });
  const environment = { CHROMIUM_PATH: await ensureBrowser(root) };
  console.log(setupText.testSites);
  const tests = ["--test", "--test-reporter=spec", `tests/${folder}/**/*.test.ts`];
  return (await run(node, ["tests/site/sites.ts"], environment)) || (await run(node, tests, environment));
});
