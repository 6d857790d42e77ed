import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Whether this machine's nginx can serve Brotli copies. */
export const hasBrotli = existsSync(brotli);

/** What an nginx under test serves, and where. */
export interface NginxSite {
  /** Folder for the configuration and nginx's own files. */
  readonly folder: string;
  readonly site: string;
  readonly server: string;
  readonly port: number;
  /** Where plain HTTP is answered. */
  readonly plainPort: number;
}

/** A path in a server's configuration: a folder may have blanks in its name. */
const quoted = (path: string) => `"${path}"`;

/** A file of `deploy/` for a test's folders. */
export function deployed(name: string, { site, server }: Pick<NginxSite, "site" | "server">): string {
  return readFileSync(new URL(`../../deploy/${name}`, import.meta.url), "utf8")
    .replace(/\/srv\/seogo\.server\/([\w.-]+)/gu, (_, file: string) => quoted(`${server}/${file}`))
    .replaceAll("/srv/seogo", () => quoted(site));
}

/** Writes the file of `deploy/` into the smallest whole configuration, with the test's folders and port; returns the command's arguments. */
export function nginxArguments({ folder, site, server, port, plainPort }: NginxSite): string[] {
  const work = join(folder, "work");
  mkdirSync(work, { recursive: true });
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=localhost"],
    ...["-keyout", `${work}/privkey.pem`, "-out", `${work}/fullchain.pem`],
  ]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${String(made.stderr)}`);
  const own = deployed("nginx.conf", { site, server })
    .replace("listen 80;", `listen 127.0.0.1:${plainPort};`)
    .replace(/ {2}listen \[::\].*\n/gu, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port}; listen ${quoted(`unix:${work}/tls`)} ssl http2;`)
    .replace(/\/etc\/letsencrypt\/live\/seogo\.example\/(\w+\.pem)/gu, quoted(`${work}/$1`))
    .replaceAll("seogo.example", "localhost")
    .replace("  brotli_static on;\n", hasBrotli ? "  brotli_static on;\n" : "");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${quoted(`${work}/${name}`)};`,
  );
  const main = [
    "daemon off;",
    // Begun by root, its workers would be another user, who may not enter the folders above the site.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    "worker_processes 1;",
    `pid ${quoted(`${work}/pid`)};`,
    "error_log stderr;",
    "events { worker_connections 1024; }",
  ];
  const http = [
    "include /etc/nginx/mime.types;",
    "default_type application/octet-stream;",
    "access_log off;",
    "sendfile on;",
    "tcp_nopush on;",
  ];
  const whole = [...(hasBrotli ? [`load_module ${brotli};`] : []), ...main, "http {", ...http, ...temporary, own, "}"];
  writeFileSync(join(folder, "nginx.conf"), `${whole.join("\n")}\n`);
  return ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
}
