import "#tools/failure/end-as-message.ts";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  about,
  aboutTemplate,
  isUntouchedSample,
  recordedSamples,
  recordSamples,
} from "#tools/import/shared/samples.ts";
import { digest } from "#model/digest.ts";
import { freshText } from "#text/fresh.ts";
import { messageLanguage } from "#text/language.ts";

/** `npm run fresh [-- --yes]`: for a fork, our content goes and one example post stays; `--record` notes what is ours. */
const root = process.env["SEOGO_ROOT"] ?? dirname(dirname(fileURLToPath(import.meta.url)));
const example = "src/content/posts/첫-글.md";
/** Digests of our icons, by path. */
const icons = {
  "public/favicon.svg": "0e4c391c984be85f",
  "public/favicon.ico": "23b7b42ac9dbf51a",
  "public/apple-touch-icon.png": "d3a3729813219ca6",
};

if (process.argv.includes("--record")) recordSamples(root);
else empty(process.argv.includes("--yes"));

function empty(confirmed: boolean): void {
  const text = freshText(messageLanguage());
  const samples = recordedSamples(root);
  const present = Object.keys(samples).filter((path) => path !== example && existsSync(join(root, path)));
  const untouched = present.filter((path) => isUntouchedSample(root, path, samples));
  console.log(text.plan(untouched.length));
  console.log(`${text.kept}: ${example}`);
  for (const path of present) if (!untouched.includes(path)) console.log(`${text.edited}: ${path}`);
  if (!confirmed) {
    console.log(text.confirm);
    return;
  }
  for (const path of untouched) remove(path);
  clearSettings(join(root, "src/site.config.ts"));
  if (untouched.includes(about)) {
    mkdirSync(dirname(join(root, about)), { recursive: true });
    writeFileSync(join(root, about), aboutTemplate);
  }
  console.log([text.done, ...text.steps.map((step, index) => `  ${index + 1}. ${step}`)].join("\n"));
}

/** Our licence, promises and seal go: what an owner grants, and what stands for a site, is for the owner to say. */
function clearSettings(file: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, "utf8");
  const cleared = text.replace(/ *\/\/ npm run fresh[^\n]*여기부터\n[\s\S]*?\/\/ 여기까지\n/u, '  mark: "글",\n');
  if (cleared === text) return;
  writeFileSync(file, cleared);
  for (const [path, ours] of Object.entries(icons))
    if (existsSync(join(root, path)) && digest(readFileSync(join(root, path))).startsWith(ours))
      rmSync(join(root, path));
}

function remove(path: string): void {
  rmSync(join(root, path), { force: true });
  for (
    let folder = dirname(path);
    folder !== "src/content" && folder.startsWith("src/content/");
    folder = dirname(folder)
  ) {
    if (existsSync(join(root, folder)) && readdirSync(join(root, folder)).length === 0) rmdirSync(join(root, folder));
  }
}
