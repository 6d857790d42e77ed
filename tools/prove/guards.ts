import type { BuiltSite } from "./built-site.ts";
import type { Message } from "#messages/message.ts";
import { cards } from "./cards.ts";
import { expectedFiles } from "./expected-files.ts";
import { leaks } from "./leaks.ts";
import { ledger } from "./ledger.ts";
import { links } from "./links.ts";
import { map } from "./map.ts";
import { names } from "./names.ts";
import { orphans } from "./orphans.ts";
import { noScript } from "./no-script.ts";
import { duplicates } from "./duplicates.ts";

const all: readonly Guard[] = [noScript, leaks, ledger, duplicates, expectedFiles, links, orphans, names, map, cards];

/** Everything all guards find in a built site. */
export function findings(site: BuiltSite): Message[] {
  return all.flatMap((guard) => guard(site));
}

/** A proof on the built site: pure, whole, says everything it finds at once. */
type Guard = (site: BuiltSite) => Message[];
