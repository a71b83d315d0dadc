/* Narrows the list on this page, or searches the index that came with it. It asks nobody for
   anything and keeps nothing: no request, no address, no history, no storage. The form is empty
   again for whoever comes back to the page. */
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("filter"), results = byId("f-results"), index = self.havenpressServices;
  if (!form || (results && !index)) return;
  const input = byId("f-words"), open = byId("f-open"), more = byId("f-more");
  const words = JSON.parse(form.dataset.words), counts = JSON.parse(form.dataset.counts);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const DAY = 1440, DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], STEP = 20, PAUSE = 700, SLICE = 8;
  /* Scripts that put no spaces between words: there a word can begin anywhere. */
  const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  let found = [], limit = STEP, waiting;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const split = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const ignored = new Set(split(form.dataset.ignored));
  const minutes = (spans) => spans.split(",").map((span) => span.split("-").map(Number));

  /* "01234:540-1020" are the spans of each day, Monday 0; beyond 1440 lies the night that follows. */
  const weeks = new Map();
  const week = (text) => {
    if (!weeks.has(text)) {
      const days = DAYS.map(() => []);
      for (const part of text.split(" ").filter(Boolean)) {
        const [numbers, spans] = part.split(":");
        for (const number of numbers) days[number].push(...minutes(spans));
      }
      weeks.set(text, days);
    }
    return weeks.get(text);
  };

  /* Most texts have no accents, which is quicker to see than to take them off. */
  const foldWords = (text) => ` ${/[^\0-\x7f]/.test(text) ? split(text).join(" ") : text.toLowerCase().replace(/[^a-z\d]+/g, " ")}`;

  /* What people call each token is folded once, not for every service. */
  const table = index ? index.tokens.map(([token]) => token) : form.dataset.tokens.split(" ");
  const called = table.map((token, number) => foldWords(index ? index.tokens[number][2] : words[token] || ""));

  /* What one service can be asked: its tokens by their numbers, its words, and when it is open. */
  const fromCard = (node) => {
    const { t, o, x } = node.dataset;
    return { node, tokens: t.split(" ").map((code) => parseInt(code, 36)), spans: o, changes: x, shown: true };
  };
  const fromRow = (row) => {
    const [, spans, changes] = index.hours[row[4]];
    return { row, tokens: row[3], spans, changes };
  };
  const items = index ? index.services.map(fromRow) : [...document.querySelectorAll("[data-group] [data-t]")].map(fromCard);

  const text = (each) => each.text || (each.text = foldWords(each.row ? `${each.row[1]} ${each.row[2]}` : each.node.textContent));

  /* Texts are folded a little at a time while nobody types, so that the first word is as quick as the next. */
  const foldOn = (from) => {
    const end = performance.now() + SLICE;
    while (from < items.length && performance.now() < end) text(items[from++]);
    if (from < items.length) setTimeout(foldOn, 0, from);
  };

  const now = () => {
    const parts = {};
    new Intl.DateTimeFormat("en-GB", {
      timeZone: form.dataset.zone, weekday: "short", year: "numeric", month: "2-digit",
      day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    }).formatToParts(new Date()).forEach((part) => { parts[part.type] = part.value; });
    const day = DAYS.indexOf(parts.weekday), noon = new Date(`${parts.year}-${parts.month}-${parts.day}T12:00Z`);
    const date = (back) => new Date(noon - back * DAY * 60000).toISOString().slice(0, 10);
    return {
      minute: Number(parts.hour) * 60 + Number(parts.minute),
      today: { date: date(0), day }, yesterday: { date: date(1), day: (day + 6) % 7 },
    };
  };

  const within = (spans, minute) => spans.some(([from, to]) => from <= minute && minute < to);

  /* A date that is different has hours of its own, or none. */
  const changed = (each, { date }) => {
    const change = (each.changes || "").split(" ").find((text) => text.startsWith(date));
    return change && (change.includes("=") ? minutes(change.split("=")[1]) : []);
  };
  const spansOn = (each, on) => changed(each, on) || week(each.spans || "")[on.day];

  /* An entry whose hours nobody knows stays: it may be open. What opened last night may be so too. */
  const isOpen = (each, { minute, today, yesterday }) => (!each.spans && !changed(each, today)) ||
    within(spansOn(each, today), minute) || within(spansOn(each, yesterday), minute + DAY);

  const stem = (word) => (word.length > 4 ? word.replace(/(es|s)$/, "") : word);

  /* A service is found by its own words and by what people call its tokens. */
  const typedWords = () => split(input.value)
    .filter((word) => !ignored.has(word) && (word.length > 2 || !/^[a-z]/.test(word)))
    .map((word) => (UNSPACED.test(word) ? word : ` ${stem(word)}`))
    .map((word) => ({ word, meant: called.map((text) => text.includes(word)) }));

  const says = (each, { word, meant }) => each.tokens.some((number) => meant[number]) || text(each).includes(word);

  const wantedTokens = () => [...form.querySelectorAll("[data-any]")]
    .map((group) => [...group.querySelectorAll(":checked")].flatMap((one) => one.value.split(" ")).filter(Boolean))
    .filter((group) => group.length)
    .map((group) => group.map((token) => table.indexOf(token)));

  const say = (text) => {
    byId("f-count").textContent = text;
    clearTimeout(waiting);
    waiting = setTimeout(() => { byId("f-said").textContent = text; }, PAUSE);
  };

  const showCards = () => {
    const fits = new Set(found);
    for (const each of items) {
      const shown = fits.has(each);
      if (shown !== each.shown) each.node.hidden = !(each.shown = shown);
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-t]:not([hidden])");
    }
  };

  const labels = (tokens, prefix) => tokens.map((number) => index.tokens[number])
    .filter(([token, label]) => token.startsWith(prefix) && label).map(([, label]) => label).join(", ");

  const card = ([id, name, summary, tokens, hours, shown = "", href = "", warning = "", lang = ""]) => {
    const node = byId("f-card").content.firstElementChild.cloneNode(true);
    const link = node.querySelector("a"), call = node.querySelector(".btn");
    const said = {
      summary, warning, hours: href ? index.hours[hours][0] : "", areas: labels(tokens, "a:"),
      languages: labels(tokens, "l:"), cost: labels(tokens, "p:"),
    };
    link.href = `${id}/`;
    link.textContent = name;
    for (const place of node.querySelectorAll("[data-f]")) {
      place.textContent = said[place.dataset.f];
      if (!place.textContent) (place.localName === "dd" ? place.parentNode : place).remove();
    }
    if (lang) for (const text of [link, node.querySelector("[data-f=summary]"), call.querySelector("bdi + .vh")]) if (text) Object.assign(text, { lang, dir: "auto" });
    if (href) {
      call.href = href;
      call.querySelector("bdi").textContent = shown;
      call.querySelector("bdi + .vh").textContent = `, ${name}`;
    } else call.parentNode.remove();
    return node;
  };

  const showResults = (narrowed) => {
    const nodes = narrowed ? found.slice(0, limit).map((each) => (each.node = each.node || card(each.row))) : [];
    results.querySelector(".cards").replaceChildren(...nodes);
    byId("f-start").hidden = narrowed;
    more.hidden = !narrowed || found.length <= limit;
  };

  const apply = () => {
    const typed = typedWords(), wanted = wantedTokens(), time = open.checked ? now() : null;
    const narrowed = Boolean(typed.length || wanted.length || time);
    found = items.filter((each) => wanted.every((group) => group.some((number) => each.tokens.includes(number))) &&
      typed.every((word) => says(each, word)) && (!time || isOpen(each, time)));
    if (results) showResults(narrowed);
    else showCards();
    for (const part of [byId("count"), byId("lists")]) if (part) part.hidden = narrowed;
    const number = found.length;
    byId("f-none").hidden = number > 0;
    say((counts[plural.select(number)] || counts.other).replace("%d", number));
  };

  const restart = () => { limit = STEP; apply(); };

  form.reset();
  form.addEventListener("input", restart);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer:coarse)").matches) input.blur(); /* takes the keyboard off the list */
  });
  form.addEventListener("reset", () => setTimeout(restart));
  form.addEventListener("click", (event) => { if (event.target.type === "reset") setTimeout(() => input.focus()); });
  if (more) more.addEventListener("click", () => {
    const next = limit;
    limit += STEP;
    apply();
    results.querySelectorAll(".called a")[next].focus();
  });
  /* A page that the browser keeps for the way back is kept empty. */
  addEventListener("pagehide", () => form.reset());
  addEventListener("pageshow", (event) => { if (event.persisted) form.reset(); });
  if (matchMedia("(min-width:62em)").matches) form.querySelector("details").open = true;
  setTimeout(foldOn, 0, 0);
  form.hidden = false;
  if (results) results.hidden = false;
})();
