import { llms } from "#outputs/llms.ts";
import { homeRoute } from "#site/feed-paths.ts";

export const { getStaticPaths, GET } = homeRoute("text/plain", ({ catalogue }) => llms(catalogue));
