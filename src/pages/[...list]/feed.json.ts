import { feedRoute } from "#site/list-routes.ts";

export const { getStaticPaths, GET } = feedRoute("json");
