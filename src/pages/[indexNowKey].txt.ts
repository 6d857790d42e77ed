import type { APIRoute } from "astro";
import { site } from "#site.config.ts";
import { answer } from "#outputs/answer.ts";

export const getStaticPaths = () =>
  site.indexNowKey === undefined
    ? []
    : [{ params: { indexNowKey: site.indexNowKey }, props: { key: site.indexNowKey } }];

export const GET: APIRoute<{ key: string }> = ({ props }) => answer(props.key, "text/plain");
