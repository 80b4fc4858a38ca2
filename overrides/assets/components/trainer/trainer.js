// The page as who gives it sees it: notes, times, answers; parts to leave out; notes of one's own. Loaded by `zaal` when asked for.
(() => {
  const TEXT = {
    bar: "Trainerweergave",
    /** @param {number} told @param {number} exercises @param {number} questions */
    times: (told, exercises, questions) =>
      `In de zaal ongeveer ${told + exercises + questions} minuten: ${told} uitleg, ${exercises} oefeningen in groep, ${questions} vragen.`,
    note: "Voor de trainer",
    /** @param {number} minutes */
    minutes: (minutes) => (minutes ? ` · ${minutes} minuten` : ""),
    skip: "Laat dit weg",
    unskip: "Toch doen",
    /** @param {string} title */
    skipNamed: (title) => `Laat dit weg: ${title}`,
    /** @param {string} title */
    unskipNamed: (title) => `Toch doen: ${title}`,
    own: "Eigen notitie",
    /** @param {string} title */
    ownNamed: (title) => `Eigen notitie bij ${title}`,
    kept: "Je eigen notities blijven in deze browser.",
    refused: "Deze browser laat niet toe iets te bewaren. Bewaar je notities als bestand voor je weggaat.",
    copy: "Kopieer de link",
    copied: "De link is gekopieerd: wie hem opent, ziet dezelfde weergave en dezelfde weggelaten delen.",
    copyByHand: "Kopiëren lukt hier niet. Neem het adres bovenaan in je browser over.",
    export: "Bewaar mijn notities",
    nothing: "Je hebt nog geen eigen notities.",
    exported: "Open het bestand dat je net kreeg: al je eigen notities staan erin.",
    off: "Terug naar de gewone weergave",
  };
  const LONGEST = 5000;
  const session = window.siteAdres;
  const { words, notes, keepNotes } = session;
  const element = window.siteElement;
  const article = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));
  const asides = /** @type {HTMLElement[]} */ ([...article.querySelectorAll("aside.trainer")]);
  const answers = /** @type {HTMLDetailsElement[]} */ ([...article.querySelectorAll(".quiz__explanation, .oplossing")]);
  /** @type {HTMLElement[]} */
  let added = [];

  /** @param {boolean} on */
  function show(on) {
    document.documentElement.classList.toggle("trainer-aan", on);
    asides.forEach((aside) => reveal(aside, on));
    answers.forEach((answer) => (answer.open = on));
    added.forEach((one) => one.remove());
    added = [];
    if (on) add();
    session.write({ trainer: on ? "" : null, skip: on ? [...session.skipped()].join(",") || null : null });
    mark();
  }

  /** @param {HTMLElement} aside @param {boolean} on */
  function reveal(aside, on) {
    aside.hidden = !on;
    // A landmark in the middle of a page is noise for a screen reader; a note is not.
    if (on) aside.setAttribute("role", "note");
    else aside.removeAttribute("role");
    aside.setAttribute("aria-label", TEXT.note + TEXT.minutes(Number(aside.dataset.minutes)));
  }

  function add() {
    const first = article.querySelector(".les") || article.querySelector("h1");
    place(bar(), (box) => first?.after(box));
    for (const part of parts()) place(controls(part), part.place);
  }

  /** @param {HTMLElement} box @param {(box: HTMLElement) => void} put */
  function place(box, put) {
    put(box);
    added.push(box);
  }

  /** What can be left out: a section, an exercise, a question; never what holds the help box. */
  function parts() {
    const sections = /** @type {HTMLElement[]} */ ([...article.querySelectorAll(":scope > h2[id]")]).map((heading) => ({
      id: heading.id,
      title: words(heading),
      elements: [heading, ...following(heading)],
      own: true,
      place: (/** @type {HTMLElement} */ box) => heading.after(box),
    }));
    const inside = /** @type {HTMLElement[]} */ ([...article.querySelectorAll(":scope > :is(.oefening, site-quiz)[id]")]).map((part) => ({
      id: part.id,
      title: words(part.querySelector(".oefening__title, legend")),
      elements: [part],
      own: false,
      place: (/** @type {HTMLElement} */ box) => part.after(box),
    }));
    return [...sections, ...inside].filter(({ elements }) => !elements.some((one) => one.matches(".hulp, :has(.hulp)")));
  }

  /** @param {Element} heading */
  function following(heading) {
    const found = [];
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
      if (!next.matches("site-les, .trainer__deel--kop")) found.push(/** @type {HTMLElement} */ (next));
    }
    return found;
  }

  /** Puts away what is left out; its heading stays, struck through, and its button says so. */
  function mark() {
    const left = document.documentElement.classList.contains("trainer-aan") ? session.skipped() : new Set();
    article.querySelectorAll(".trainer__weg").forEach((one) => one.classList.remove("trainer__weg"));
    for (const { id, title, elements } of parts()) {
      const out = left.has(id);
      const button = article.querySelector(`[data-skip="${CSS.escape(id)}"]`);
      button?.setAttribute("aria-label", out ? TEXT.unskipNamed(title) : TEXT.skipNamed(title));
      if (button) button.textContent = out ? TEXT.unskip : TEXT.skip;
      if (out) elements.forEach((one) => one.classList.add("trainer__weg"));
    }
  }

  /** @param {{ id: string, title: string, elements: HTMLElement[], own: boolean }} part */
  function controls({ id, title, own }) {
    const skip = button("", () => session.skip(id, !session.skipped().has(id)));
    skip.dataset.skip = id;
    return element("div", { class: own ? "trainer__deel trainer__deel--kop" : "trainer__deel" }, skip, ...(own ? [ownNote(id, title)] : []));
  }

  /** @param {string} id @param {string} title */
  function ownNote(id, title) {
    const text = element("textarea", { "aria-label": TEXT.ownNamed(title), maxlength: String(LONGEST) });
    text.value = notes()[session.path]?.[id]?.text || "";
    text.addEventListener("input", () => keep(id, title, text.value));
    const folded = element("details", { class: "trainer__eigen" }, element("summary", {}, TEXT.own), text);
    folded.open = Boolean(text.value);
    return folded;
  }

  function bar() {
    const say = element("p", { role: "status" });
    const tools = element(
      "div",
      { class: "trainer__knoppen" },
      button(TEXT.copy, () => copied(say)),
      button(TEXT.export, () => (say.textContent = exported() ? TEXT.exported : TEXT.nothing)),
      button(TEXT.off, () => /** @type {HTMLElement} */ (document.querySelector("site-zaal [data-action=trainer]")).click()),
    );
    return element(
      "section",
      { class: "trainer__balk", "aria-label": TEXT.bar },
      element("p", { class: "trainer__titel" }, TEXT.bar),
      element("p", {}, times()),
      element("p", { class: "trainer__klein" }, TEXT.kept),
      tools,
      say,
    );
  }

  function times() {
    const sum = (/** @type {string} */ selector) =>
      /** @type {HTMLElement[]} */ ([...article.querySelectorAll(selector)]).reduce((all, one) => all + Number(one.dataset.minutes || 0), 0);
    const questions = article.querySelectorAll("site-quiz").length * session.minutesPerQuestion;
    return TEXT.times(sum("aside.trainer"), sum(".oefening--groep"), questions);
  }

  /** @param {HTMLElement} say */
  function copied(say) {
    const told = (/** @type {string} */ text) => (say.textContent = text);
    if (!navigator.clipboard) return told(TEXT.copyByHand);
    navigator.clipboard.writeText(location.href).then(() => told(TEXT.copied), () => told(TEXT.copyByHand));
  }

  /** @param {string} id @param {string} title @param {string} text */
  function keep(id, title, text) {
    // Read again at every change: another tab may have written meanwhile.
    const all = notes();
    const page = all[session.path] && typeof all[session.path] === "object" ? all[session.path] : {};
    if (text.trim()) page[id] = { title, text };
    else delete page[id];
    all[session.path] = page;
    const kept = keepNotes(all);
    const say = article.querySelector(".trainer__klein");
    if (say) say.textContent = kept ? TEXT.kept : TEXT.refused;
  }

  /** All own notes as a text file. @returns {boolean} whether there were any */
  function exported() {
    const lines = Object.entries(notes()).flatMap(([page, notes]) => {
      const written = Object.values(notes || {}).filter((note) => typeof note?.text === "string");
      return written.length ? [`# ${page}`, "", ...written.flatMap(({ title, text }) => [`## ${title}`, "", text, ""])] : [];
    });
    if (!lines.length) return false;
    window.siteBestand("mijn-notities.txt", "text/plain;charset=utf-8", lines.join("\n"));
    return true;
  }

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = element("button", { class: "trainer__knop", type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  window.addEventListener("adres", mark);
  window.siteTrainer = { show };
})();
