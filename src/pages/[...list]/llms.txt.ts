import { llms } from "#outputs/markdown-source.ts";
import { homeRoute } from "#site/list-routes.ts";

export const { getStaticPaths, GET } = homeRoute("llms.txt", "text/plain", ({ catalogue }) => llms(catalogue));
