/// <reference lib="dom" />
import type { Notice } from "./board.ts";

/** The browser's part of the dev server: shows over the page what the terminal says is wrong. Published pages have none of it. */
const style = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; overscroll-behavior: contain; background: #1c1916b3; color-scheme: light }
section { box-sizing: border-box; max-inline-size: 52rem; margin: 8vh auto; padding: 1.5rem 2rem 1.25rem; background: #fffdf8; color: #2b2520; border-block-start: 6px solid #b3261e; border-radius: 4px; font: 16px/1.7 system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere; box-shadow: 0 1rem 3rem #0006 }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; color: #b3261e }
li { margin-block: .75rem }
ol { margin: 0; padding: 0; list-style: none }
code { font: 14px/1.6 ui-monospace, monospace; color: #6b3a2e }
pre { margin: .4rem 0 0; padding: .5rem .75rem; background: #f3ede1; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap }
footer { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; margin-block-start: 1rem; color: #6b6259; font-size: 14px }
button { flex: none; font: inherit; padding: .2rem .9rem; border: 1px solid #b9ad9c; border-radius: 3px; background: none; color: inherit; cursor: pointer }
`;

function show({ reports, hint, close }: Notice): void {
  for (const old of document.querySelectorAll("seogo-notice")) old.remove();
  if (reports.length === 0) return;
  const host = document.createElement("seogo-notice");
  const button = element("button", close);
  button.onclick = () => host.remove();
  const foot = element("footer", hint, button);
  const panel = element("section", ...reports.flatMap(reported), foot);
  panel.setAttribute("role", "alert");
  host.attachShadow({ mode: "open" }).append(element("style", style), panel);
  document.body.append(host);
}

/** A report's first line as a heading, each further one as an item; what is indented under it as it stands. */
function reported(report: string): HTMLElement[] {
  const [title = "", ...lines] = report.split("\n");
  const items: HTMLElement[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last && /^\s/u.test(line)) last.append(element("pre", line.trim()));
    else items.push(element("li", ...placed(line)));
  }
  return [element("h2", title), element("ol", ...items)];
}

/** `파일:줄:열  …` with the place told apart. */
function placed(line: string): (HTMLElement | string)[] {
  const [, place, words] = /^(\S.*?) {2}(.*)$/u.exec(line) ?? [];
  return place === undefined ? [line] : [element("code", place), element("br"), words ?? ""];
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
const hello = () => import.meta.hot?.send("seogo:hello", { ageMs: performance.now() });
import.meta.hot?.on("vite:ws:connect", hello);
hello();
