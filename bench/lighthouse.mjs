// What Lighthouse says of the story on a phone: node bench/lighthouse.mjs [FOLDER]   (FOLDER is site/ unless named)
//
// Before the first run: npm ci --prefix bench. It needs a Chromium ($CHROMIUM, or chromium on the path). The folder is
// served from 127.0.0.1, compressed as web servers do. The embedded view is left out: it asks not to be indexed. Every audit that took points away is printed. Exit code 1 when performance is below 99 or anything else
// below 100.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import lighthouse from "lighthouse";
import { launched, served } from "./page_browser.mjs";

const folder = resolve(process.argv[2] ?? "site");
const FLOORS = { performance: 0.99, accessibility: 1, "best-practices": 1, seo: 1 };

function lost(report, category) {
  return category.auditRefs
    .map(({ id, weight }) => ({ id, weight, ...report.audits[id] }))
    .filter(({ weight, score, scoreDisplayMode }) => weight && score !== null && score < 1 && scoreDisplayMode !== "informative")
    .map(({ id, title, displayValue, details }) => {
      const where = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.source?.url ?? item.description ?? "");
      return `    ${id}: ${title} ${displayValue ?? ""} ${where.filter(Boolean).join(" | ")}`;
    });
}

const server = await served(folder);
const browser = await launched();
const port = Number(new URL(browser.wsEndpoint()).port);
const entry = readdirSync(join(folder, "e")).find((name) => name.endsWith(".html"));
let below = false;
console.log("page".padEnd(32), ...Object.keys(FLOORS).map((name) => name.padStart(15)));
for (const page of ["index.html", `e/${entry}`, "sources.html", "about.html", "corrections.html"]) {
  const { lhr } = await lighthouse(server.address + page, { port, output: "json", logLevel: "error", formFactor: "mobile" });
  const scores = Object.keys(FLOORS).map((name) => lhr.categories[name]);
  console.log(page.padEnd(32), ...scores.map((c) => String(Math.round(c.score * 100)).padStart(15)));
  scores.forEach((category) => lost(lhr, category).forEach((line) => console.log(line)));
  below ||= scores.some((c) => c.score < FLOORS[c.id]);
}
await browser.close();
server.close();
process.exitCode = below ? 1 : 0;
