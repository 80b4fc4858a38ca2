// The page as screens for a room: the same elements, one at a time, large. Loaded by `zaal` when asked for.
// Nothing is copied or moved, so a question keeps its answer and a screen reader reads the page it knows.
(() => {
  const TEXT = {
    region: "Presentatie",
    next: "Volgend scherm",
    back: "Vorig scherm",
    overview: "Overzicht",
    blank: "Zwart scherm",
    speaker: "Sprekersscherm",
    full: "Volledig scherm",
    answer: "Toon de uitleg",
    stop: "Stop",
    menu: "Menu",
    /** @param {number} number @param {number} all @param {string} title */
    now: (number, all, title) => `Scherm ${number} van ${all}: ${title}`,
    blanked: "Zwart scherm. Druk op een toets of klik om verder te gaan.",
    kinds: { titel: "Titel", kort: "In het kort", oefening: "Oefening", quiz: "Vraag", casus: "Casus", bericht: "Voorbeeldbericht", grafiek: "Grafiek", gesprek: "Oefengesprek", hulp: "Hulp", onthoud: "Onthoud", slot: "Einde" },
    /** @param {number} minutes */
    minutes: (minutes) => (minutes ? ` · ${minutes} min` : ""),
    keys: "Toetsen: pijltjes of Page Up en Page Down · B zwart · O overzicht · U uitleg · T tijd · S sprekersscherm · F volledig scherm · Esc stop",
    blocked: "Je browser hield het sprekersscherm tegen. Sta pop-ups toe voor deze pagina.",
  };
  const [LARGEST, SMALLEST] = [1.3, 0.5];
  const root = document.documentElement;
  const session = window.siteAdres;
  const element = window.siteElement;
  const { article, title, collected, isolate } = window.siteSchermen;
  const zaal = /** @type {HTMLElement} */ (document.querySelector("site-zaal"));

  /** @type {Scherm[]} */
  let screens = [];
  let at = 0;
  /** @type {ReturnType<typeof chrome> | null} */
  let frame = null;
  /** @type {MessageEventSource | null} */
  let speaker = null;

  // Showing ------------------------------------------------------------------------------------------------------------

  function start() {
    if (root.classList.contains("presenteert")) return;
    screens = collected();
    frame = chrome();
    document.body.append(frame.box);
    root.classList.add("presenteert");
    addEventListener("keydown", pressed);
    addEventListener("resize", fit);
    addEventListener("adres", renew);
    addEventListener("message", heard);
    article.addEventListener("touchstart", touched, { passive: true });
    article.addEventListener("touchend", touched, { passive: true });
    go(Number(new URLSearchParams(location.search).get("presenteren") || 1) - 1);
  }

  function stop() {
    const here = screens[at];
    root.classList.remove("presenteert");
    root.style.removeProperty("--schaal");
    for (const name of root.classList) if (name.startsWith("scherm--")) root.classList.remove(name);
    article.querySelectorAll(".scherm__uit, .scherm__aan").forEach((one) => one.classList.remove("scherm__uit", "scherm__aan"));
    article.querySelectorAll(".presenteren__slot, .presenteren__code").forEach((one) => one.remove());
    frame?.clock.stop();
    frame?.box.remove();
    removeEventListener("keydown", pressed);
    removeEventListener("resize", fit);
    removeEventListener("adres", renew);
    removeEventListener("message", heard);
    article.removeEventListener("touchstart", touched);
    article.removeEventListener("touchend", touched);
    if (document.fullscreenElement) document.exitFullscreen();
    session.write({ presenteren: null });
    here.elements[0].scrollIntoView();
    focus(here);
  }

  /** A part was left out, or comes back: the same screen stays in view where it still is there. */
  function renew() {
    const here = screens[at];
    screens = collected();
    const again = screens.findIndex((screen) => screen.elements[0] === here.elements[0]);
    go(again < 0 ? at : again);
  }

  /** @param {number} number */
  function go(number) {
    const before = screens[at];
    at = Math.max(0, Math.min(screens.length - 1, Math.floor(number) || 0));
    const here = screens[at];
    root.classList.remove(`scherm--${before.kind}`);
    root.classList.add(`scherm--${here.kind}`);
    isolate(article, new Set(here.elements));
    here.elements.forEach((one) => one.classList.add("scherm__aan"));
    session.write({ presenteren: at ? String(at + 1) : "" });
    tell(here);
    fit();
    scrollTo(0, 0);
    focus(here);
  }

  /** @param {Scherm} here */
  function tell(here) {
    if (!frame) return;
    frame.where.hidden = here.kind === "titel";
    frame.where.textContent = `${title} · ${TEXT.kinds[here.kind]}${TEXT.minutes(here.minutes)}`;
    frame.count.textContent = `${at + 1} / ${screens.length}`;
    frame.bar.value = at + 1;
    frame.bar.max = screens.length;
    frame.status.textContent = TEXT.now(at + 1, screens.length, here.title);
    frame.back.disabled = at === 0;
    frame.next.disabled = at === screens.length - 1;
    frame.answer.hidden = !explanations().length;
    frame.clock.at(here.id, here.kind === "oefening" ? here.minutes : 0);
    broadcast();
  }

  /** The type as large as the screen allows; what does not fit at the smallest size scrolls. */
  function fit() {
    for (let size = LARGEST; ; size -= 0.08) {
      root.style.setProperty("--schaal", String(Math.max(size, SMALLEST)));
      if (size <= SMALLEST || root.scrollHeight <= innerHeight) return;
    }
  }

  /** @param {Scherm} here */
  function focus(here) {
    const target = /** @type {HTMLElement} */ (here.elements[0]);
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /** The folded answers of the screen in view. */
  const explanations = () =>
    /** @type {HTMLDetailsElement[]} */ (screens[at].elements.flatMap((one) => [...one.querySelectorAll(".quiz__explanation, .oplossing, .grafiek > details")]));

  function answer() {
    const folded = explanations();
    const open = !folded.every((one) => one.open);
    folded.forEach((one) => (one.open = open));
    root.classList.toggle("scherm--uitleg", open);
    fit();
  }

  // The frame around it ------------------------------------------------------------------------------------------------

  function chrome() {
    // The page's own title is in view on the first screen only; elsewhere this stands for it.
    const where = element("p", { class: "presenteren__waar", role: "heading", "aria-level": "1" });
    const bar = element("progress", { "aria-label": TEXT.region });
    const status = element("p", { class: "presenteren__status", role: "status" });
    const count = element("p", { class: "presenteren__stand" });
    const [back, next] = [button(TEXT.back, "‹", () => go(at - 1)), button(TEXT.next, "›", () => go(at + 1))];
    const reveal = button(TEXT.answer, "", answer);
    const clock = window.siteKlok((text) => (status.textContent = text));
    const tools = element("div", { class: "presenteren__knoppen" }, reveal, menu(), back, count, next);
    const box = element("div", { class: "presenteren", role: "region", "aria-label": TEXT.region }, where, clock.box, bar, tools, status);
    return { box, where, bar, status, count, back, next, answer: reveal, clock };
  }

  function menu() {
    /** @type {[string, () => void][]} */
    const all = [[TEXT.overview, overview], [TEXT.blank, blank], [TEXT.speaker, open], [TEXT.full, full], [TEXT.stop, stop]];
    const close = (/** @type {() => void} */ act) => () => {
      folded.open = false;
      act();
    };
    const keys = element("p", { class: "presenteren__toetsen" }, TEXT.keys);
    const inside = element("div", {}, ...all.map(([label, act]) => button(label, "", close(act))), keys);
    const summary = element("summary", { class: "presenteren__knop" }, TEXT.menu);
    const folded = element("details", { class: "presenteren__menu" }, summary, inside);
    return folded;
  }

  function blank() {
    const dark = element("dialog", { class: "presenteren__zwart" }, element("button", {}, TEXT.blanked));
    const away = (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      dark.close();
      dark.remove();
    };
    dark.addEventListener("keydown", away);
    dark.addEventListener("click", away);
    document.body.append(dark);
    dark.showModal();
  }

  function overview() {
    const list = element("ol", {});
    const all = element("dialog", { class: "presenteren__overzicht", "aria-label": TEXT.overview }, element("h2", {}, TEXT.overview), list);
    screens.forEach((screen, number) => {
      const choice = button("", "", () => {
        all.close();
        go(number);
      });
      const place = `${number + 1} · ${TEXT.kinds[screen.kind]}${TEXT.minutes(screen.minutes)}`;
      choice.append(element("small", {}, place), element("span", {}, screen.title));
      if (number === at) choice.setAttribute("aria-current", "step");
      list.append(element("li", {}, choice));
    });
    all.addEventListener("close", () => all.remove());
    document.body.append(all);
    all.showModal();
    /** @type {HTMLElement | null} */ (all.querySelector("[aria-current]"))?.focus();
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => undefined);
  }

  // The second window --------------------------------------------------------------------------------------------------

  function open() {
    const address = zaal.dataset.speaker;
    const opened = window.open(address, "spreker", "popup,width=960,height=720");
    if (opened || !frame) return;
    frame.status.textContent = TEXT.blocked;
    frame.status.classList.add("presenteren__status--zichtbaar");
  }

  /** The speaker's window asks, also after this window went on to another lesson. @param {MessageEvent} event */
  function heard(event) {
    // From a file both origins are "null": there the message only turns a page.
    if (event.origin !== (location.protocol === "file:" ? "null" : location.origin) || event.data?.to !== "presenteren") return;
    speaker = event.source;
    if (event.data.step) go(at + Math.sign(Number(event.data.step)));
    else if (screens.some(({ id, droppable }) => droppable && id && id === event.data.drop)) session.skip(event.data.drop, true);
    else broadcast();
  }

  /** Words only: whatever window listens, nothing in them can run. */
  function broadcast() {
    const here = screens[at];
    const text = (/** @type {Element} */ note) => [...note.querySelectorAll("p, li")].map((one) => one.textContent?.trim() || "");
    const plan = screens.map(({ kind, id, title, minutes, droppable }) => ({ kind: TEXT.kinds[kind], id, title, minutes, droppable: droppable && Boolean(id) }));
    const message = { to: "spreker", lesson: title, path: session.path, at, plan, notes: here.notes.map(text), own: ownNote(here) };
    speaker?.postMessage(message, { targetOrigin: location.protocol === "file:" ? "*" : location.origin });
  }

  /** What the trainer wrote for themself at this part. @param {Scherm} here */
  function ownNote(here) {
    const text = session.notes()[session.path]?.[here.section]?.text;
    return typeof text === "string" ? text : "";
  }

  // Keys and fingers ---------------------------------------------------------------------------------------------------

  /** @type {Record<string, () => void>} */
  const KEYS = {
    ArrowRight: () => go(at + 1), PageDown: () => go(at + 1), ArrowLeft: () => go(at - 1), PageUp: () => go(at - 1),
    Home: () => go(0), End: () => go(screens.length - 1), " ": () => go(at + 1),
    b: blank, ".": blank, o: overview, u: answer, t: () => frame?.clock.toggle(), s: open, f: full, Escape: stop,
  };

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open], [popover]:popover-open")) return;
    // In a field, or on a choice, the keys belong to what has the focus.
    const typing = target.matches("input, textarea, select, [contenteditable]");
    if ((typing && !["PageDown", "PageUp", "Escape"].includes(event.key)) || (event.key === " " && target.matches("a, button, summary"))) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    // The theme listens to single keys as well.
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  let from = { x: 0, y: 0 };
  /** @param {TouchEvent} event */
  function touched(event) {
    const { clientX: x, clientY: y } = event.changedTouches[0];
    if (event.type === "touchstart") from = { x, y };
    else if (Math.abs(x - from.x) > 60 && Math.abs(y - from.y) < 50) go(at + (x < from.x ? 1 : -1));
  }

  // Small things -------------------------------------------------------------------------------------------------------

  /** @param {string} label @param {string} sign @param {() => void} act */
  function button(label, sign, act) {
    const made = element("button", { class: "presenteren__knop", type: "button" }, sign || label);
    if (sign) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  window.sitePresenteren = { start };
})();
