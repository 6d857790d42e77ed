import { feedStyle } from "#outputs/feed-style.ts";
import rules from "#styles/feed.css?raw";
import { homeRoute } from "#site/feed-paths.ts";

export const { getStaticPaths, GET } = homeRoute("text/css", ({ catalogue }) =>
  feedStyle(rules, catalogue.site.language),
);
