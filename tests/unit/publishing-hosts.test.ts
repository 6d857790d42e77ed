import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { headersFile } from "#tools/publish/headers.ts";
import { redirectsOf } from "#tools/publish/redirects.ts";

interface VercelSettings {
  readonly headers: readonly { readonly source: string; readonly headers: readonly { key: string; value: string }[] }[];
  readonly redirects: readonly { readonly source: string; readonly destination: string; readonly permanent: boolean }[];
}

test("Vercel reads neither headers nor redirects of the build: its settings say the same, but for the policy that pages hold", () => {
  const file = readFileSync(new URL("../../deploy/vercel.json", import.meta.url), "utf8");
  const { headers, redirects } = JSON.parse(file) as VercelSettings;
  const said = headers.map((rule) => [
    rule.source.replace("(.*)", "*"),
    ...rule.headers.map(({ key, value }) => `  ${key}: ${value}`),
  ]);
  const written = headersFile({ address: "https://a.example/" }).replace(/ {2}Content-Security-Policy:.*\n/u, "");
  const feeds = written.indexOf("/rss.xml\n");
  assert.equal(`${said.flat().join("\n")}\n`, written.slice(0, feeds));
  const moved = redirectsOf([], 0, { promised: new Set(), ledger: [] }).filter(({ from }) => from.endsWith(".xml"));
  assert.deepEqual(
    redirects,
    moved.map(({ from, to }) => ({ source: from, destination: to, permanent: true })),
  );
});
