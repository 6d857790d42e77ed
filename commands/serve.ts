import "#tools/failure/end-as-message.ts";
import { existsSync } from "node:fs";
import { preview } from "astro";
import { Failure } from "#messages/failure.ts";
import { basePath } from "#model/address.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

const site = await ownerSite();
if (!existsSync("dist")) throw new Failure([{ severity: "error", code: "not-built", values: {} }]);
const wanted = Number(process.env["PORT"] ?? 4321);
const server = await preview({ server: { port: wanted }, logLevel: "error" });
const address = `http://localhost:${server.port}${basePath(site)}`;
console.log(`
서고가 열렸습니다: ${address}

  첫 글 쓰기     npm run new "글 제목"
  쓰면서 보기    npm run dev
  사이트 설정    src/site.config.ts

멈추려면 Ctrl+C를 누르세요.`);
await server.closed();
