import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "./findings.ts";
import { rendered } from "./setting.ts";

const smuggled: readonly string[] = [
  "<script>alert(1)</script>",
  "말 <script>alert(1)</script> 말",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<script\n>alert(1)</script\n>",
  "<script/src=//evil.example>",
  "<script>\n\nalert(1)\n\n</script>",
  "<img src=x onerror=alert(1)>",
  "<img/src=x/onerror=alert(1)>",
  "<IMG SRC=`javascript:alert(1)`>",
  '<img src="x" title="a" onload = "alert(1)">',
  "<img\nsrc=x\nonerror\n=\nalert(1)>",
  '<a href="javascript:alert(1)">말</a>',
  '<a href="java&#115;cript:alert(1)">말</a>',
  '<a href="java&Tab;script&colon;alert(1)">말</a>',
  '<a href=" &#1; javascript:alert(1)">말</a>',
  '<a href="JaVaScRiPt:alert(1)">말</a>',
  '<a href="java\u00adscript:alert(1)">말</a>',
  '<a href="data:text/html,<script>alert(1)</script>">말</a>',
  '<a href="vbscript:msgbox(1)">말</a>',
  '<blockquote cite="javascript:alert(1)">말</blockquote>',
  '<q cite="data:text/html,<script>1</script>">말</q>',
  "[말](javascript:alert(1))",
  "[말](java&#115;cript:alert(1))",
  "[말](<javascript:alert(1)>)",
  "[말]: javascript:alert(1)\n\n[말]",
  "![말](javascript:alert(1))",
  "![말](data:image/svg+xml;base64,PHN2Zz4=)",
  "<javascript:alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x></svg>",
  '<svg><a xlink:href="javascript:alert(1)"><text>말</text></a></svg>',
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  '<math href="javascript:alert(1)">말</math>',
  "<iframe src=https://evil.example></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  "<embed src=//evil.example/x.swf>",
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="//evil.example/x.css">',
  "<style>@import '//evil.example'</style>",
  '<p style="background:url(javascript:alert(1))">말</p>',
  "<form action=javascript:alert(1)><button>말</button></form>",
  "<details open ontoggle=alert(1)>말</details>",
  "<body onload=alert(1)>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<textarea><script>alert(1)</script></textarea>",
  "<title><img src=x onerror=alert(1)></title>",
  "<xmp><script>alert(1)</script></xmp>",
  "<plaintext><script>alert(1)</script>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?php <script>alert(1)</script> ?>",
  "<video src=x onerror=alert(1)></video>",
  "<video><source onerror=alert(1)></video>",
  "<div\u0000onclick=alert(1)>말</div>",
  "<b onclick&#61;alert(1)>말</b>",
  "<p title='\"><script>alert(1)</script>'>말</p>",
  "# 제목 {onclick=alert(1)}",
  "제목 {onclick=alert(1)}\n===",
  "```js {onclick=alert(1)}\n1\n```",
  '```"><script>alert(1)</script>\n1\n```',
  '```js title="<script>alert(1)</script>"\n1\n```',
  '![말](책.png "<script>alert(1)</script>")',
  "> [!<script>alert(1)</script>] 말",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "{漢字|<script>alert(1)</script>}",
  "표: <img src=x onerror=alert(1)>\n\n| 가 |\n|---|\n| 나 |",
  "$$\n\\href{javascript:alert(1)}{x}\n$$",
  '$$\n\\class{x" onclick="alert(1)}{x}\n$$',
  '```mermaid\ngraph LR\nA["<img src=x onerror=alert(1)>"] --> B\nclick A "javascript:alert(1)"\n```',
  ":::note[<script>alert(1)</script>]\n말\n:::",
];

test("no way of writing HTML brings a script, a style or an outside frame into a page", async () => {
  assert.ok(smuggled.length >= 30);
  for (const source of smuggled) {
    for (const around of [
      source,
      `- 목록\n\n  ${source.replace(/\n/g, "\n  ")}`,
      `> ${source.replace(/\n/g, "\n> ")}`,
    ]) {
      const { html } = await rendered(around, { lineBreaks: "keep", quotes: "korean", math: true });
      const allowed = source.includes("mermaid") ? ["<svg>"] : [];
      assert.deepEqual(
        findings(html).filter((found) => !allowed.includes(found)),
        [],
        `${around}\n${html}`,
      );
    }
  }
});
