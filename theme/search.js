// Search over a story in parts. It loads only the pieces of the index that a question needs, by classic scripts: they work on file:// too.
addEventListener("DOMContentLoaded", function () {
  "use strict";
  // An address of the whole story leads to the entry, or to the part that has the year.
  var hash = location.hash.slice(1), year = (/^y(\d{4})$/.exec(hash) || [])[1];
  var part = year && document.querySelector('.parts a[href^="' + year + '"],.parts a[href^="' + year.slice(0, 3) + '0s"]');
  if (/^e-/.test(hash)) location.replace("e/" + (/^e-[0-9a-hjkmnp-tv-z]{10}$/.test(hash) ? hash : hash.slice(2)) + ".html");
  if (part) location.replace(part.href + "#" + hash);

  var MOST_TERMS = 6, SHOWN = 10, IN_PIECE = 50;
  var box = document.querySelector(".search"), form = box.querySelector("form"), status = box.querySelector("[role=status]");
  var list = document.createElement("ol"), more = document.createElement("button"), pieces = {}, waiting = {}, turn = 0;
  list.setAttribute("role", "list");
  list.className = "found";
  more.type = "button";
  more.textContent = box.dataset.more;
  more.hidden = true;
  box.append(list, more);

  window.timelineIndex = function (name, data) { pieces[name] = data; };
  var load = function (name) {
    return (waiting[name] = waiting[name] || new Promise(function (done) {
      var script = document.createElement("script");
      script.src = box.dataset.index + name + ".js";
      script.onload = script.onerror = done;
      document.head.append(script);
    }));
  };
  var fold = function (text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); };

  // A term is a word (found by its beginning) or a facet (found whole; reports: so many or more).
  var terms = function () {
    var words = fold(form.q.value).match(/[\p{L}\p{N}]+/gu) || [], picks = [];
    form.querySelectorAll("select").forEach(function (s) {
      if (s.value) picks.push(s.name === "reports" ? { start: "r:", least: +s.value } : { whole: fold(s.name[0] + ":" + s.value) });
    });
    return picks.concat(words.map(function (word) { return { start: word }; })).slice(0, MOST_TERMS);
  };
  var fits = function (term, word) {
    if (term.whole) return word === term.whole;
    return word.startsWith(term.start) && (!term.least || +word.slice(2) >= term.least);
  };
  var places = function (term) {
    var from = term.whole || term.start, at = pieces.index.findLastIndex(function (first) { return first <= from; }), names = [];
    for (var n = Math.max(at, 0); n < pieces.index.length && names.length < 2; n++)
      if (n <= at || (!term.whole && pieces.index[n].startsWith(from))) names.push("w" + n);
    return names;
  };
  var entries = function (term) {
    var found = new Set();
    places(term).forEach(function (name) {
      for (var word in pieces[name]) if (fits(term, word)) {
        var number = 0;
        pieces[name][word].split(",").forEach(function (step) { found.add((number += parseInt(step, 36))); });
      }
    });
    return found;
  };
  var show = function (numbers, from) {
    var some = numbers.slice(from, from + SHOWN);
    return Promise.all(some.map(function (n) { return load("d" + Math.floor(n / IN_PIECE)); })).then(function () {
      some.forEach(function (n) {
        var entry = pieces["d" + Math.floor(n / IN_PIECE)][n % IN_PIECE], line = document.createElement("li");
        var day = document.createElement("small"), link = document.createElement("a");
        day.textContent = entry[1] + " ";
        link.href = entry[0];
        link.textContent = entry[2];
        line.append(day, link);
        list.append(line);
      });
      more.hidden = from + SHOWN >= numbers.length;
      more.onclick = function () { show(numbers, from + SHOWN); };
    });
  };
  var search = function () {
    var mine = ++turn, asked = terms();
    if (!asked.length) { status.textContent = ""; list.textContent = ""; more.hidden = true; return; }
    status.textContent = box.dataset.searching;
    load("index").then(function () {
      return Promise.all(asked.flatMap(places).map(load));
    }).then(function () {
      if (mine !== turn) return;
      var sets = asked.map(entries).sort(function (a, b) { return a.size - b.size; });
      var numbers = Array.from(sets[0]).filter(function (n) { return sets.every(function (s) { return s.has(n); }); });
      numbers.sort(function (a, b) { return a - b; });
      list.textContent = "";
      return show(numbers, 0).then(function () {
        status.textContent = numbers.length ? box.dataset.found.replace("#", numbers.length) : box.dataset.nothing;
      });
    });
  };

  var save = function () {
    var state = new URLSearchParams(new FormData(form));
    Array.from(state).forEach(function (pair) { if (!pair[1]) state.delete(pair[0]); });
    history.pushState(null, "", "?" + state);
  };
  var read = function () {
    var state = new URLSearchParams(location.search);
    Array.from(form.elements).forEach(function (field) { if (field.name) field.value = state.get(field.name) || ""; });
    search();
  };
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); save(); });
  form.addEventListener("change", function (event) { if (event.target.name !== "q") { search(); save(); } });
  form.addEventListener("reset", function () { setTimeout(function () { search(); save(); }); });
  addEventListener("popstate", read);
  if (location.search) read();
});
