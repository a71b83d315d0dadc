// Loads the page again when the preview says that there is another version of it.
// A hidden tab holds no connection: browsers allow six for each server, and tabs are many.
(() => {
  const version = document.currentScript.dataset.version;
  let events;
  const close = () => { events?.close(); events = undefined; };
  const open = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/_preview/events?version=${encodeURIComponent(version)}`);
    events.onmessage = (event) => {
      if (event.data === version) return;
      close();
      location.reload();
    };
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
