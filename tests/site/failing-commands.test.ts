import { faultlessSite, head, post, setting, testWays } from "./failing.ts";

testWays(faultlessSite("failing-commands"), {
  "doctor: an unknown option": { run: ["doctor", "--jsn"], says: /--jsn/u },
  "doctor: a mistake": { run: ["doctor"], ...post("---\ndate: 2020-13-01\n---\n", /a\.md:2:7 {2}date — /u) },
  "new: no title": { run: ["new"], says: /npm run new/u },
  "new: a file that exists": {
    run: ["new", "One"],
    files: { "src/content/posts/one.md": head },
    says: /posts\/one\.md/u,
  },
  "import: an unknown option": { run: ["import", "--foo"], says: /--foo/u },
  "import: no folder": { run: ["import", "/nonesuch"], says: /\/nonesuch/u },
  "import: no blog": { run: ["import", "commands"], says: /commands.*--kind/su },
  "publish: no folder": { run: ["publish"], says: /npm run publish/u },
  "publish: nothing to go back to": { run: ["publish", "nowhere", "--rollback"], says: /./u },
  "publish: a folder of others, told before anything is built": {
    run: ["publish", "tools"],
    ...post('---\ntitle: "One\n---\n', /^(?![\s\S]*a\.md).*tools/u),
  },
  "publish: the address of the example": {
    run: ["publish", "nowhere"],
    says: /seogo\.example.*src\/site\.config\.ts/u,
  },
  "notify: no site": { run: ["notify"], missing: "dist", says: /npm run build/u },
  "notify: no answer": {
    run: ["notify"],
    files: { "dist/sitemap-index.xml": '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>' },
    edits: [["src/site.config.ts", "https://seogo.example/", "http://127.0.0.1:59999/"]],
    says: /ECONNREFUSED.*src\/site\.config\.ts/u,
  },
  "addresses: nothing built": { run: ["addresses"], missing: ".seogo", says: /npm run build/u },
  "check-links: nothing built": { run: ["check-links"], missing: "dist", says: /npm run build/u },
  "serve: nothing built": { run: ["serve"], missing: "dist", says: /npm run build/u },
  "prove: nothing built": { run: ["prove", "nowhere"], says: /npm run build/u },
  "dev: a wrong setting": { run: ["dev"], ...setting('titel: "x",', /^src\/site\.config\.ts:5:3 {2}.*titel/mu) },
  "dev: an unknown option": { run: ["dev", "--foo"], says: /--foo/u },
  "dev: a port that is none": { run: ["dev", "--port", "99999"], says: /: --port — /u },
  "remove: no file": { run: ["remove", "nowhere.md"], says: /nowhere\.md/u },
  "due: a wrong setting": { run: ["due"], ...setting('titel: "x",', /^src\/site\.config\.ts:5:3 {2}.*titel/mu) },
  "due: a setting that no pattern could be": { run: ["due"], ...setting('"f(": 1,', /config\.ts:5:3 {2}.*f\(/mu) },
});
