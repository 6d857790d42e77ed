import { llms } from "#outputs/markdown-source.ts";
import { homeRoute } from "#site/feed-paths.ts";

export const { getStaticPaths, GET } = homeRoute("text/plain", ({ catalogue }) => llms(catalogue));
