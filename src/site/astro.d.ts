/** What TypeScript by itself knows of a component; `astro check` reads its props. */
declare module "*.astro" {
  const component: (props: object) => unknown;
  export default component;
}

/** The site's own frameworks and MDX, as pages have them. */
declare module "virtual:astro:renderers" {
  export const renderers: NonNullable<import("astro/container").AstroContainerOptions["renderers"]>;
}
