import type { Message } from "#messages/message.ts";
import type { BuiltSite } from "./built-site.ts";

/** A proof on the built site: pure, whole, says everything it finds at once. */
export type Guard = (site: BuiltSite) => Message[];
