import assert from "node:assert/strict";
import { test } from "node:test";
import { blog, bodyOf } from "./odd-blog.ts";

const head = "---\ntitle: 글\ndate: 2024-01-02\n---\n";

test("MkDocs: boxes, folds and tabs by their indents, files that are put in, icons; code that shows their marks stays", async (context) => {
  const ours = await blog(context, {
    "mkdocs.yml": "site_name: 정리\n",
    "snippets/말.md": "조각 **말**\n",
    "docs/a.py": "# --8<-- [start:둘]\nx = 1\n# --8<-- [end:둘]\ny = 2\n",
    "docs/글.md": `${head}!!! warning "꼭 \\"볼\\" 것"
    알림 **말**

    \`\`\`py title="a.py"
    a
    \`\`\`

    !!! tip
        안쪽
끝

??? info "펼치기"
    접은 말

???+ note
    열린 말

=== "파이썬"

    파이썬 말

=== "자바"

    자바 말

1. 하나

    !!! note ""
        목록 안

--8<-- "snippets/말.md"

\`\`\`py
--8<-- "docs/a.py:둘"
\`\`\`

--8<-- "없다.md"

:material-check: 아이콘 \`:material-check:\` ++ctrl+page-up++를 누른다. i++ + j++

\`\`\`md
!!! note
    보기
\`\`\`
`,
  });
  assert.equal(
    bodyOf(ours.written("docs/글.md")),
    `> [!WARNING] 꼭 "볼" 것
> 알림 **말**
>
> \`\`\`py title="a.py"
> a
> \`\`\`
>
> > [!TIP]
> > 안쪽

끝

<details>
<summary>펼치기</summary>

접은 말

</details>

<details open>
<summary>note</summary>

열린 말

</details>

**파이썬**

파이썬 말

**자바**

자바 말

1. 하나

    > [!NOTE]
    > 목록 안

조각 **말**

\`\`\`py
x = 1
\`\`\`

--8<-- "없다.md"

 아이콘 \`:material-check:\` <kbd>Ctrl</kbd>+<kbd>Page-up</kbd>를 누른다. i++ + j++

\`\`\`md
!!! note
    보기
\`\`\`
`,
  );
  assert.deepEqual(
    ours.page("docs/글.md")?.warnings.map(({ code }) => code),
    ["link-unknown"],
  );
});

test("MkDocs: raised, lowered and added words where its settings ask for them; titles without marks; posts of the blog at their days", async (context) => {
  const settings = (plugins: string, more = "") =>
    `site_name: 정리\nsite_url: https://m.test/\nplugins:\n${plugins}markdown_extensions:\n  - footnotes\n${more}`;
  const post =
    "---\ndate: 2024-05-06\n---\n# 꽃^봄^ 글, <b>둘</b>\n\n`^a^` 물H~2~O ^^더한 말^^ ~~지운 말~~ [^1][^2] $x^2+y^2$ 2^10 ~ 3\n";
  const own = await blog(context, {
    "mkdocs.yml": settings("  - search\n  - blog\n", "  - pymdownx.caret\n  - pymdownx.tilde\n"),
    "docs/blog/posts/꽃.md": post,
    "docs/blog/posts/둘.md": "---\ntitle: 둘\ndate: 2024-05-06\nslug: two\n---\n말\n",
    "docs/blog/posts/셋.md": "---\ntitle: 셋\n---\n말\n",
    "docs/글/posts/넷.md": "---\ntitle: 넷\n---\n말\n",
  });
  assert.equal(
    bodyOf(own.written("docs/blog/posts/꽃.md")),
    "# 꽃<sup>봄</sup> 글, <b>둘</b>\n\n`^a^` 물H<sub>2</sub>O <ins>더한 말</ins> ~~지운 말~~ [^1][^2] $x^2+y^2$ 2^10 ~ 3\n",
  );
  assert.match(own.written("docs/blog/posts/꽃.md"), /^title: 꽃봄 글, 둘$/mu);
  assert.deepEqual(
    own.report.pages.map(({ path, isNewAddress }) => `${path}${isNewAddress ? " NEW" : ""}`),
    ["/blog/2024/05/06/꽃봄-글-둘/", "/blog/2024/05/06/two/", "/posts/blog/posts/셋/ NEW", "/글/posts/넷/"],
  );
  const other = await blog(context, {
    "mkdocs.yml": settings('  - blog:\n      blog_dir: .\n      post_url_format: "{categories}/{file}"\n'),
    "docs/posts/꽃.md": post,
  });
  assert.match(bodyOf(other.written("docs/posts/꽃.md")), /물H~2~O \^\^더한 말\^\^/u);
  assert.deepEqual(
    other.report.pages.map(({ path }) => path),
    ["/posts/꽃/"],
  );
});
