import { feedStyle } from "#outputs/feed-style.ts";
import rules from "#styles/feed.css?raw";
import { homeRoute } from "#site/list-routes.ts";

export const { getStaticPaths, GET } = homeRoute("feed.css", "text/css", ({ catalogue }) =>
  feedStyle(rules, catalogue.site.language),
);
