/* The quick exit: leaves the site at once, and covers its pages when somebody comes Back to them.

   It runs in the <head> of every page, before there is a body, and is the same for all pages and
   languages: whatever differs is in the data- attributes of its own <script> tag.
   docs/quick-exit.md says why each odd line is as it is. */
(() => {
  const root = document.documentElement;
  const data = document.currentScript.dataset; // to title show two one cancelled [escape] [discreet]
  if (root.dataset.exit) return; // a second copy of this script has nothing left to do

  const attempt = step => { try { return step(); } catch (ignored) { /* nothing stops the exit */ } };
  const listen = (names, heard) => names.split(' ').forEach(name => addEventListener(name, heard, true));
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  // Null in an engine that does not tell how a page was entered.
  const entered = () => window.navigation && navigation.activation;

  /* Leaving */

  let leaving, channel, patience = 0, notBefore;

  const leave = told => {
    leaving = true;
    attempt(() => document.querySelectorAll('audio,video').forEach(media => media.pause()));
    attempt(() => speechSynthesis.cancel());
    attempt(blank);
    attempt(() => stop()); // a page still on its way here would grow a new body
    attempt(() => told || channel.postMessage(1));
    attempt(() => entered() || (sessionStorage.exit = 1));
    go();
  };

  // Hidden at once, and taken down after the next frame: the browser needs longer to take down a
  // long page than to draw a blank one.
  const blank = () => {
    root.style.cssText = 'background:none;color-scheme:light dark;content-visibility:hidden';
    coverWith(make('body'));
    const empty = () => {
      root.replaceChildren(document.head, cover.pop());
      document.head.replaceChildren(...cover);
    };
    root.style.contentVisibility ? setTimeout(empty, 99) : empty();
  };

  const go = () => {
    location.replace(data.to);
    notBefore = Date.now() + patience;
    patience += patience || 1000;
  };

  // Until the destination is here, Esc must not stop it, and whoever did stop it leaves again.
  // It comes before the next listener, so as not to hear the very click that leaves.
  listen('click auxclick keydown touchend', event => {
    if (!leaving) return;
    event.preventDefault();
    if (event.key != 'Escape' && Date.now() > notBefore) go();
  });

  listen('click auxclick', event => {
    if (leaving || event.button > 1 || !event.target.closest('[data-quick-exit]')) return;
    event.preventDefault();
    leave();
  });

  // Told at once that the loading was stopped, where the engine tells it.
  attempt(() => { navigation.onnavigateerror = () => { notBefore = 0; }; });

  // Ours is the first listener of the page, so that no other can ask "Leave site?".
  listen('beforeunload', event => { if (leaving) event.stopImmediatePropagation(); });

  attempt(() => {
    channel = new BroadcastChannel('quick-exit');
    channel.onmessage = () => leave(true);
  });

  /* Coming back */

  let cover = [], kept = [];

  const stateOf = entry => entry.getState() || {};
  const mark = change => attempt(() => {
    const state = { ...stateOf(navigation.currentEntry), ...change };
    navigation.updateCurrentEntry({ state });
  });

  // Where the page was entered from and where it was last left for, while it waits in memory.
  let lastFrom, leftFor;

  const isReturn = kept => {
    const entry = entered();
    if (!entry) {
      const { type } = performance.getEntriesByType('navigation')[0];
      return sessionStorage.exit && (kept || type != 'navigate');
    }
    const own = stateOf(navigation.currentEntry), { from } = entry;
    if (own.covered || entry.navigationType != 'traverse') return own.covered;
    // Firefox repeats the last "from" of a page that it kept, wherever the reader has been since.
    const repeats = kept && from == lastFrom && from && from.url != leftFor;
    return !own.out && (!from || repeats || stateOf(from).covered);
  };

  const enter = kept => {
    if (attempt(() => isReturn(kept))) return hide();
    mark({ out: 0 });
    show();
  };

  const takeOut = () => document.querySelectorAll('head>title,head>[rel~=icon]').forEach(element => {
    if (cover.includes(element)) return;
    kept.push(element);
    element.remove();
  });
  const watch = new MutationObserver(takeOut);

  // Gives this place in the history, and the page, a neutral head with the element right after it.
  const coverWith = element => {
    mark({ covered: 1 });
    cover = [
      make('title', { textContent: data.title }),
      make('link', { rel: 'icon', href: 'data:,' }),
      make('meta', { name: 'referrer', content: 'no-referrer' }),
      element,
    ];
    takeOut(); // before ours is there: a browser fetches the better of two icons
    document.head.append(...cover);
    document.head.after(element);
  };

  const hide = () => {
    root.dataset.exit = 'covered';
    const box = make('div', { id: 'quick-exit-cover' });
    box.append(make('button', { textContent: data.show }));
    coverWith(box);
    watch.observe(document.head, { childList: true });
  };

  const show = () => {
    root.dataset.exit = 'on';
    watch.disconnect();
    cover.forEach(element => element.remove());
    document.head.append(...kept);
    cover = [];
    kept = [];
  };

  // A listener on the window, as for the exit: a theme that stops clicks on their way stops no other.
  listen('click', event => {
    if (!event.target.closest('#quick-exit-cover button')) return;
    attempt(() => sessionStorage.removeItem('exit'));
    mark({ covered: 0 });
    show();
  });

  listen('pagehide', () => {
    root.dataset.exit = 'covered';
    attempt(() => { lastFrom = entered().from; });
  });
  listen('pageshow', event => {
    if (event.persisted && !leaving && !cover.length) enter(true);
    leftFor = '';
  });
  // A step inside the page, as to a heading, has an entry of its own.
  listen('popstate', () => mark({ covered: leaving || cover.length }));
  // Whoever follows a link out of the site finds the page uncovered on the way back.
  attempt(() => navigation.addEventListener('navigate', event => {
    leftFor = event.destination.url;
    const away = new URL(leftFor).origin != location.origin;
    if (away && /^http/.test(leftFor)) mark({ out: 1 });
  }));
  enter();

  /* Keys */

  let held, presses = 0, timer;

  const say = text => {
    document.querySelector('#quick-exit [role]').textContent = text || '';
  };
  const later = step => {
    clearTimeout(timer);
    timer = setTimeout(step, 5000);
  };
  const cancel = () => {
    if (!presses) return;
    presses = 0;
    later(say);
    say(data.cancelled);
  };

  const isExitKey = ({ key, target, ctrlKey, altKey, metaKey }) => {
    if (key == 'Shift') return !ctrlKey && !altKey && !metaKey;
    return key == 'Escape' && 'escape' in data && !document.querySelector('dialog[open]')
      && !target.closest('input,textarea,select,[contenteditable]');
  };

  listen('pointerdown', () => { held = ''; });
  listen('keydown', event => {
    held = isExitKey(event) ? event.key : '';
    if (!held) cancel();
  });
  listen('keyup', event => {
    if (leaving || !held || event.key != held) return;
    if (++presses > 2) return leave();
    later(cancel);
    say(presses > 1 ? data.one : data.two);
  });

  /* Discreet navigation: the pages of one visit share one place in the history */

  if ('discreet' in data) addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (event.defaultPrevented || event.button || !link || link.target || link.download) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin != location.origin) return;
    event.preventDefault();
    location.replace(link.href);
  });
})();
