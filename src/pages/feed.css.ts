import type { APIRoute } from "astro";
import { feedStyle } from "#outputs/feed-style.ts";
import { site } from "#site.config.ts";
import rules from "#styles/feed.css?raw";
import { answer } from "#site/feed-paths.ts";

export const GET: APIRoute = () => answer(feedStyle(rules, site.language), "text/css");
