import { sentinel } from "./sentinels.ts";

const elements = new Set(
  (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button " +
    "canvas caption center circle cite code col colgroup data datalist dd defs del desc details dfn dialog dir div dl dt " +
    "ellipse em embed fieldset figcaption figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head " +
    "header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li line link listing main map " +
    "mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param path " +
    "picture plaintext polygon polyline pre progress q rb rect rp rt rtc ruby s samp script search section select slot " +
    "small source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time " +
    "title tr track tspan tt u ul use var video wbr xmp " +
    "annotation mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext " +
    "mtr munder munderover semantics"
  ).split(" "),
);
/** Whether browsers know an element of this name (letter case aside); what else looks like a tag is text. */
export function isElementName(name: string): boolean {
  return elements.has(name.toLowerCase());
}

const tagLike = /(?<!\\)(\]\(|\]:[ \t]*\n?[ \t]*)?<(\/?)([a-z][^\s<>/]*)/giu;
const holdsLinkEnd = /^[^<>\n]*\][([][^<>\n]*>/u;
const address = /^[a-z][a-z0-9+.-]*:|@/iu;

/** Source in which the `<` of what only looks like a tag (`<T>`, `<pid>`, `List<String>`) is text; link targets and addresses stay, and a tag that holds a link's end. */
export function withoutPseudoTags(source: string): string {
  return source.replace(tagLike, (...found: (string | number | undefined)[]) => {
    const [whole, target, , name, at] = found as [string, string | undefined, string, string, number];
    if (target !== undefined || address.test(name) || isElementName(name)) return whole;
    const end = at + whole.length;
    return holdsLinkEnd.test(source.slice(end, end + 200)) ? whole : whole.replace("<", sentinel.less);
  });
}
