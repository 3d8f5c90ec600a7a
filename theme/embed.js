// In the framed page: tell the page around it how high this one is. In the page around it: give the frame that height.
(function () {
  if (window.parent !== window) {
    var tell = function () { parent.postMessage({ timelineHeight: document.documentElement.offsetHeight }, "*"); };
    new ResizeObserver(tell).observe(document.documentElement);
  } else addEventListener("message", function (event) {
    document.querySelectorAll("iframe.timeline").forEach(function (frame) {
      if (frame.contentWindow === event.source && event.data.timelineHeight > 0) frame.style.height = event.data.timelineHeight + 2 + "px";
    });
  });
})();
