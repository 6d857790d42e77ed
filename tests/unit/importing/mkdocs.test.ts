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
