// Our page beside TimelineJS3 and vis-timeline, with the same 1,000 made-up events: node bench/page.mjs [EVENTS]
//
// Before the first run: npm ci --prefix bench. It needs the project's environment (.venv, or python on the path) to write the
// story and a Chromium ($CHROMIUM, or chromium on the path). Everything comes from 127.0.0.1, compressed. Five runs of each
// in turn, each in a fresh profile; the medians are printed.
//
// ready   from the start of the navigation until the first entry is on the screen and a task put on the main thread from then
//         on runs at once: the entry is visible (checkVisibility, with a size, within the window) in two frames on end. TimelineJS
//         is ready at its own `loaded` event besides, without which its slides are there but do not move.
// task, script, layout, style   the time of the main thread in the first three seconds after that moment and before it
//         (Performance.getMetrics, in time of processor), so that work put off until later counts as well.
// bytes   what came over the wire.
//
// In favour of the peers: their events lie in the page's own folder and not in a spreadsheet; TimelineJS gets no fonts from
// elsewhere and no media; vis-timeline gets titles only and no sources, of which ours shows two with quotes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { launched, served } from "./page_browser.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "out", "page");
const EVENTS = Number(process.argv[2] ?? 1000);
const RUNS = 5;
const LATER = 3000;

const PAGES = {
  "timeline.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>TimelineJS3</title>
<link rel="stylesheet" href="/knightlab/css/timeline.css">
<script src="/knightlab/js/timeline.js"></script>
<div id="timeline" style="width:100%;height:600px"></div>
<script>
fetch("/site/timelinejs.json").then((answer) => answer.json()).then((story) => {
  const timeline = new TL.Timeline("timeline", story, { font: null, script_path: "/knightlab/js/", language: "en" });
  timeline.on("loaded", () => { window.loaded = true; });
});
</script></html>`,
  "vis.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css">
<script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="timeline"></div>
<script>
fetch("/items.json").then((answer) => answer.json()).then((items) => {
  new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(items), { maxHeight: "600px" });
});
</script></html>`,
};

const CASES = [
  { name: "timeline (this project)", page: "site/index.html", entry: "article" },
  { name: "TimelineJS3", page: "timeline.html", entry: ".tl-slide .tl-headline, .tl-timemarker", loaded: true },
  { name: "vis-timeline", page: "vis.html", entry: ".vis-item .vis-item-content" },
];

// In the page, before anything else: note the moment when the first entry is seen in two frames on end.
function watch(entry, loaded) {
  let seen = 0;
  const look = () => {
    const first = Array.from(document.querySelectorAll(entry)).slice(0, 50).find((element) => {
      const box = element.getBoundingClientRect();
      return box.width && box.height && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0
        && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    });
    seen = first && (!loaded || window.loaded) ? seen + 1 : 0;
    if (seen === 2) setTimeout(() => { window.ready = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function once(server, { page: path, entry, loaded }) {
  const browser = await launched();
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" }); // of processor: other work on the machine takes no part
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.evaluateOnNewDocument(watch, entry, Boolean(loaded));
  await page.goto(server.address + path, { waitUntil: "commit" }).catch(() => page.goto(server.address + path));
  await page.waitForFunction(() => window.ready, { timeout: 120_000 });
  await new Promise((later) => setTimeout(later, LATER));
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  const ready = await page.evaluate(() => window.ready);
  await browser.close();
  return {
    ready,
    task: of("TaskDuration"),
    script: of("ScriptDuration"),
    layout: of("LayoutDuration"),
    style: of("RecalcStyleDuration"),
    kilobytes: bytes / 1024,
  };
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const own = join(HERE, "..", ".venv", "bin", "python");
mkdirSync(OUT, { recursive: true });
for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(OUT, name), text);
const said = execFileSync(existsSync(own) ? own : "python3", [join(HERE, "page_story.py"), OUT, String(EVENTS)]);
process.stdout.write(said);

const modules = join(HERE, "node_modules");
const server = await served(OUT, {
  "/knightlab/": join(modules, "@knight-lab", "timelinejs", "dist"),
  "/vis/": join(modules, "vis-timeline"),
});
const runs = new Map(CASES.map(({ name }) => [name, []]));
for (const one of CASES) await once(server, one); // the server has compressed everything once
for (let run = 0; run < RUNS; run += 1) {
  for (const one of CASES) runs.get(one.name).push(await once(server, one));
}
server.close();

const columns = Object.keys(runs.get(CASES[0].name)[0]);
console.log(`| median of ${RUNS}, ${EVENTS} events | ${columns.map((c) => (c === "kilobytes" ? "KB" : `${c}, ms`)).join(" | ")} |`);
console.log(`|---|${columns.map(() => "---:|").join("")}`);
const medians = CASES.map(({ name }) => columns.map((c) => median(runs.get(name).map((run) => run[c]))));
CASES.forEach(({ name }, n) => console.log(`| ${name} | ${medians[n].map((value) => Math.round(value)).join(" | ")} |`));
const [ours, ...peers] = medians;
const first = peers.every((peer) => ours[0] < peer[0] && ours[1] < peer[1]);
console.log(first ? "sooner ready and lighter than both" : "NOT sooner ready and lighter than both");
process.exitCode = first ? 0 : 1;
