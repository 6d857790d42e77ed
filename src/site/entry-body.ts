import {
  type AstroComponentFactory,
  createComponent,
  renderComponent,
  renderSlotToString,
  renderTemplate,
  unescapeHTML,
} from "astro/runtime/server/index.js";
import { getEntry, render } from "astro:content";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { renderers } from "virtual:astro:renderers";
import { heldHtml } from "#components/held-html.ts";
import { once } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import { htmlOf, storedEntries } from "./collection.ts";

/** What Astro's `render` takes an entry's parts from. */
interface EntryModule {
  readonly Content: AstroComponentFactory;
}

/** Astro's module of an MDX file; with styles to collect it hands on the module itself by `getMod`. */
interface Loaded extends Partial<EntryModule> {
  readonly default?: { readonly getMod?: () => Promise<EntryModule> };
}

/**
 * The module of the entry in a file, its text held together at line ends as on its own page, unless `Content` is given
 * `held={false}`; `load` loads Astro's of an MDX file, and of any other collection of the owner's. Throws where there is
 * none: Astro would show an empty page.
 *
 * @public Imported by the module that `entry-modules.ts` makes.
 */
export async function entryModule(file: string, load: (() => Promise<Loaded>) | undefined): Promise<object> {
  const entry = (await storedEntries()).find((one) => one.file === file);
  if (!entry && load) return load();
  if (!entry) throw new Error(`render(entry): ${file} is no entry that this site shows`);
  const getHeadings = () => entry.headings;
  if (entry.format === "md") return { Content: printed(await htmlOf(entry)), getHeadings };
  if (!load && !import.meta.env.DEV)
    throw new Error(`render(entry): Astro has no module for ${file}; delete .astro and .seogo, then build again`);
  const loaded = await (load ?? (() => unlisted(file)))();
  const shown = (module: EntryModule) => ({ ...module, Content: held(module.Content, file), getHeadings });
  const getMod = loaded.default?.getMod;
  if (getMod) return { default: { ...loaded.default, getMod: async () => shown(await getMod()) } };
  if (!loaded.Content) throw new Error(`render(entry): Astro's module for ${file} has no Content`);
  return shown({ Content: loaded.Content });
}

/** Astro's module of an MDX file that is new in the dev server, by the id under which Astro lists it half a second later. */
function unlisted(file: string): Promise<Loaded> {
  const name = "astro:content-layer-deferred-module";
  const query = new URLSearchParams({ [name]: "", fileName: file, astroContentModuleFlag: "true" });
  return import(/* @vite-ignore */ `/@id/${name}?${query}`) as Promise<Loaded>;
}

export async function contentOf(entry: Entry): Promise<EntryModule> {
  if (entry.format === "md") return { Content: printed(await htmlOf(entry)) };
  const stored = await getEntry(entry.kind === "post" ? "posts" : "pages", entry.id);
  if (!stored) throw new Error(`No stored entry for ${entry.file}`);
  return render(stored);
}

/** The HTML of an MDX entry's body outside a page, for feeds. */
export async function mdxHtml(entry: Entry): Promise<string> {
  const { Content } = await contentOf(entry);
  return (await container()).renderToString(Content, { props: { held: false } });
}

const container = once(async () => AstroContainer.create({ renderers }));

function printed(html: string): AstroComponentFactory {
  return createComponent(
    (_, props) => renderTemplate`${unescapeHTML(props["held"] === false ? html : heldHtml(html))}`,
  );
}

/** What an MDX file shows; an error of its components, which know nothing of it, is given its name. */
function held(Content: AstroComponentFactory, entryFile: string): AstroComponentFactory {
  return createComponent(async (result, props, slots) => {
    const body = () => renderTemplate`${renderComponent(result, "Content", Content, props, slots)}`;
    const html = await renderSlotToString(result, body).catch((error: unknown) => {
      throw Object.assign(Object(error), { entryFile });
    });
    return renderTemplate`${unescapeHTML(props["held"] === false ? html : heldHtml(html))}`;
  });
}
