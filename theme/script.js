// Everything here is extra: the page reads, links and prints without it.
// It stands in the head, not deferred: a quoted view is filtered before it is shown, so that nothing jumps.
if (location.search) document.documentElement.classList.add("wait");
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const page = document, one = (query, root) => (root || page).querySelector(query);
  const all = (query, root) => [...(root || page).querySelectorAll(query)];
  const on = (target, kind, act, how) => target.addEventListener(kind, act, how);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  setTimeout(() => page.documentElement.classList.remove("wait"));
  const list = one("#timeline"), entries = list ? all("article", list) : [], form = one(".search form");

  // Filters: the state is in the address, so that a view can be quoted and the back button works.
  if (form && list) {
    const box = form.parentNode, status = one("[role=status]", box);
    let typing = false;
    const textOf = (entry) => entry.folded ??= fold(entry.textContent);
    // Coming to the form reads a long page in small steps, before the first search has to.
    const read = (from) => {
      entries.slice(from, from + 40).forEach(textOf);
      if (from < entries.length) setTimeout(read, 0, from + 40);
    };
    const filter = () => {
      const words = fold(form.q.value).split(/\s+/).filter(Boolean), picks = all("select", form).filter((s) => s.value);
      const active = words.length + picks.length;
      let shown = 0;
      entries.forEach((entry) => {
        const facts = `|${entry.dataset.f}|`, fits = picks.every((s) => s.name === "reports"
          ? facts.match(/\|r:(\d+)/)[1] >= +s.value : facts.includes(`|${s.name[0]}:${s.value}|`))
          && words.every((word) => textOf(entry).includes(word));
        entry.parentNode.hidden = !fits;
        shown += fits;
      });
      all(".silence,.era", list).forEach((line) => { line.hidden = active; });
      all("section", list).forEach((year) => { year.hidden = !one("li:not([hidden])>article", year); });
      dispatchEvent(new Event("scroll"));
      status.textContent = !active ? "" : shown ? box.dataset.found.replace("#", shown) : box.dataset.nothing;
    };
    const save = (push) => {
      const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history[push ? "pushState" : "replaceState"](null, "", "?" + state);
    };
    const load = () => {
      const state = new URLSearchParams(location.search);
      all("[name]", form).forEach((field) => { field.value = state.get(field.name) || ""; });
      filter();
    };
    on(form, "focusin", () => read(0), { once: true });
    const ask = () => { filter(); save(true); typing = false; };
    on(form, "submit", (event) => { event.preventDefault(); ask(); });
    on(form, "input", (event) => {
      filter();
      setTimeout(save, 0, event.target.name !== "q" || !typing); // a new address is work for the browser: a task of its own
      typing = event.target.name === "q";
    });
    on(form, "reset", () => setTimeout(ask));
    on(window, "popstate", load);
    if (location.search) load();
  }

  // The strip marks where the reader is.
  const strip = one(".strip"), links = all(".strip a").map((link) => [page.getElementById(link.hash.slice(1)), link]).filter(([mark]) => mark);
  let due = false, current;
  const follow = () => {
    let here;
    due = false;
    links.forEach(([mark, link]) => { if (mark.offsetParent && mark.getBoundingClientRect().top < 140) here = link; });
    if (here === current) return;
    current?.removeAttribute("aria-current");
    here?.setAttribute("aria-current", "true");
    one("summary", strip).dataset.now = here?.title ?? "";
    current = here;
  };
  if (links.length) {
    on(window, "scroll", () => { if (!due) due = requestAnimationFrame(follow); }, { passive: true });
    on(strip, "click", (event) => { if (event.target.closest("a")) one("details", strip).open = false; });
  }

  // Letter keys act only while focus is in the list, and can be switched off.
  const letters = one("#letters"), off = "timeline-letters-off";
  if (letters) {
    const stored = (act) => { try { return act(localStorage); } catch { /* no storage: for this visit only */ } };
    letters.checked = !stored((store) => store.getItem(off));
    on(letters, "change", () => stored((store) => letters.checked ? store.removeItem(off) : store.setItem(off, "1")));
    on(one("main"), "keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !letters.checked || !/^[jk/]$/.test(event.key)) return;
      event.preventDefault();
      if (event.key === "/") return form.q.focus();
      const seen = entries.filter((entry) => !entry.parentNode.hidden), down = event.key === "j";
      let at = seen.indexOf(event.target.closest("article"));
      if (at < 0) at = seen.findIndex((entry) => entry.getBoundingClientRect().bottom > 140) - down;
      const next = seen[at + (down ? 1 : -1)];
      if (!next) return;
      next.tabIndex = -1;
      next.focus();
      next.scrollIntoView();
    });
  }

  on(page, "click", ({ target }) => {
    const button = target.closest(".copy"), doubt = list && target.closest(".why a");
    const entry = target.closest("article"), link = one("h3 a", entry);
    if (button) navigator.clipboard.writeText(link ? link.href : location.href.split("#")[0]).then(() => {
      const words = button.textContent;
      button.textContent = page.body.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
    // "Challenge this date" leads to the entry's page and its letter; here the letter is written at once.
    if (doubt) {
      const words = (one(".why ul", entry) || one(".why p", entry)).innerText;
      const known = { title: link.textContent, date: one(".when p", entry).textContent, address: link.href, words };
      doubt.href = list.dataset.challenge.replace(/~(\w+)~/g, (_, name) => encodeURIComponent(known[name]));
    }
  });
});
