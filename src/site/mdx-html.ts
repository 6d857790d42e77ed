import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { loadRenderers } from "astro:container";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { once } from "#model/once.ts";

type Component = Parameters<AstroContainer["renderToString"]>[0];

/** A printer of MDX bodies as HTML outside a page, for feeds; the renderer is made once, when first asked for. */
export function mdxPrinter(): (body: Component) => Promise<string> {
  const container = once(async () =>
    AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) }),
  );
  return async (body) => (await container()).renderToString(body, { props: { held: false } });
}
