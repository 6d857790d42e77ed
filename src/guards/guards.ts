import type { BuiltSite } from "./built-site.ts";
import type { Finding, Guard } from "./finding.ts";
import { noScript } from "./no-script.ts";

const all: readonly Guard[] = [noScript];

/** Everything all guards find in a built site. */
export function findings(site: BuiltSite): Finding[] {
  return all.flatMap((guard) => guard(site));
}
