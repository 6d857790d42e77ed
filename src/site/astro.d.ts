/** What TypeScript by itself knows of a component; `astro check` reads its props. */
declare module "*.astro" {
  const component: (props: object) => unknown;
  export default component;
}
