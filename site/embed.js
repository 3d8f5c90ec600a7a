(() => {
  const here = new URL(".", document.currentScript.src).href;
  const tell = () => parent.postMessage({ timelineHeight: document.documentElement.offsetHeight }, "*");
  if (location.href.startsWith(here)) return new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ data, source }) => {
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source && frame.src.startsWith(here) && data?.timelineHeight > 0)
        frame.style.height = `${Math.ceil(data.timelineHeight)}px`;
  });
})();
