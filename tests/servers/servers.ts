import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Abilities } from "./expectations.ts";
import { deployed, hasBrotli, nginxArguments } from "./nginx-config.ts";
import { programAt } from "./programs.ts";
import { freePort, started } from "./running.ts";

/** What a server serves: the published folder, the folder of files it includes, and a folder for its own. */
interface Served {
  readonly folder: string;
  readonly site: string;
  readonly server: string;
}

interface Running {
  readonly port: number;
  /** Where plain HTTP leads to HTTPS, for a server that is told how. */
  readonly plainPort?: number;
  readonly stop: () => Promise<void>;
}

/** A kind of server under test. */
export interface Server {
  readonly name: string;
  /** Undefined where it is not installed. */
  readonly program: string | undefined;
  readonly abilities: Abilities;
  /** Starts it with the file of `deploy/`; returns its port and what ends it. */
  readonly start: (served: Served) => Promise<Running>;
}

const nginx = programAt("nginx", ["/usr/sbin/nginx"]);
const caddy = programAt("caddy", ["/usr/bin/caddy"]);
const wrangler = programAt("wrangler", [fileURLToPath(new URL("../../node_modules/.bin/wrangler", import.meta.url))]);

/** nginx, Caddy and Cloudflare's engine. */
export const servers: readonly Server[] = [
  {
    name: "nginx",
    program: nginx,
    abilities: {
      encodings: hasBrotli ? ["br", "gzip"] : ["gzip"],
      ranges: true,
      dates: true,
      cachingByStatus: true,
      gone: true,
      literalStars: true,
    },
    start: async (served) => {
      const [port, plainPort] = [await freePort(), await freePort()];
      const args = nginxArguments({ ...served, port, plainPort });
      return { port, plainPort, stop: await started([nginx ?? "", ...args], { port }) };
    },
  },
  {
    name: "caddy",
    program: caddy,
    abilities: {
      encodings: ["br", "gzip", "zstd"],
      ranges: true,
      dates: true,
      cachingByStatus: true,
      gone: true,
      literalStars: true,
    },
    start: startCaddy,
  },
  {
    name: "wrangler",
    program: wrangler,
    abilities: { encodings: [], ranges: false, dates: false, cachingByStatus: false, gone: false, literalStars: false },
    start: startWorkerd,
  },
];

async function startCaddy(served: Served) {
  const { folder } = served;
  const port = await freePort();
  const own = deployed("Caddyfile", served).replace(
    "seogo.example {",
    `http://127.0.0.1:${port}, http://localhost:${port} {`,
  );
  const file = join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return { port, stop: await started([caddy ?? "", "run", "--config", file, "--adapter", "caddyfile"], { port, env }) };
}

async function startWorkerd(served: Served) {
  const { folder, site } = served;
  const port = await freePort();
  const file = join(folder, "wrangler.jsonc");
  writeFileSync(file, deployed("wrangler.jsonc", served).replace('"../dist"', JSON.stringify(site)));
  const env = { HOME: folder, XDG_CONFIG_HOME: folder, WRANGLER_SEND_METRICS: "false", CI: "1" };
  const where = ["--ip", "127.0.0.1", "--port", String(port), "--show-interactive-dev-session=false"];
  return { port, stop: await started([process.execPath, wrangler ?? "", "dev", "-c", file, ...where], { port, env }) };
}
