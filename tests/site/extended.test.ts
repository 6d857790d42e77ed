// One site that an owner extended, in this order: each part goes on where the one before it ended.
import "./extended/published.ts";
import "./extended/refused.ts";
import "./extended/hosts.ts";
