// SPDX-License-Identifier: AGPL-3.0-or-later
// What sight.py asks of a page that Chromium shows, where it is scrolled to now. Each answer is null,
// or what is wrong and the rule of CSS that mends it, empty where that cannot be told.
(() => {
  // How a rule of the theme names an element.
  const name = e => e.id ? `#${CSS.escape(e.id)}`
    : [e.localName, ...[...e.classList].map(word => CSS.escape(word))].join('.');

  // The nearest of an element and those around it whose style is as wanted.
  const around = (e, wanted) => {
    while (e && !wanted(getComputedStyle(e))) e = e.parentElement;
    return e;
  };
  const pinnedAround = e => around(e, style => /fixed|sticky|absolute/.test(style.position));

  // Each of these makes "fixed" mean the element and no longer the window (CSS Positioned Layout 3, 2.1).
  const PLAIN = {
    'animation-name': 'none', transform: 'none', translate: 'none', rotate: 'none', scale: 'none',
    perspective: 'none', filter: 'none', 'backdrop-filter': 'none', contain: 'none', 'will-change': 'auto',
  };
  const rulePinning = control => {
    let property;
    const holder = around(control.parentElement, style =>
      property = Object.keys(PLAIN).find(key => style[key] != PLAIN[key]));
    return holder ? `${name(holder)} { ${property}: ${PLAIN[property]} }` : '';
  };

  // What lies on the control at its middle or near a corner.
  const covering = (control, { left, right, top, bottom }) => {
    const points = [[(left + right) / 2, (top + bottom) / 2]];
    for (const x of [left + 6, right - 6]) for (const y of [top + 6, bottom - 6]) points.push([x, y]);
    return points.map(([x, y]) => document.elementFromPoint(x, y))
      .find(found => found && !control.contains(found));
  };

  // What is wrong with the control.
  const control = () => {
    const control = document.querySelector('[data-quick-exit]');
    if (!control) return ['is not in the page', ''];
    const faint = around(control, style => style.opacity < 0.5);
    if (faint) return ['cannot be seen through its opacity', `${name(faint)} { opacity: 1 }`];
    const { visibility, pointerEvents } = getComputedStyle(control);
    if (visibility != 'visible') return ['is not displayed', 'body { visibility: visible }'];
    const box = control.getBoundingClientRect();
    if (box.width < 1) return ['is not displayed', ''];
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      return ['is not wholly on the screen', rulePinning(control)];
    if (box.height < 44 || box.width < 44) return ['is less than 44 pixels high or wide', ''];
    if (pointerEvents == 'none') return ['cannot be clicked', '#quick-exit { pointer-events: auto }'];
    const above = covering(control, box);
    if (!above) return null;
    const pinned = pinnedAround(above);
    return [`is covered by <${above.localName}${above.id ? ' id=' + above.id : ''}>`,
      pinned ? `${name(pinned)} { top: ${Math.ceil(box.bottom)}px }` : ''];
  };

  const overlap = (one, other) => one.width > 1 && one.height > 1
    && one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;

  const ruleMoving = (pinned, holder, bottom) => {
    if (pinned) return `${name(pinned)} { position: sticky; top: ${bottom}px }`;
    const drawn = around(holder, style => parseFloat(style.marginTop) < 0);
    return drawn ? `${name(drawn)} { margin-top: 0 }` : '';
  };

  // The first words of the theme that the exit lies over. At the top of the page its bar counts as
  // well, further down only what stays on the screen.
  const beneath = () => {
    const exit = document.querySelector('#quick-exit');
    if (!exit) return null;
    const control = exit.querySelector('[data-quick-exit]');
    const boxes = (scrollY ? [control] : [control, exit]).map(e => e.getBoundingClientRect());
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = new Range();
    while (texts.nextNode()) {
      const words = texts.currentNode.data.trim().replace(/\s+/g, ' ');
      const holder = texts.currentNode.parentElement;
      if (!words || holder.closest('[id^=quick-exit]')) continue;
      const pinned = pinnedAround(holder);
      if (scrollY && !pinned) continue;
      range.selectNodeContents(texts.currentNode);
      const part = [...range.getClientRects()].find(part => boxes.some(box => overlap(part, box)));
      if (!part) continue;
      const x = (part.left + part.right) / 2, y = (part.top + part.bottom) / 2;
      if (document.elementsFromPoint(x, y).includes(holder))
        return [`lies over “${words.slice(0, 40)}” of the page`,
          ruleMoving(pinned, holder, Math.ceil(boxes[0].bottom))];
    }
    return null;
  };

  // Whether every line of the words beside the control is on top, from its first letter to its last.
  // They scroll away.
  const words = () => {
    const words = document.querySelector('#quick-exit p');
    if (!words || scrollY) return null;
    const range = new Range();
    range.selectNodeContents(words);
    const isOnTop = part => [part.left + 1, part.right - 1].every(x =>
      words.contains(document.elementFromPoint(x, (part.top + part.bottom) / 2)));
    return [...range.getClientRects()].filter(part => part.width > 0).every(isOnTop) ? null
      : ['says what leaving does not do where it is cut off or covered', 'body { overflow: visible }'];
  };

  return { control, beneath, words };
})()
