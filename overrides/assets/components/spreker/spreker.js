// The speaker's own window: notes, the next screen, a clock, and whether there is time enough. It asks the window that opened it,
// by messages only, so that it works from a file too and goes on when that window opens the next lesson.
(() => {
  const TEXT = {
    waiting: "Dit scherm wacht op een presentatie. Open een les, kies Presenteren en druk op S.",
    lost: "Geen contact met de presentatie. Is dat venster nog open?",
    next: "Straks",
    nothing: "Dit is het laatste scherm van deze les.",
    notes: "Notities",
    none: "Geen notities bij dit deel.",
    own: "Eigen notitie",
    back: "Vorig scherm",
    forward: "Volgend scherm",
    pause: "Pauze",
    go: "Verder",
    again: "Klok op nul",
    /** @param {number} minutes */
    late: (minutes) => `${minutes} min achter`,
    /** @param {number} minutes */
    early: (minutes) => `${minutes} min voor`,
    onTime: "Op schema",
    /** @param {string} what */
    drop: (what) => `laat "${what}" vallen`,
    dropNow: "Laat vallen",
    /** @param {number} number @param {number} all @param {string} kind @param {number} minutes */
    where: (number, all, kind, minutes) => [`Scherm ${number} van ${all}`, kind, ...(minutes ? [`${minutes} min`] : [])].join(" · "),
  };
  const ASK_EVERY = 1000;
  const SILENT_AFTER = 4000;
  const LEAST = 2;
  const MOST_LATE = 3;

  class Spreker extends HTMLElement {
    /** @type {any} */
    state = null;
    heardAt = 0;
    // Milliseconds that count, and since when they run; what the lessons before this one were planned to take, in minutes.
    spent = 0;
    since = 0;
    earlier = 0;

    connectedCallback() {
      if (!window.opener) return;
      document.documentElement.classList.add("spreekt");
      this.replaceChildren(...this.parts());
      this.addEventListener("click", this);
      addEventListener("message", (event) => this.heard(event));
      addEventListener("keydown", (event) => this.pressed(event));
      setInterval(() => this.tick(), ASK_EVERY);
      this.tick();
    }

    parts() {
      const names = ["clock", "drift", "drop", "where", "title", "notes", "next"];
      /** @type {Record<string, HTMLElement>} */
      this.at = {};
      const made = names.map((name) => {
        const element = document.createElement(name === "notes" ? "section" : name === "title" ? "h2" : "p");
        element.className = `spreker__${name}`;
        /** @type {Record<string, HTMLElement>} */ (this.at)[name] = element;
        return element;
      });
      this.at.clock.setAttribute("role", "timer");
      this.at.drift.setAttribute("role", "status");
      this.at.notes.setAttribute("aria-label", TEXT.notes);
      this.at.title.textContent = TEXT.waiting;
      const tools = document.createElement("div");
      tools.className = "spreker__knoppen";
      for (const [action, label] of [["back", TEXT.back], ["forward", TEXT.forward], ["pause", TEXT.pause], ["again", TEXT.again]]) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "md-button", textContent: label });
        button.dataset.action = action;
        tools.append(button);
      }
      return [...made, tools];
    }

    /** @param {Event} event */
    handleEvent(event) {
      const { action, id } = /** @type {HTMLElement} */ (event.target).dataset;
      if (action === "forward") this.send({ step: 1 });
      if (action === "back") this.send({ step: -1 });
      if (action === "drop") this.send({ drop: id });
      if (action === "pause") this.pause();
      if (action === "again") this.begin();
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.send({ step });
    }

    /** @param {object} words */
    send(words) {
      window.opener?.postMessage({ to: "presenteren", ...words }, location.protocol === "file:" ? "*" : location.origin);
    }

    tick() {
      this.send({});
      if (this.state && Date.now() - this.heardAt > SILENT_AFTER && this.at) this.at.drift.textContent = TEXT.lost;
      else if (this.state) this.time();
    }

    /** @param {MessageEvent} event */
    heard(event) {
      if (event.source !== window.opener || event.data?.to !== "spreker" || !Array.isArray(event.data.plan)) return;
      const known = this.state;
      this.heardAt = Date.now();
      if (!known) this.begin();
      else if (known.path !== event.data.path) this.earlier += planned(known.plan, known.plan.length);
      this.state = event.data;
      if (JSON.stringify(known) !== JSON.stringify(event.data)) this.show();
      this.time();
    }

    begin() {
      this.spent = 0;
      this.since = Date.now();
      this.earlier = -planned(this.state?.plan || [], this.state?.at || 0);
      this.label();
      this.time();
    }

    pause() {
      if (this.since) this.spent += Date.now() - this.since;
      this.since = this.since ? 0 : Date.now();
      this.label();
    }

    label() {
      const button = this.querySelector("[data-action=pause]");
      if (button) button.textContent = this.since ? TEXT.pause : TEXT.go;
    }

    /** Minutes since the start, pauses left out. */
    get elapsed() {
      return (this.spent + (this.since ? Date.now() - this.since : 0)) / 60_000;
    }

    show() {
      const { plan, at, notes, own } = this.state;
      const [here, next] = [plan[at], plan[at + 1]];
      if (!this.at || !here) return;
      this.at.where.textContent = TEXT.where(at + 1, plan.length, here.kind, here.minutes);
      this.at.title.textContent = here.title;
      this.at.next.textContent = next ? `${TEXT.next}: ${next.title} (${next.kind.toLowerCase()})` : TEXT.nothing;
      const lines = /** @type {string[]} */ (notes.flat()).filter(Boolean);
      const texts = [...(lines.length ? lines : [TEXT.none]), ...(own ? [`${TEXT.own}: ${own}`] : [])];
      this.at.notes.replaceChildren(...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    }

    time() {
      if (!this.at || !this.state) return;
      const minutes = Math.floor(this.elapsed);
      this.at.clock.textContent = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
      const { plan, at } = this.state;
      const late = Math.floor(this.elapsed - this.earlier - planned(plan, at + 1));
      const early = Math.floor(this.earlier + planned(plan, at) - this.elapsed);
      const advice = late >= LEAST ? toDrop(plan, at, late) : null;
      const told = late >= LEAST ? TEXT.late(late) : early >= LEAST ? TEXT.early(early) : TEXT.onTime;
      const words = advice ? `${told}: ${TEXT.drop(advice.title)}` : told;
      if (this.at.drift.textContent !== words) this.at.drift.textContent = words;
      this.at.drift.classList.toggle("spreker__drift--laat", late >= LEAST);
      this.offer(advice);
    }

    /** @param {{ id: string, title: string } | null} advice */
    offer(advice) {
      const place = this.at?.drop;
      if (!place || place.dataset.id === (advice?.id || "")) return;
      place.dataset.id = advice?.id || "";
      const button = Object.assign(document.createElement("button"), { type: "button", className: "md-button", textContent: TEXT.dropNow });
      button.dataset.action = "drop";
      button.dataset.id = advice?.id || "";
      place.replaceChildren(...(advice ? [button] : []));
    }
  }

  /** Minutes of the first screens of a plan. @param {{ minutes: number }[]} plan @param {number} count */
  const planned = (plan, count) => plan.slice(0, count).reduce((all, one) => all + Number(one.minutes || 0), 0);

  /** What to leave out to be on time again: the smallest part still to come that gives enough, else the largest.
   * @param {{ id: string, title: string, minutes: number, droppable: boolean }[]} plan @param {number} at @param {number} late */
  function toDrop(plan, at, late) {
    const candidates = plan.slice(at + 1).filter(({ droppable, minutes }) => droppable && minutes >= Math.min(late, MOST_LATE));
    const enough = candidates.filter(({ minutes }) => minutes >= late).sort((one, other) => one.minutes - other.minutes);
    return enough[0] || candidates.sort((one, other) => other.minutes - one.minutes)[0] || null;
  }

  if (!customElements.get("site-spreker")) customElements.define("site-spreker", Spreker);
})();
