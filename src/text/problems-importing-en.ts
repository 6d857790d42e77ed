import type { ImportWarningText } from "./problems-importing.ts";

const text = (values: Readonly<Record<string, string | number>>, key: string) => String(values[key] ?? "");

/** Doubtful places of an import in English. */
export const importWarningsEn: ImportWarningText = {
  encoding: (v) => ({ what: `was ${text(v, "encoding")}, not UTF-8`, fix: "look for broken letters" }),
  "front-matter-repaired": () => ({ what: "the YAML had faulty lines and was fixed", fix: "check title and date" }),
  "front-matter-unreadable": () => ({
    what: "the front matter could not be read and stays in the body",
    fix: "fix it by hand",
  }),
  "date-odd": (v) => ({
    what: `the date ${text(v, "written")} could not be read whole`,
    fix: "write it as YYYY-MM-DD",
  }),
  "import-address-taken": (v) => ({
    what: `the address ${text(v, "address")} is taken: moved to ${text(v, "now")}`,
    fix: "write a fitting address into url",
  }),
  "hidden-by-date": () => ({
    what: "the source hides it today (publishDate, expiryDate): kept as a draft",
    fix: "take the draft line out to show it",
  }),
  "hidden-by-field": (v) => ({
    what: `${text(v, "field")} hides it: kept as a draft`,
    fix: "take that line and the draft line out to show it",
  }),
  "hidden-by-place": () => ({
    what: "the source does not publish such a file, or its front matter cannot be read: kept as a draft",
    fix: "take the draft line out to show it",
  }),
  unlisted: () => ({
    what: "the source keeps it out of lists (build.list): it is a page that only its address opens",
    fix: "move the file to src/content/posts/ to list it",
  }),
  "section-page": (v) => ({
    what: `the words about a section became the page ${text(v, "address")}, with a link to all posts at its end`,
    fix: "write links to the section's posts if you want them listed",
  }),
  "import-picture-missing": (v) => ({
    what: `the source has no file for the picture ${text(v, "address")}`,
    fix: "put the file beside the post",
  }),
  "picture-refused": (v) => ({
    what: `the picture ${text(v, "address")} is there, but broken, or an SVG with script in it`,
    fix: "save it again as PNG or JPEG beside the post",
  }),
  "picture-elsewhere": (v) => ({
    what: `the picture ${text(v, "address")} stays on the old blog's server`,
    fix: "it goes when the old blog goes: put its file beside the post",
  }),
  "mdx-dropped": (v) => ({
    what: `${text(v, "written")} of MDX went`,
    fix: "put in as text what it showed, or rename the file to .mdx and bring the component",
  }),
  "liquid-value": (v) => ({
    what: `${text(v, "written")}, whose value is not known, went`,
    fix: "write what the post needs instead",
  }),
  "import-cover-missing": (v) => ({
    what: `the source has no file for the cover ${text(v, "address")}`,
    fix: "put the file beside the post or take the image line out",
  }),
  "picture-guessed": (v) => ({
    what: `the place of the picture ${text(v, "address")} was guessed by its name`,
    fix: "check that it is the right one",
  }),
  "link-unknown": (v) => ({ what: `no page found for the link ${text(v, "address")}`, fix: "fix the address" }),
  "definition-twice": (v) => ({
    what: `${text(v, "written")} is defined before, so ${text(v, "address")} is not used`,
    fix: "give it another name",
  }),
  "tistory-link": (v) => ({
    what: `the link ${text(v, "address")} leads to a post of Tistory`,
    fix: "if it is yours, import again with --address and the old blog's address",
  }),
  "reference-unknown": (v) => ({ what: `no page found for ref ${text(v, "target")}`, fix: "fix the address" }),
  "param-unknown": (v) => ({ what: `no value found for param ${text(v, "name")}`, fix: "write the value" }),
  "shortcode-unknown": (v) => ({
    what: `of the unknown shortcode ${text(v, "name")} only text and arguments stay`,
    fix: "give it a fitting form",
  }),
  "shortcode-unopened": (v) => ({
    what: `the closing shortcode /${text(v, "name")} opens nowhere and went`,
    fix: "look at the text around it",
  }),
  "shortcode-in-code": (v) => ({
    what: `the shortcode ${text(v, "name")} stays in code as written, where Hugo runs it`,
    fix: "write there what it showed, if it is needed",
  }),
  "gallery-empty": (v) => ({
    what: `no pictures found for the shortcode ${text(v, "name")}`,
    fix: "put the pictures in by hand",
  }),
  "embed-linked": (v) => ({
    what: `${text(v, "address")}, embedded by ${text(v, "name")}, became a link`,
    fix: "better the link's words",
  }),
  "script-dropped": (v) => ({
    what: `a script went ${text(v, "address")}`,
    fix: "put in as text or picture what it drew",
  }),
  "style-dropped": () => ({ what: "a style element went", fix: "write it into src/styles/owner.css if it is needed" }),
  "frame-empty": (v) => ({ what: `a ${text(v, "name")} without an address went`, fix: "put in a link" }),
  "tag-shown": (v) => ({
    what: `${text(v, "tag")}, which a browser hides, is now shown as text`,
    fix: "put it between backticks if it is code",
  }),
  "words-kept": (v) => ({
    what: `of <${text(v, "name")}>, which Seogo does not show, only the words stay`,
    fix: "make a list of it, or a picture file if it is drawn",
  }),
  "footnote-uncited": (v) => ({
    what: `nothing in the text cites the footnote ${text(v, "written")}: it stands as a paragraph`,
    fix: "cite it where it belongs and take the backslash before it out",
  }),
  "liquid-shown": (v) => ({
    what: `the Liquid tag ${text(v, "written")} stays as code`,
    fix: "write what the post needs instead",
  }),
  "liquid-dropped": (v) => ({ what: `the Liquid tag ${text(v, "written")} went`, fix: "write what it showed" }),
  "body-unconverted": (v) => ({
    what: `converting the body failed, it stays as it was (${text(v, "reason")})`,
    fix: "fix the post by hand",
  }),
  "attributes-dropped": (v) => ({
    what: `the kramdown attributes ${text(v, "written")} went`,
    fix: "see whether the look is needed",
  }),
};
