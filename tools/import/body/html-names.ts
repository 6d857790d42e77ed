const names =
  "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp " +
  "svg g path rect circle ellipse line polyline polygon text tspan defs use symbol marker lineargradient radialgradient stop clippath mask pattern filter foreignobject animate animatetransform image desc " +
  "math mrow mi mo mn ms mtext mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mspace mstyle mpadded mphantom semantics annotation";

const known = new Set(names.split(" "));

/** Whether browsers know an element of this name (HTML, SVG, MathML; letter case aside); others would vanish from the page. */
export function isElementName(name: string): boolean {
  return known.has(name.toLowerCase());
}
