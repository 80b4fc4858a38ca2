// The menu of who gives this page to a room. What it opens is loaded only when it is asked for: a learner pays nothing for it.
(() => {
  const VISIT = "hikikomori-in-beeld-trainer";
  // In this order: each needs what stands before it.
  /** @type {Record<string, string[]>} */
  const SCRIPTS = { trainer: ["element", "adres", "bestand", "trainer"], presenteren: ["element", "adres", "schermen", "klok", "presenteren"] };

  class Zaal extends HTMLElement {
    /** @type {Record<string, Promise<void>>} */
    loading = {};

    connectedCallback() {
      this.hidden = false;
      this.addEventListener("click", this);
      document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
      document.addEventListener("click", (event) => this.contains(/** @type {Node} */ (event.target)) || this.close());
      const asked = new URLSearchParams(location.search);
      if (asked.has("trainer") || this.kept()) this.trainer(true);
      if (asked.has("presenteren")) this.present();
    }

    /** @param {Event} event */
    handleEvent(event) {
      const action = /** @type {HTMLElement} */ (event.target).dataset.action;
      if (action) this.close();
      if (action === "trainer") this.trainer(!document.documentElement.classList.contains("trainer-aan"));
      if (action === "presenteren") this.present();
    }

    close() {
      const menu = /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      menu.open = false;
    }

    /** @param {boolean} on */
    async trainer(on) {
      const button = this.querySelector("[data-action=trainer]");
      if (!button) return;
      await this.load("trainer");
      this.keep(on);
      button.setAttribute("aria-pressed", String(on));
      window.siteTrainer.show(on);
    }

    async present() {
      await this.load("presenteren");
      window.sitePresenteren.start();
    }

    /** Its style and scripts, once. @param {string} name */
    async load(name) {
      const style = (this.loading[`${name}.css`] ??= added("link", { rel: "stylesheet", href: this.file(name, "css") }));
      for (const script of SCRIPTS[name]) await (this.loading[script] ??= added("script", { src: this.file(script, "js") }));
      await style;
    }

    /** @param {string} name @param {string} end */
    file(name, end) {
      return `${this.dataset.assets}${name}/${name}.${end}`;
    }

    /** The choice lasts as long as this tab, also from page to page. @param {boolean} on */
    keep(on) {
      try {
        if (on) sessionStorage.setItem(VISIT, "1");
        else sessionStorage.removeItem(VISIT);
      } catch {
        // Then the choice lasts for this page; the address carries it further.
      }
    }

    kept() {
      try {
        return sessionStorage.getItem(VISIT) === "1";
      } catch {
        return false;
      }
    }
  }

  /** @param {string} tag @param {Record<string, string>} attributes @returns {Promise<void>} */
  const added = (tag, attributes) =>
    new Promise((resolve) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = () => resolve();
      document.head.append(element);
    });

  if (!customElements.get("site-zaal")) customElements.define("site-zaal", Zaal);
})();
