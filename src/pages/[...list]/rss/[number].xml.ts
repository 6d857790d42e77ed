import { archiveRoute } from "#site/list-routes.ts";

export const { getStaticPaths, GET } = archiveRoute();
