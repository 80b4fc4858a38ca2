// Fills in the proof of attendance from what this browser remembers; the name is typed, printed, and kept nowhere.
(() => {
  const TEXT = {
    none: "In deze browser is nog geen les gemarkeerd als gedaan.",
    noTest: "niet gemaakt",
    /** @param {Test} test */
    score: (test) => `${test.score} van ${test.total} vragen meteen juist, op ${window.siteOpslag.shown(test.date)}`,
    /** @param {number} minutes */
    time: (minutes) => `${Math.floor(minutes / 60)} uur ${minutes % 60} minuten, volgens de duur die bij de lessen staat`,
  };

  class Bewijs extends HTMLElement {
    connectedCallback() {
      this.querySelectorAll("[data-needs-script]").forEach((part) => (/** @type {HTMLElement} */ (part).hidden = false));
      this.querySelector("input")?.addEventListener("input", (event) => {
        this.cell("name").textContent = /** @type {HTMLInputElement} */ (event.target).value.trim() || "\u00a0";
      });
      this.refresh = () => this.show();
      window.addEventListener("opslag", this.refresh);
      this.show();
    }

    disconnectedCallback() {
      if (this.refresh) window.removeEventListener("opslag", this.refresh);
    }

    show() {
      const { lessons, tests } = window.siteOpslag.read();
      const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-path]")]);
      const done = items.filter((item) => lessons[item.dataset.path || ""]);
      items.forEach((item) => (item.hidden = !done.includes(item)));
      const minutes = done.reduce((sum, item) => sum + Number(item.dataset.minutes), 0);
      this.cell("time").textContent = done.length ? TEXT.time(minutes) : TEXT.none;
      this.cell("score").textContent = tests.eindtoets ? TEXT.score(tests.eindtoets) : TEXT.noTest;
      this.cell("date").textContent = window.siteOpslag.shown(window.siteOpslag.today());
    }

    /** @param {string} name */
    cell(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`.bewijs__${name}`));
    }
  }

  if (!customElements.get("site-bewijs")) customElements.define("site-bewijs", Bewijs);
})();
