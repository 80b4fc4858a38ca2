// A question: choose, look, try again. The key stands in the page as the folded explanations; this reads it there.
(() => {
  const TEXT = {
    none: "Kies eerst een antwoord.",
    right: "Dat klopt.",
    partly: "Nog niet helemaal. Lees de uitleg en probeer gerust opnieuw.",
    wrong: "Dat klopt niet. Lees de uitleg en probeer gerust opnieuw.",
  };
  const RIGHT = /^\s*Juist\b/;

  class Quiz extends HTMLElement {
    attempts = 0;

    connectedCallback() {
      /** @type {HTMLElement} */ (this.querySelector(".quiz__tools")).hidden = false;
      this.addEventListener("click", this);
      this.addEventListener("change", this);
    }

    get answers() {
      return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".quiz__answer")]);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "change") this.forget();
      else if (/** @type {HTMLElement} */ (event.target).closest(".quiz__tools button")) this.check();
    }

    /** Another choice: the feedback on the former one goes. */
    forget() {
      if (this.dataset.locked) return;
      this.answers.forEach((answer) => answer.classList.remove("is-right", "is-wrong"));
      this.say("");
    }

    /** Marks what was chosen and unfolds its explanation. @returns {boolean | null} null when nothing was chosen */
    check() {
      const chosen = this.answers.filter((answer) => field(answer).checked);
      if (!chosen.length) {
        this.say(TEXT.none);
        return null;
      }
      this.attempts += 1;
      const right = this.answers.every((answer) => field(answer).checked === isRight(answer));
      chosen.forEach((answer) => show(answer));
      const some = chosen.some(isRight);
      const told = chosen.map((answer) => explanation(answer).querySelector("p")?.textContent?.trim()).join(" ");
      this.say(`${right ? TEXT.right : some ? TEXT.partly : TEXT.wrong} ${told}`);
      const detail = { id: this.id, right, attempts: this.attempts };
      this.dispatchEvent(new CustomEvent("quiz-answered", { bubbles: true, detail }));
      return right;
    }

    reset() {
      this.attempts = 0;
      delete this.dataset.locked;
      this.answers.forEach((answer) => {
        field(answer).checked = false;
        field(answer).disabled = false;
        answer.classList.remove("is-right", "is-wrong");
        explanation(answer).open = false;
      });
      this.say("");
    }

    /** @param {string} text */
    say(text) {
      /** @type {HTMLElement} */ (this.querySelector(".quiz__status")).textContent = text;
    }
  }

  /** @param {HTMLElement} answer */
  const field = (answer) => /** @type {HTMLInputElement} */ (answer.querySelector("input"));
  /** @param {HTMLElement} answer */
  const explanation = (answer) => /** @type {HTMLDetailsElement} */ (answer.querySelector(".quiz__explanation"));
  /** @param {HTMLElement} answer */
  const isRight = (answer) => RIGHT.test(explanation(answer).querySelector("p")?.textContent || "");
  /** @param {HTMLElement} answer */
  const show = (answer) => {
    answer.classList.add(isRight(answer) ? "is-right" : "is-wrong");
    explanation(answer).open = true;
  };

  if (!customElements.get("site-quiz")) customElements.define("site-quiz", Quiz);
})();
