import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setupSaid } from "#text/setup.mjs";
import { npm } from "../../commands/setup/run.mjs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Path of a Chromium on this machine, or undefined; CHROMIUM_PATH wins. */
export function installedBrowser(): string | undefined {
  return [process.env["CHROMIUM_PATH"], ...places].find((path) => path && existsSync(path));
}

/** Finds a Chromium, else installs Debian's, else the one that ships in an npm package; throws when none can be had. */
export async function ensureBrowser(root: string): Promise<string> {
  const found = installedBrowser();
  if (found) return found;
  console.log(setupSaid("browser"));
  if (canUseApt()) {
    aptInstall(["chromium", "fonts-noto-cjk"]);
    const debian = installedBrowser();
    if (debian) return debian;
  }
  return packagedBrowser(root);
}

/** Installs Debian packages as root; returns whether apt reported success. */
function aptInstall(names: readonly string[]): boolean {
  const apt = (words: readonly string[]) =>
    spawnSync("apt-get", words, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0;
  return apt(["update", "-qq"]) && apt(["install", "-y", "-qq", "--no-install-recommends", ...names]);
}

/** Whether this process may install Debian packages. */
function canUseApt(): boolean {
  try {
    accessSync("/usr/bin/apt-get", constants.X_OK);
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

async function packagedBrowser(root: string): Promise<string> {
  const folder = ".seogo/tools";
  mkdirSync(join(root, folder), { recursive: true });
  try {
    npm(root, ["install", "--prefix", folder, "--no-save", "--no-package-lock", "@sparticuz/chromium@153.0.0"]);
  } catch {
    throw new Error(setupSaid("no-browser"));
  }
  const { resolve } = createRequire(join(root, folder, "package.json"));
  const { default: chromium } = await import(pathToFileURL(resolve("@sparticuz/chromium")).href);
  return chromium.executablePath();
}
