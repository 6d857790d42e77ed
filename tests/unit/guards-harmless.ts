/** Bodies that only look dangerous; nothing may be found in them. */
export const harmlessBodies: readonly string[] = [
  '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
  "<p>&lt;script&gt;alert(1)&lt;/script&gt; 코드를 설명합니다.</p>",
  '<p title="javascript: 배우기" aria-label="onclick=1">javascript:는 무엇인가</p>',
  '<img alt="onerror=alert(1)" src="/pictures/a-0123456789.png">',
  '<a href="/posts/javascript:-기초/">글</a>',
  '<a href="/tags/node.js/">node.js</a>',
  '<a href="https://example.kr/?q=javascript:1">검색</a>',
  "<!-- <script>alert(1)</script> -->",
  "<textarea><script>1</script></textarea>",
  '<svg viewBox="0 0 1 1"><title>그림</title><path d="M0 0"/><animate attributeName="x" values="0;1"/></svg>',
  "<math><mi>x</mi></math><details><summary>더</summary></details>",
  '<link rel="preload" as="font" href="/f.woff2" crossorigin>',
  '<link rel="preload" as="image" imagesrcset="/a.webp 2x">',
  '<link rel="stylesheet" href="/assets/a.css"><link rel="me" href="https://e.example/">',
  '<meta http-equiv="content-security-policy" content="default-src \'none\'">',
  '<video src="/v.mp4" poster="/p.png" controls></video>',
];

/** Files of an owner's that must be left alone. */
export const harmlessFiles: readonly (readonly [path: string, text: string | Uint8Array])[] = [
  ["a.pdf", "%PDF-1.7"],
  ["a.json", '{"html":"<svg xmlns=\'http://www.w3.org/2000/svg\' onload=1>"}'],
  ["b.txt", "스크립트는 <script>처럼 씁니다"],
  ["CNAME", "blog.example\n"],
  [".well-known/atproto-did", "did:plc:abc"],
  [".nojekyll", ""],
  ["font.unknown", Uint8Array.of(0, 1, 2, 0xff)],
  ["map.kml", '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><name>길</name></kml>'],
  [
    "a.css",
    '@import "./a.css"; @namespace url(http://www.w3.org/2005/Atom); a{content:"//"; background:url(/a.css) /* https://e.example */; src: url(#x)}',
  ],
  ["c.css", 'a{--said:"말"; content:"https://e.example/"; --own:"/a.png"} a:hover{quotes:"//" "//"}'],
  [
    "map.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><style>a{fill:red}</style><image style="x:1" href="data:image/png;base64,AA=="/></svg>',
  ],
];
