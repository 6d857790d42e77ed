import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { loadRenderers } from "astro:container";
import { experimental_AstroContainer as AstroContainer } from "astro/container";

type Component = Parameters<AstroContainer["renderToString"]>[0];

/** A printer of MDX bodies as HTML outside a page, for feeds; the renderer is made once, when first asked for. */
export function mdxPrinter(): (body: Component) => Promise<string> {
  let made: Promise<AstroContainer> | undefined;
  return async (body) => {
    made ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
    return (await made).renderToString(body);
  };
}
