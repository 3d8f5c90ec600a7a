// What the measurements of the page share: a folder served from 127.0.0.1, and a headless Chromium.
import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import puppeteer from "puppeteer-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".txt": "text/plain; charset=utf-8",
};

// Serve `folder`, compressed once and kept, as a static host does. `mounts` serves other folders below a path.
export async function served(folder, mounts = {}) {
  const kept = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const mount = Object.keys(mounts).find((name) => path.startsWith(name));
    const asked = normalize(mount ? path.slice(mount.length) : path).replace(/^(\.\.[/\\])+/, "");
    let file = join(mount ? mounts[mount] : folder, asked);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    if (!kept.has(file)) kept.set(file, gzipSync(readFileSync(file)));
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(kept.get(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

export function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf-8" }).trim();
    } catch {
      // the next name
    }
  }
  throw new Error("no Chromium was found: install one, or set CHROMIUM to its path");
}

export function launched() {
  return puppeteer.launch({ executablePath: chromium(), headless: true, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
