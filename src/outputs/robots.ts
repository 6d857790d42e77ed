import { url } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** Crawlers that gather text for language models, by the names their makers publish. */
const modelCrawlers =
  "AI2Bot Amazonbot anthropic-ai Applebot-Extended Bytespider CCBot ClaudeBot cohere-ai Diffbot FacebookBot Google-Extended " +
  "GPTBot meta-externalagent omgili PanguBot";

/** `/robots.txt`: everyone may read all, model crawlers as the owner says; where the map is; Daum's proof of ownership. */
export function robots(site: Site): string {
  const refused =
    site.modelCrawlers === "deny"
      ? [...modelCrawlers.split(" ").map((name) => `User-agent: ${name}`), "Disallow: /", ""]
      : [];
  const { daum } = site.verification;
  return [
    ...(daum === undefined
      ? []
      : [`#DaumWebMasterTool:${daum.replace(/^#?DaumWebMasterTool:/u, "").replace(/\s/gu, "")}`]),
    ...refused,
    "User-agent: *",
    "Allow: /",
    "",
    `Sitemap: ${url(site, "/sitemap-index.xml")}`,
    "",
  ].join("\n");
}
