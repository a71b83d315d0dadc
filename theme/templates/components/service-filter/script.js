/* Narrows the list on this page. It asks nobody for anything and keeps nothing: no request, no
   address, no history, no storage; the form is empty again after coming back to the page. */
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const byId = (id) => document.getElementById(id);
  const input = byId("f-words"), open = byId("f-open"), status = byId("f-count"), none = byId("f-none");
  const selects = [...form.querySelectorAll("select")];
  const counts = JSON.parse(form.dataset.counts), words = JSON.parse(form.dataset.words);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const WEEK = 10080, DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  let cards;

  /* Read once, when it is first needed: what each card says, and what else people call it. */
  const read = () => [...document.querySelectorAll("[data-group] [data-t]")].map((node) => {
    const tokens = node.dataset.t.split(" ");
    const said = tokens.map((token) => words[token] || "").join(" ");
    return {
      node, tokens: new Set(tokens), shown: true, text: fold(`${node.textContent} ${said}`),
      spans: (node.dataset.o || "").split(",").filter(Boolean).map((span) => span.split("-").map(Number)),
      shut: (node.dataset.x || "").split(" "), known: node.hasAttribute("data-o"),
    };
  });

  const now = () => {
    const parts = {};
    new Intl.DateTimeFormat("en-GB", {
      timeZone: form.dataset.zone, weekday: "short", year: "numeric", month: "2-digit",
      day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    }).formatToParts(new Date()).forEach((part) => { parts[part.type] = part.value; });
    return {
      date: `${parts.year}-${parts.month}-${parts.day}`,
      minute: DAYS.indexOf(parts.weekday) * 1440 + Number(parts.hour) * 60 + Number(parts.minute),
    };
  };

  /* An entry whose hours nobody knows stays: it may be open. */
  const isOpen = (card, time) => !card.known || (!card.shut.includes(time.date) &&
    card.spans.some(([from, to]) => [time.minute, time.minute + WEEK].some((m) => from <= m && m < to)));

  const stem = (word) => (word.length > 4 ? word.replace(/(es|s)$/, "") : word);

  const apply = () => {
    cards = cards || read();
    const typed = fold(input.value).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2).map(stem);
    const wanted = selects.filter((select) => select.value).map((select) => select.value.split(" "));
    const time = open.checked ? now() : null;
    let count = 0;
    for (const card of cards) {
      const shown = wanted.every((group) => group.some((token) => card.tokens.has(token))) &&
        typed.every((word) => card.text.includes(word)) && (!time || isOpen(card, time));
      if (shown !== card.shown) card.node.hidden = !(card.shown = shown);
      count += shown;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-t]:not([hidden])");
    }
    status.textContent = (counts[plural.select(count)] || counts.other).replace("%d", count);
    none.hidden = count > 0;
  };

  form.reset();
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  byId("f-clear").addEventListener("click", () => setTimeout(() => input.focus()));
  addEventListener("pageshow", (event) => { if (event.persisted) form.reset(); });
  form.hidden = false;
})();
