// Hides the entries of a list that do not fit what is chosen. The whole list stands on the page.
(() => {
  const TEXT = {
    /** @param {number} shown @param {number} all @param {string} noun */
    count: (shown, all, noun) => `${shown} van ${all} ${noun}`,
    noun: "diensten",
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
      const chosen = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
      const lists = (this.dataset.list || "").split(" ").map((id) => document.getElementById(id));
      const entries = /** @type {HTMLElement[]} */ (lists.flatMap((list) => [...(list?.children || [])]));
      entries.forEach((entry) => (entry.hidden = !chosen.every(([name, value]) => !value || fits(entry.dataset, name, value))));
      const shown = entries.filter((entry) => !entry.hidden).length;
      const status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
      status.textContent = shown
        ? TEXT.count(shown, entries.length, this.dataset.noun || TEXT.noun)
        : this.dataset.none || TEXT.none;
    }
  }

  // An age lies between two; of anything else an entry has a list of words under the same name.
  /** @param {DOMStringMap} entry @param {string} name @param {string} value */
  const fits = (entry, name, value) =>
    name === "age"
      ? Number(value) >= Number(entry.from) && Number(value) <= Number(entry.to)
      : (entry[name] || "").split(" ").includes(value);

  if (!customElements.get("site-filter")) customElements.define("site-filter", Filter);
})();
