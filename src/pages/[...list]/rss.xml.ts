import { feedRoute } from "#site/feed-paths.ts";

export const { getStaticPaths, GET } = feedRoute("rss");
