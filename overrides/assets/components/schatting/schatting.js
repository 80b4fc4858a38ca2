// A field in which readers type how many young people they have in mind; the answer is a margin, never one number.
// The table and the caveats stand in the page (scripts/markdown/macros/schatting.py); nothing is kept or sent.
(() => {
  const TEXT = {
    empty: "Vul eerst een aantal jongeren in.",
    negative: "Een aantal jongeren kan niet negatief zijn.",
    fraction: "Vul een heel aantal jongeren in, zonder cijfers na de komma.",
    text: "Dit is geen getal. Schrijf het in cijfers, bijvoorbeeld 5000.",
    /** @param {string} smallest */
    small: (smallest) => `Onder ${smallest} jongeren rekenen we niet: voor zo'n kleine groep zegt een schatting niets.`,
    /** @param {string} largest */
    large: (largest) => `Vul hoogstens ${largest} jongeren in.`,
    /** @param {string} people @param {string} all @param {string} proxy */
    margin: (people, all, proxy) =>
      `Schatting bij ${people} jongeren: ongeveer ${all}. Alleen volgens de Europese benadering: ongeveer ${proxy}. ` +
      "Dit is geen telling: een cijfer voor België vonden wij niet, en het echte aantal kan erbuiten liggen.",
  };

  // As the site writes numbers: a space that never breaks between thousands.
  /** @param {number} number */
  const dutch = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  // What two digits of a number can tell: 10 for 155.
  /** @param {number} number */
  const step = (number) => 10 ** Math.max(String(Math.floor(number)).length - 2, 0);
  /** @param {number} people @param {number} rate @param {(value: number) => number} round */
  const rounded = (people, rate, round) => {
    const size = step((people * rate) / 1000);
    return round((people * rate) / (1000 * size)) * size;
  };
  /** @param {number} people @param {string | undefined} low @param {string | undefined} high */
  const margin = (people, low, high) =>
    `${dutch(rounded(people, Number(low), Math.floor))} tot ${dutch(rounded(people, Number(high), Math.ceil))}`;

  // A whole number, also written as 5.000 or 5 000; else the sentence that says what is wrong.
  /** @param {string} typed @param {number} smallest @param {number} largest */
  const read = (typed, smallest, largest) => {
    const text = typed.trim();
    const digits = text.replace(/^\+/, "");
    if (!text) return TEXT.empty;
    if (/^[-\u2212\u2013]\s*\d/.test(text)) return TEXT.negative;
    if (/^\d[\d.\s]*,\d+$|^\d+\.\d{1,2}$/.test(digits)) return TEXT.fraction;
    if (!/^\d+$|^\d{1,3}([.\s]\d{3})+$/.test(digits)) return TEXT.text;
    const number = Number(digits.replace(/\D/g, ""));
    if (number < smallest) return TEXT.small(dutch(smallest));
    if (number > largest) return TEXT.large(dutch(largest));
    return number;
  };

  class Schatting extends HTMLElement {
    form = document.createElement("form");

    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form.addEventListener("submit", this);
      this.form.hidden = false;
    }

    disconnectedCallback() {
      this.form.removeEventListener("submit", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (this.form.querySelector("input"));
      const answer = this.answer(field.value);
      field.setAttribute("aria-invalid", String(answer.wrong));
      /** @type {HTMLElement} */ (this.querySelector("[role=status]")).textContent = answer.said;
    }

    /** @param {string} typed */
    answer(typed) {
      const { low, high, proxyLow, proxyHigh, smallest, largest } = this.dataset;
      const people = read(typed, Number(smallest), Number(largest));
      if (typeof people === "string") return { wrong: true, said: people };
      return { wrong: false, said: TEXT.margin(dutch(people), margin(people, low, high), margin(people, proxyLow, proxyHigh)) };
    }
  }

  if (!customElements.get("site-schatting")) customElements.define("site-schatting", Schatting);
})();
