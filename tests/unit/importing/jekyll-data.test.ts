import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const lines = [
  "{{ site.data.people.kim.name }}와 {{ site.data.people['lee'].name }}",
  "{{ site.data.links[0].title }} {{site.data.links.size}}개, {{ site.data.깊은.자료.값 | upcase }}",
  "{{ site.data.table.first.city }}",
  "{{ site.data.people.none.name }}",
  "{{ site.data.people[page.author].name }}",
  "{% for link in site.data.links %}",
  "- {{ link.title }}",
  "{% endfor %}",
  "{% assign one = site.data.people.kim %}",
];

test("simple values of _data are put in; every other use is named with its line", async () => {
  const { root, remove } = sourceOf({
    "_config.yml": "title: 블로그\n",
    "_data/people.yml": "kim:\n  name: 김\nlee:\n  name: 이\n",
    "_data/links.json": '[{"title": "하나"}, {"title": "둘"}]\n',
    "_data/깊은/자료.yaml": "값: abc\n",
    "_data/table.csv": 'city,"많은 사람"\n서울,1\n',
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n${lines.join("\n\n")}\n`,
  });
  const ours = await imported(root);
  const [page] = ours.report.pages;
  const written = readFileSync(path.join(ours.root, page?.target ?? ""), "utf8");
  for (const shown of ["김와 이", "하나 2개, ABC", "서울"]) assert.ok(written.includes(`\n${shown}\n`), written);
  assert.deepEqual(
    page?.warnings.map(({ line, code, values }) => [line, code, values["written"]]),
    [
      [10, "liquid-value", "{{ site.data.people.none.name }}"],
      [12, "liquid-value", "{{ site.data.people[page.author].name }}"],
      [14, "liquid-dropped", "{% for link in site.data.links %}"],
      [16, "liquid-value", "{{ link.title }}"],
      [20, "liquid-dropped", "{% assign one = site.data.people.kim %}"],
    ],
  );
  ours.remove();
  remove();
});

test("what capture holds stands where it is shown, in the theme's notice; the front page is no dead link", async () => {
  const held = "{% capture notice-text %}\n**가**\n* 나\n{% endcapture %}";
  const shown = '<div class="notice--danger">{{ notice-text | markdownify }}</div>';
  const { root, remove } = sourceOf({
    "_config.yml": "title: 블로그\n",
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n${held}\n\n앞\n\n${shown}\n\n[홈](/)\n`,
  });
  const ours = await imported(root);
  const [page] = ours.report.pages;
  const written = readFileSync(path.join(ours.root, page?.target ?? ""), "utf8");
  assert.match(written, /---\n+앞\n\n> \[!CAUTION\]\n>\n> \*\*가\*\*\n> \* 나\n\n\[홈\]\(\/\)\n$/u);
  assert.deepEqual(page?.warnings, []);
  ours.remove();
  remove();
});

test("what capture holds is never lost: behind filters, and where only an include would show it", async () => {
  const figure = "{% capture fig %}\n![가](https://a.example/a.png)\n{% endcapture %}";
  const shown =
    '<figure>\n{{ fig | markdownify | remove: "<p>" | newline_to_br }}\n<figcaption>나</figcaption>\n</figure>';
  const other = "{% capture alert %}\n다라\n{% endcapture %}\n{% include alert.html content=alert %}";
  const { root, remove } = sourceOf({
    "_config.yml": "title: 블로그\n",
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n${figure}\n${shown}\n\n${other}\n`,
  });
  const ours = await imported(root);
  const [page] = ours.report.pages;
  const written = readFileSync(path.join(ours.root, page?.target ?? ""), "utf8");
  assert.match(
    written,
    /<figure>\s+!\[가\]\(https:\/\/a\.example\/a\.png\)\s+<figcaption>나<\/figcaption>\s+<\/figure>/u,
  );
  assert.match(written, /\n다라\n/u);
  ours.remove();
  remove();
});

test("a gallery's pictures keep what the front matter says that each shows", async () => {
  const pictures =
    "gallery:\n  - image_path: https://a.example/1.png\n    alt: 하나\n  - image_path: https://a.example/2.png\n";
  const { root, remove } = sourceOf({
    "_config.yml": "title: 블로그\n",
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n${pictures}---\n{% include gallery caption="모두" %}\n`,
  });
  const ours = await imported(root);
  const written = readFileSync(path.join(ours.root, ours.report.pages[0]?.target ?? ""), "utf8");
  assert.match(
    written,
    /\n!\[하나\]\(https:\/\/a\.example\/1\.png\)\n!\[\]\(https:\/\/a\.example\/2\.png\)\n\n모두\n$/u,
  );
  ours.remove();
  remove();
});
