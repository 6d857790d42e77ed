import assert from "node:assert/strict";
import { test } from "node:test";
import { feedHtml } from "#outputs/feed-html.ts";

const page = "https://seogo.example/blog/posts/%EA%B8%80/";

test("a body becomes what readers may show", () => {
  const cases: readonly [string, string][] = [
    ['<p class="x" style="color:red" data-a="1" onclick="x()">글</p>', "<p>글</p>"],
    ['<a href="/blog/태그/">가</a>', '<a href="https://seogo.example/blog/%ED%83%9C%EA%B7%B8/">가</a>'],
    [
      '<a href="../other/?a=1&amp;b=[2]">가</a>',
      '<a href="https://seogo.example/blog/posts/other/?a=1&amp;b=%5B2%5D">가</a>',
    ],
    ['<a href="#각주">1</a>', `<a href="${page}#%EA%B0%81%EC%A3%BC">1</a>`],
    ['<a href="mailto:가@x.example">메일</a>', '<a href="mailto:%EA%B0%80@x.example">메일</a>'],
    ['<a href="java\tscript:alert(1)">나쁜</a>', "나쁜"],
    ['<a href="https://[">깨진</a>', "깨진"],
    [
      '<img src="/blog/pictures/a.png" srcset="/b.png 2x" loading="lazy" alt="그림" width="2" height="1">',
      '<img src="https://seogo.example/blog/pictures/a.png" alt="그림" width="2" height="1">',
    ],
    [
      '<picture><source srcset="/a.avif"><img src="/a.png" alt=""></picture>',
      '<img src="https://seogo.example/a.png" alt="">',
    ],
    ['<h2 id="제목">제목<a class="anchor" href="#제목" aria-label="x">#</a></h2>', "<h2>제목</h2>"],
    [
      '<pre class="code"><code class="language-js"><span class="k-keyword">let</span> <span>a</span></code></pre>',
      "<pre><code>let a</code></pre>",
    ],
    ["<script>x</script><style>y</style><p>글</p><!-- 비밀 -->", "<p>글</p>"],
    ['<iframe src="https://v.example/1" title="영상"></iframe>', ""],
    [
      '<math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
      "<code>x^2</code>",
    ],
    ["<math><mi>y</mi></math>", "<code>y</code>"],
    [
      '<aside class="callout"><p class="callout-title">도움말</p><p>글</p></aside>',
      "<aside><p><strong>도움말</strong></p><p>글</p></aside>",
    ],
    ["<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "<code>1 2</code>"],
    [
      '<ul><li><input type="checkbox" checked disabled aria-label="한 일"> 가</li><li><input type="checkbox" disabled> 나</li></ul>',
      "<ul><li>☑ 가</li><li>☐ 나</li></ul>",
    ],
    [
      '<figure class="drawing"><div class="drawing-box"><svg><text>가</text></svg></div><details><summary>원문</summary><pre><code>가 --&gt; 나</code></pre></details></figure>',
      "<pre><code>가 --&gt; 나</code></pre>",
    ],
    [
      '<figure class="drawing"><pre><code>pie</code></pre><figcaption>원문을 싣습니다</figcaption></figure>',
      "<pre><code>pie</code></pre>",
    ],
    ["<svg><script>x</script></svg><ruby>漢<rt>한</rt></ruby>", "<ruby>漢<rt>한</rt></ruby>"],
    ["<p>가\u0001\u0008\uFFFE\u0085나</p>\r\n<p>\uFFFD</p>", "<p>가나</p>\n<p>&#xFFFD;</p>"],
    ["<p>a &lt;b&gt; &amp;amp; ]]></p>", "<p>a &lt;b&gt; &amp;amp; ]]&gt;</p>"],
  ];
  for (const [html, expected] of cases) assert.equal(feedHtml(html, page), expected);
});
