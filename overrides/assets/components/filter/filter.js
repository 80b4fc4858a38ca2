// Hides the entries of a list that do not fit the chosen age and need. The whole list stands on the page.
(() => {
  const TEXT = {
    /** @param {number} shown @param {number} all */
    count: (shown, all) => `${shown} van ${all} diensten`,
    none: "Geen dienst gevonden die hierbij past. Kijk bij de gaten hieronder, en blijf zelf in contact.",
  };

  class Filter extends HTMLElement {
    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form.hidden = false;
      this.form.addEventListener("change", this);
      this.form.addEventListener("submit", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      event.preventDefault();
      const chosen = new FormData(this.form);
      const age = Number(chosen.get("age"));
      const need = String(chosen.get("need") || "");
      const lists = (this.dataset.list || "").split(" ").map((id) => document.getElementById(id));
      const entries = /** @type {HTMLElement[]} */ (lists.flatMap((list) => [...(list?.children || [])]));
      entries.forEach((entry) => (entry.hidden = !fits(entry.dataset, age, need)));
      const shown = entries.filter((entry) => !entry.hidden).length;
      const status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
      status.textContent = shown ? TEXT.count(shown, entries.length) : TEXT.none;
    }
  }

  /** @param {DOMStringMap} entry @param {number} age @param {string} need */
  const fits = (entry, age, need) =>
    (!age || (age >= Number(entry.from) && age <= Number(entry.to))) && (!need || (entry.needs || "").split(" ").includes(need));

  if (!customElements.get("site-filter")) customElements.define("site-filter", Filter);
})();
