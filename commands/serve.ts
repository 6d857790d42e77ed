import { refuse } from "./command.ts";
import { existsSync } from "node:fs";
import { preview } from "astro";
import { basePath } from "#model/address.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

const site = await ownerSite();
if (!existsSync("dist")) refuse("not-built");
const server = await preview({ server: { port: Number(process.env["PORT"] ?? 4321) }, logLevel: "error" });
console.log(said("served", { address: `http://localhost:${server.port}${basePath(site)}` }));
await server.closed();
