// Everything here is extra: the page reads, links and prints without it.
// A quoted view is filtered before it is shown, so that nothing jumps; that is why this stands in the head and is not deferred.
if (location.search) document.documentElement.classList.add("wait");
addEventListener("DOMContentLoaded", function () {
  "use strict";
  setTimeout(function () { document.documentElement.classList.remove("wait"); });
  var all = function (query, root) { return Array.from((root || document).querySelectorAll(query)); };
  var one = function (query, root) { return (root || document).querySelector(query); };
  var fold = function (text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); };
  var list = one("#timeline"), entries = list ? all("article", list) : [], form = one(".search form");

  // Filters: the state is in the address, so that a view can be quoted and the back button works.
  if (form && list) {
    var box = form.parentNode, status = one("[role=status]", box), typing = false, texts = new Map();
    var textOf = function (entry) {
      if (!texts.has(entry)) texts.set(entry, fold(entry.textContent));
      return texts.get(entry);
    };
    var filter = function () {
      var words = fold(form.q.value).split(/\s+/).filter(Boolean), shown = 0;
      var picks = all("select", form).filter(function (s) { return s.value; });
      var active = words.length + picks.length;
      entries.forEach(function (entry) {
        var facts = "|" + entry.dataset.f + "|";
        var fits = picks.every(function (s) {
          return s.name === "reports" ? facts.match(/\|r:(\d+)/)[1] >= +s.value : facts.includes("|" + s.name[0] + ":" + s.value + "|");
        }) && words.every(function (word) { return textOf(entry).includes(word); });
        entry.parentNode.hidden = !fits;
        shown += fits;
      });
      all(".silence,.era", list).forEach(function (line) { line.hidden = active; });
      all("section", list).forEach(function (year) { year.hidden = !one("li:not([hidden])>article", year); });
      dispatchEvent(new Event("scroll"));
      status.textContent = !active ? "" : shown ? box.dataset.found.replace("#", shown) : box.dataset.nothing;
    };
    var save = function (push) {
      var state = new URLSearchParams(new FormData(form));
      Array.from(state).forEach(function (pair) { if (!pair[1]) state.delete(pair[0]); });
      history[push ? "pushState" : "replaceState"](null, "", "?" + state);
    };
    var load = function () {
      var state = new URLSearchParams(location.search);
      Array.from(form.elements).forEach(function (field) { if (field.name) field.value = state.get(field.name) || ""; });
      filter();
    };
    form.addEventListener("submit", function (event) { event.preventDefault(); filter(); save(true); typing = false; });
    form.addEventListener("input", function (event) {
      filter();
      setTimeout(save, 0, event.target.name !== "q" || !typing); // a new address is work for the browser: a task of its own
      typing = event.target.name === "q";
    });
    form.addEventListener("reset", function () { setTimeout(function () { filter(); save(true); }); });
    addEventListener("popstate", load);
    if (location.search) load();
  }

  // The strip marks where the reader is.
  var strip = one(".strip"), links = new Map();
  all(".strip a").forEach(function (link) {
    var mark = document.getElementById(link.hash.slice(1));
    if (mark) links.set(mark, link);
  });
  if (links.size) {
    var due = false, current;
    var follow = function () {
      due = false;
      var here;
      links.forEach(function (link, mark) { if (mark.offsetParent && mark.getBoundingClientRect().top < 140) here = link; });
      if (here === current) return;
      if (current) current.removeAttribute("aria-current");
      if (here) here.setAttribute("aria-current", "true");
      one("summary", strip).dataset.now = here ? one("span", here).textContent : "";
      current = here;
    };
    addEventListener("scroll", function () { if (!due) { due = true; requestAnimationFrame(follow); } }, { passive: true });
    strip.addEventListener("click", function (event) { if (event.target.closest("a")) one("details", strip).open = false; });
  }

  // Letter keys act only while focus is in the list, and can be switched off.
  var letters = one("#letters"), off = "timeline-letters-off";
  try { if (letters) letters.checked = !localStorage.getItem(off); } catch (e) { /* no storage: the keys are on */ }
  if (letters) letters.addEventListener("change", function () {
    try { if (letters.checked) localStorage.removeItem(off); else localStorage.setItem(off, "1"); } catch (e) { /* this visit only */ }
  });
  if (list) one("main").addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !letters || !letters.checked || !/^[jk/]$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === "/") return form.q.focus();
    var seen = entries.filter(function (entry) { return !entry.parentNode.hidden; });
    var at = seen.indexOf(event.target.closest("article"));
    if (at < 0) at = seen.findIndex(function (entry) { return entry.getBoundingClientRect().bottom > 140; }) - (event.key === "j");
    var next = seen[at + (event.key === "j" ? 1 : -1)];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView();
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".copy");
    if (!button) return;
    var link = one("h3 a", button.closest("article") || button), words = button.textContent;
    navigator.clipboard.writeText(link ? link.href : location.href.split("#")[0]).then(function () {
      button.textContent = button.dataset.copied;
      setTimeout(function () { button.textContent = words; }, 2000);
    });
  });
});
