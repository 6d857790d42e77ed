import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { missingServer, programAt } from "./programs.ts";

const goaccess = programAt("goaccess", []);
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

/** A line as nginx writes it. */
const line = (last: number, path: string, agent = browser) =>
  `203.0.113.${String(last)} - - [21/Nov/2026:09:0${String(last % 10)}:00 +0900] "GET ${path} HTTP/1.1" 200 4567 "https://search.example/" "${agent}"`;
const log = [
  line(1, "/posts/%EB%B4%84/"),
  line(2, "/posts/%EB%B4%84/"),
  line(2, "/"),
  line(3, "/posts/%EB%B4%84/", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
];

/** The command that a guide shows. */
function commandIn(guide: string): string {
  return /^goaccess .*$/mu.exec(readFileSync(guide, "utf8"))?.[0] ?? "";
}

test(
  "the guides' line makes a report of a log, without crawlers and whole addresses of readers",
  { skip: missingServer("goaccess", goaccess) },
  (context) => {
    const folder = mkdtempSync(join(tmpdir(), "seogo-log-"));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "access.log"), `${log.join("\n")}\n`);
    const command = commandIn("docs/without-script.md");
    assert.equal(command, commandIn("docs/en/without-script.md"));
    const [, , ...options] = command.split(" ");
    const made = (output: string) => {
      const args = [join(folder, "access.log"), ...options.slice(0, -1), join(folder, output)];
      const { status, stderr } = spawnSync(goaccess ?? "", args, {
        encoding: "utf8",
        env: { ...process.env, TERM: "dumb" },
      });
      assert.equal(status, 0, stderr);
      return readFileSync(join(folder, output), "utf8");
    };
    assert.match(made("report.html"), /<title>/u);
    const report = JSON.parse(made("report.json")) as {
      general: { valid_requests: number; failed_requests: number; unique_visitors: number };
      requests: { data: readonly { data: string; hits: { count: number } }[] };
      hosts: { data: readonly { data: string }[] };
    };
    const { valid_requests: valid, failed_requests: failed, unique_visitors: visitors } = report.general;
    assert.deepEqual([valid, failed, visitors], [3, 0, 2]);
    const [first] = report.requests.data;
    assert.deepEqual([first?.data, first?.hits.count], ["/posts/봄/", 2]);
    assert.deepEqual([...new Set(report.hosts.data.map(({ data }) => data))], ["203.0.113.0"]);
  },
);
