// One sitting of an author's at one dev server, in this order: each part goes on where the one before it ended.
import "./dev/opened.ts";
import "./dev/edits.ts";
import "./dev/mistakes.ts";
import "./dev/owners-code.ts";
import "./dev/to-look-at.ts";
import "./dev/said.ts";
