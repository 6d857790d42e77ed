import { refuse } from "./command.ts";
import { existsSync } from "node:fs";
import { preview } from "astro";
import { basePath } from "#model/address.ts";
import { said } from "#text/words.ts";
import { ownerSite } from "#tools/failure/owner-site.ts";

const site = await ownerSite();
if (!existsSync("dist")) refuse("not-built");
const wanted = Number(process.env["PORT"] ?? 4321);
const server = await preview({ server: { port: wanted }, logLevel: "error" });
const address = `http://localhost:${server.port}${basePath(site)}`;
console.log(said("served", { address }));
await server.closed();
