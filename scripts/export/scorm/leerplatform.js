// A lesson or a practice conversation in a learning platform: takes up where the reader was, and tells how far they came.
// What goes out: status, share of questions answered right, which ones, place and time. Never an answer, a choice or a note.
(() => {
  const TEXT = {
    nobody: "Geen leerplatform gevonden: je voortgang wordt niet bewaard.",
    viewing: "Je bekijkt dit alleen: je leerplatform bewaart nu niets.",
    refused: "Je leerplatform antwoordt niet: wat je nu doet, wordt misschien niet bewaard.",
    here: "Hier was je gebleven.",
    top: "Naar het begin",
    before: "Deze vraag had je al juist.",
    done: "Afgerond. Dat staat nu in je leerplatform.",
    /** @param {number} right @param {number} all */
    score: (right, all) => `Je had ${right} van de ${all} vragen juist.${right < all ? " Je mag nog altijd opnieuw antwoorden." : ""}`,
  };
  const MOST = 4096;
  const CLOSED = ["completed", "passed"];

  /** @typedef {HTMLElement & { say?(text: string): void }} QuizElement */

  class Leerplatform extends HTMLElement {
    begun = Date.now();
    keeps = false;
    finished = false;
    place = "";
    /** @type {QuizElement[]} */
    quizzes = [];
    /** @type {HTMLElement[]} */
    headings = [];
    /** @type {Set<string>} */
    right = new Set();

    connectedCallback() {
      this.quizzes = [...this.querySelectorAll("site-quiz")].map((quiz) => /** @type {QuizElement} */ (quiz));
      this.headings = [...this.querySelectorAll("h2[id]")].map((heading) => /** @type {HTMLElement} */ (heading));
      if (!window.siteScorm.start()) return this.say("begin", TEXT.nobody);
      this.open = true;
      this.keeps = !["browse", "review"].includes(window.siteScorm.get("cmi.core.lesson_mode"));
      this.resume();
      this.addEventListener("quiz-answered", (event) => this.answered(/** @type {CustomEvent} */ (event)));
      this.addEventListener("click", (event) => this.clicked(/** @type {HTMLElement} */ (event.target)));
      addEventListener("scroll", () => this.look(), { passive: true });
      document.addEventListener("visibilitychange", () => document.hidden && this.send());
      addEventListener("pagehide", (event) => this.leave(event));
    }

    resume() {
      this.finished = CLOSED.includes(window.siteScorm.get("cmi.core.lesson_status"));
      remembered(window.siteScorm.get("cmi.suspend_data")).forEach((id) => this.right.add(id));
      this.quizzes.filter((quiz) => this.right.has(quiz.id)).forEach((quiz) => quiz.say?.(TEXT.before));
      this.goTo(window.siteScorm.get("cmi.core.lesson_location"));
      if (!this.keeps) this.say("begin", TEXT.viewing);
      else if (!this.finished) window.siteScorm.set("cmi.core.lesson_status", "incomplete");
      this.send();
      this.show();
    }

    /** @param {string} place */
    goTo(place) {
      const heading = this.headings.find((one) => one.id === place);
      if (!heading) return;
      this.place = place;
      const note = document.createElement("p");
      note.className = "leerplatform__hier";
      const top = document.createElement("a");
      top.href = `#${this.querySelector("h1")?.id}`;
      top.textContent = TEXT.top;
      note.append(`${TEXT.here} `, top);
      heading.after(note);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    }

    /** Which part is on the screen; where the platform makes our frame as high as the page, nothing scrolls and this stays. */
    look() {
      this.place = this.headings.findLast((one) => one.getBoundingClientRect().top < innerHeight / 2)?.id || "";
    }

    /** @param {CustomEvent} event */
    answered(event) {
      const quiz = /** @type {HTMLElement} */ (event.target);
      if (event.detail.right) this.right.add(quiz.id);
      const before = (/** @type {HTMLElement} */ one) => one.compareDocumentPosition(quiz) & Node.DOCUMENT_POSITION_FOLLOWING;
      this.place = this.headings.findLast(before)?.id || this.place;
      this.send();
      this.show();
    }

    /** A conversation is over at any of its endings. @param {HTMLElement} target */
    clicked(target) {
      const ended = target.closest("site-gesprek") && this.querySelector(".scene--einde:not(.scene--hidden)");
      if (ended && !this.finished) this.finish();
      if (target.dataset.action !== "done") return;
      this.finish();
      // The button is gone now; who works with a keyboard goes on from what it did.
      const status = /** @type {HTMLElement} */ (this.querySelector(".leerplatform__status"));
      status.tabIndex = -1;
      status.focus();
    }

    finish() {
      if (!this.keeps) return;
      this.finished = window.siteScorm.set("cmi.core.lesson_status", "completed");
      // The button stays for a second try, and nothing is called done that was not kept.
      this.finished = this.send() && this.finished;
      if (!this.finished) this.say("status", TEXT.refused);
      this.show();
    }

    /** Everything the platform gets to know. @returns {boolean} whether it says that it kept it */
    send() {
      if (!this.keeps) return false;
      const { set, commit } = window.siteScorm;
      const progress = JSON.stringify({ v: 1, right: this.known() });
      if (progress.length <= MOST) set("cmi.suspend_data", progress);
      set("cmi.core.lesson_location", this.place);
      if (this.quizzes.length && (this.finished || this.known().length)) {
        set("cmi.core.score.min", "0");
        set("cmi.core.score.max", "100");
        set("cmi.core.score.raw", String(Math.round((100 * this.known().length) / this.quizzes.length)));
      }
      set("cmi.core.session_time", span(Date.now() - this.begun));
      set("cmi.core.exit", "suspend");
      const kept = commit();
      this.say("begin", kept ? "" : TEXT.refused);
      return kept;
    }

    /** The questions of this page that were ever answered right. */
    known() {
      return this.quizzes.map((quiz) => quiz.id).filter((id) => this.right.has(id));
    }

    /** @param {PageTransitionEvent} event */
    leave(event) {
      if (!this.open) return;
      this.send();
      // A page the browser keeps to come back to goes on as if nobody left.
      if (event.persisted) return;
      this.open = this.keeps = false;
      window.siteScorm.finish();
    }

    show() {
      /** @type {HTMLElement} */ (this.querySelector(".leerplatform__afronden")).hidden = !this.keeps || this.finished;
      if (!this.finished) return;
      const score = this.quizzes.length ? [TEXT.score(this.known().length, this.quizzes.length)] : [];
      this.say("status", [TEXT.done, ...score].join(" "));
    }

    /** @param {string} name @param {string} text */
    say(name, text) {
      /** @type {HTMLElement} */ (this.querySelector(`.leerplatform__${name}`)).textContent = text;
    }
  }

  /** The ids that an earlier visit left, or none: a platform may give back anything. @param {string} text @returns {string[]} */
  function remembered(text) {
    try {
      const found = JSON.parse(text);
      return found.v === 1 && Array.isArray(found.right) ? found.right.filter((/** @type {unknown} */ id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  }

  /** HHHH:MM:SS.SS @param {number} milliseconds */
  function span(milliseconds) {
    const hundredths = Math.min(Math.max(Math.floor(milliseconds / 10), 0), 9999 * 360_000);
    const parts = [padded(hundredths / 360_000, 4), padded((hundredths / 6000) % 60, 2), padded((hundredths / 100) % 60, 2)];
    return `${parts.join(":")}.${padded(hundredths % 100, 2)}`;
  }

  /** @param {number} number @param {number} width */
  const padded = (number, width) => String(Math.floor(number)).padStart(width, "0");

  if (!customElements.get("site-leerplatform")) customElements.define("site-leerplatform", Leerplatform);
})();
