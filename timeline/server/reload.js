// Follows the builds of the preview: loads the page again after a good one, shows the problem of a bad one.
(() => {
  "use strict";
  const mine = new URL(document.currentScript.src).searchParams.get("build");
  let stream = null;
  let box = null;

  const style = (element, rules) => {
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value);
  };

  const show = (problem) => {
    if (box) box.remove();
    box = null;
    if (!problem) return;
    box = document.createElement("div");
    box.id = "timeline-preview-problem";
    box.setAttribute("role", "alert");
    box.setAttribute("lang", "en");
    box.setAttribute("dir", "ltr");
    style(box, {
      position: "fixed", inset: "auto 0 0 0", "max-block-size": "60vh", overflow: "auto", padding: "1rem",
      background: "#2b0b0b", color: "#fff", font: "15px/1.4 system-ui, sans-serif", "border-block-start": "4px solid #ff7a7a", "z-index": "2147483647",
    });
    const title = document.createElement("strong");
    title.textContent = "Not built: this is the last good page.";
    const text = document.createElement("pre");
    text.textContent = problem;
    text.tabIndex = 0;
    style(text, { margin: "0.5rem 0 0", "white-space": "pre-wrap", font: "14px/1.4 ui-monospace, monospace", color: "inherit", background: "none" });
    box.append(title, text);
    document.body.append(box);
  };

  const follow = () => {
    if (stream) return;
    stream = new EventSource("/_timeline/news");
    stream.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.build === mine) show(state.problem);
      else location.reload();
    };
  };
  const rest = () => {
    if (stream) stream.close();
    stream = null;
  };

  // A browser holds few connections to one server: tabs in the background let theirs go.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : follow()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", follow);
  if (!document.hidden) follow();
})();
