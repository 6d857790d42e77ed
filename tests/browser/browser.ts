import { chromium, type Browser } from "playwright-core";
import { installedBrowser } from "../setup/browser.ts";

/** Starts the Chromium that the test set-up found, with further switches; the caller closes it. Throws where none is installed. */
export async function startBrowser(...switches: readonly string[]): Promise<Browser> {
  const executablePath = installedBrowser();
  if (!executablePath) throw new Error("Chromium이 없습니다. npm test가 설치합니다.");
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
  ];
  return chromium.launch({ executablePath, args: [...quiet, ...switches] });
}
