/// <reference lib="dom" />
import type { Notice } from "./board.ts";

/** The browser's part of the dev server: shows over the page what the terminal says is wrong, and at its foot what to look at. Published pages have none of it. */
const style = `
:host { all: initial; position: fixed; z-index: 2147483647 }
:host(seogo-strip) { inset-block-end: 0; inset-inline-end: 0; color-scheme: light dark }
:host(seogo-notice) { inset: 0; overflow: auto; overscroll-behavior: contain; background: #1c1916b3; color-scheme: light }
section { box-sizing: border-box; max-inline-size: 52rem; margin: 8vh auto; padding: 1.5rem 2rem 1.25rem; background: #fffdf8; color: #2b2520; border-block-start: 6px solid #b3261e; border-radius: 4px; font: 16px/1.7 system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere; box-shadow: 0 1rem 3rem #0006 }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; color: #b3261e }
li { margin-block: .75rem }
ol { margin: 0; padding: 0; list-style: none }
code { font: 14px/1.6 ui-monospace, monospace; color: #6b3a2e }
pre { margin: .4rem 0 0; padding: .5rem .75rem; background: #f3ede1; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap }
footer { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; margin-block-start: 1rem; color: #6b6259; font-size: 14px }
details { box-sizing: border-box; max-inline-size: min(40rem, 100vw); max-block-size: 60vh; overflow: auto; overscroll-behavior: contain; padding-inline: 1rem; background: light-dark(#fff4d6, #3a2f14); color: light-dark(#3d2e00, #f6e7bd); border: 1px solid light-dark(#b98900, #8f7430); border-radius: 6px 0 0 0; font: 16px/1.7 system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere }
details code, details pre { color: inherit; background: none }
details pre { padding-block: 0 }
summary { position: sticky; inset-block-start: 0; padding-block: .35rem; background: inherit; cursor: pointer; font-weight: 600 }
a { color: inherit }
@media print { :host { display: none } }
button { flex: none; font: inherit; padding: .2rem .9rem; border: 1px solid #b9ad9c; border-radius: 3px; background: none; color: inherit; cursor: pointer }
`;

function show({ reports, hint, close, strip }: Notice): void {
  place("seogo-strip", strip, () => {
    const [title = "", items] = reported(strip);
    const details = element("details", element("summary", title), items);
    details.open = sessionStorage.getItem(kept) !== null;
    details.ontoggle = () => (details.open ? sessionStorage.setItem(kept, "open") : sessionStorage.removeItem(kept));
    return details;
  });
  place("seogo-notice", reports.join("\n"), (host) => {
    const button = element("button", close);
    button.onclick = () => host.remove();
    const wrong = reports.flatMap((report) => {
      const [title = "", items] = reported(report);
      return [element("h2", title), items];
    });
    return element("section", ...wrong, element("footer", hint, button));
  });
}

/** Whether the strip is open, over the pages that an author looks at. */
const kept = "seogo-strip";

/** What stands in each place: what is told once more stays as its reader left it. */
const shown = new Map<string, string>();

/** Puts what is made of words at the page's end, in an element of that name, away from the page's styles; nothing where there are none. */
function place(name: string, words: string, made: (host: HTMLElement) => HTMLElement): void {
  if ((shown.get(name) ?? "") === words) return;
  shown.set(name, words);
  for (const old of document.querySelectorAll(name)) old.remove();
  if (words === "") return;
  const host = document.createElement(name);
  host.setAttribute("role", name === "seogo-notice" ? "alert" : "status");
  host.attachShadow({ mode: "open" }).append(element("style", style), made(host));
  document.body.append(host);
}

/** A report's first line, and each further one as an item of a list; what is indented under it as it stands. */
function reported(report: string): [string, HTMLElement] {
  const [title = "", ...lines] = report.split("\n");
  const items: HTMLElement[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last && /^\s/u.test(line)) last.append(element("pre", line.trim()));
    else items.push(element("li", ...placed(line)));
  }
  return [title, element("ol", ...items)];
}

/** `파일:줄:열  …` with the place told apart; an address leads there. */
function placed(line: string): (HTMLElement | string)[] {
  const [, place = "", words] = /^(\S.*?) {2}(.*)$/u.exec(line) ?? [];
  if (words === undefined) return [line];
  const link = element("a", place);
  link.href = place;
  return [place.startsWith("/") ? link : element("code", place), element("br"), words];
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, ...inside: (Node | string)[]) {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") for (const one of document.querySelectorAll("seogo-notice")) one.remove();
});
import.meta.hot?.on("seogo:notice", show);
// What is sent before the connection stands waits for it, and its age would be too young by then.
const hello = () => import.meta.hot?.send("seogo:hello", { ageMs: performance.now(), at: location.pathname });
import.meta.hot?.on("vite:ws:connect", hello);
hello();
