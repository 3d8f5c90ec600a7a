// chrono-node as a peer: the same lines on standard output as serving.py.
//
// chrono answers with a span and the fields of a moment, known ones apart from implied ones. The adapter takes the
// finest known field as the grain, writes DATE or TIME, a week where the words say "week" and no day is known, a part
// of day where they name one and no hour is known, and cuts prepositions and commas from the span. Offsets are turned
// from UTF-16 into code points. chrono knows no durations and sets: what it makes a day of counts as that day. The end
// of a range is dropped, as there is one answer for both. Default settings: nearest weekday, nearest month.
"use strict";
const begin = process.hrtime.bigint();
const readline = require("node:readline");
const chrono = require("chrono-node");

const LEADING = /^(?:(?:on|in|at|of|by|for|from|since|until|till|to|during|within|between|before|after|about|around|and)\s+)+/i;
const PARTS = [[/morning/i, "MO"], [/afternoon/i, "AF"], [/evening/i, "EV"], [/night/i, "NI"]];
const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;
const two = (number) => String(number).padStart(2, "0");
const tell = (line) => process.stdout.write(JSON.stringify(line) + "\n");

function day(published) {
  const [year, month, date] = published.split("-").map(Number);
  return new Date(year, month - 1, date);
}

function isoWeek(year, month, date) {
  const thursday = new Date(Date.UTC(year, month - 1, date));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${two(Math.ceil(((thursday - first) / 864e5 + 1) / 7))}`;
}

function timex(result) {
  const { start, text } = result;
  const [year, month, date] = ["year", "month", "day"].map((field) => start.get(field));
  const full = `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
  if (/^now$/i.test(text)) return ["DATE", "PRESENT_REF"];
  const part = PARTS.find(([word]) => word.test(text));
  if (part && !/\d/.test(text)) return ["TIME", `${full}T${part[1]}`];
  const exact = !/\bago\b|today|yesterday|tomorrow/i.test(text);
  if (exact && start.isCertain("hour")) return ["TIME", `${full}T${two(start.get("hour"))}:${two(start.get("minute") ?? 0)}`];
  if (start.isCertain("day") || start.isCertain("weekday")) return ["DATE", full];
  if (/\bweeks?\b/i.test(text)) return ["DATE", isoWeek(year, month, date)];
  if (start.isCertain("month")) return ["DATE", full.slice(0, 7)];
  return ["DATE", start.isCertain("year") ? full.slice(0, 4) : full];
}

function adapt(results, text) {
  return results.map((result) => {
    const cut = (LEADING.exec(result.text) ?? [""])[0].length;
    const from = [...text.slice(0, result.index + cut)].length;
    const length = [...result.text.slice(cut).replace(/[\s,;]+$/, "")].length;
    return [from, from + length, ...timex(result)];
  });
}

chrono.parse("It was Monday.", day("2024-05-03"));
tell({ ready: seconds(begin) });
const lines = readline.createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const { text, published } = JSON.parse(line);
  const clock = process.hrtime.bigint();
  const before = process.cpuUsage();
  const results = chrono.parse(text, day(published));
  const used = process.cpuUsage(before);
  tell({ seconds: seconds(clock), processor: (used.user + used.system) / 1e6, timexes: adapt(results, text) });
});
lines.on("close", () => tell({ memory_kb: process.resourceUsage().maxRSS }));
