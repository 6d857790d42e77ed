import assert from "node:assert/strict";
import { test } from "node:test";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { contentPolicy, metaPolicy } from "#model/content-policy.ts";

/** What Google's evaluator says against a policy. */
function complaints(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity !== Severity.NONE)
    .map(({ directive, description }) => `${directive}: ${description}`);
}

test("the evaluator has nothing to say against our policy, and would have", () => {
  for (const origins of [[], ["https://a.example", "https://b.example:8443"]]) {
    assert.deepEqual(complaints(contentPolicy(origins)), []);
    assert.deepEqual(complaints(metaPolicy(origins)), []);
  }
  assert.notDeepEqual(
    complaints(contentPolicy([]).replace("default-src 'none'", "default-src *; script-src 'unsafe-inline'")),
    [],
  );
});
