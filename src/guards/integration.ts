import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { builtSite } from "./built-site.ts";
import { findings } from "./guards.ts";
import { readSite } from "./read-site.ts";
import { messageLanguage, reportOf } from "./report.ts";

/** What the guards are told by `astro.config.mjs`. */
export interface GuardOptions {
  readonly site: Site;
  /** The repository's root. */
  readonly root: string;
  /** Warnings fail the build too. */
  readonly strict: boolean;
  /** Milliseconds since the epoch at which the site is made. */
  readonly now: number;
}

/** Proves the built site after Astro has written it; throws where a proof fails, so that nothing is published. */
export function guards(options: GuardOptions): AstroIntegration {
  return {
    name: "seogo:guards",
    hooks: {
      "astro:build:done": ({ dir, logger }) => {
        const site = builtSite(readSite(fileURLToPath(dir), join(options.root, ".seogo/guards.json")), {
          address: options.site.address,
          entries: entriesIn(options.root),
          now: options.now,
          moves: [],
          ledger: [],
          source: (file) => textOf(join(options.root, file)),
        });
        const found = findings(site);
        const errors = found.filter(({ severity }) => severity === "error").length;
        if (found.length > 0) logger.warn(`\n${reportOf(found, messageLanguage(process.env["LANG"]))}`);
        logger.info(`파일 ${site.files.size}개 확인: 오류 ${errors}건, 경고 ${found.length - errors}건`);
        if (errors > 0 || (options.strict && found.length > 0))
          throw new Error(`사이트 검사에서 문제 ${found.length}건을 찾았습니다. 위 내용을 고친 뒤 다시 빌드하세요.`);
      },
    },
  };
}

function entriesIn(root: string): Entry[] {
  const text = textOf(join(root, ".seogo/entries.json"));
  return text === undefined ? [] : (JSON.parse(text) as Entry[]);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
