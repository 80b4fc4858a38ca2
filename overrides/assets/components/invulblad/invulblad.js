// A sheet of text fields. Nothing is kept unless the reader ticks the box; then it stays in this browser only.
(() => {
  const TEXT = {
    kept: "Bewaard in deze browser. Wie dit toestel gebruikt, kan het lezen.",
    forgotten: "Niet meer bewaard in deze browser. De tekst staat nog op het blad.",
    loaded: "Je eerder bewaarde tekst staat er weer.",
    blocked: "Deze browser laat niet toe iets te bewaren. Druk af of bewaar als tekstbestand.",
    elsewhere: "Dit blad werd in een ander tabblad gewijzigd. Herlaad om die tekst te zien; wat je hier typt, wordt nu niet bewaard.",
    sure: "Zeker? Klik nog eens om alles te wissen.",
    cleared: "Alles is gewist, ook wat bewaard was.",
    unreadable: "Wat hier bewaard was, is niet te lezen en bleef onaangeroerd.",
  };
  const LARGEST = 5000;

  /** @param {string} key */
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  class Invulblad extends HTMLElement {
    /** @type {HTMLTextAreaElement[]} */
    fields = [];
    keep = document.createElement("input");
    key = "";

    connectedCallback() {
      this.fields = [...this.querySelectorAll("textarea")];
      const tools = /** @type {HTMLElement} */ (this.querySelector(".invulblad__tools"));
      this.keep = /** @type {HTMLInputElement} */ (tools.querySelector("input"));
      this.key = `hikikomori-in-beeld-blad-${location.pathname.replace(/index\.html$/, "")}-${this.dataset.blad}`;
      tools.hidden = false;
      this.load();
      this.addEventListener("input", this);
      this.addEventListener("click", this);
      this.onStorage = (/** @type {StorageEvent} */ event) => this.changedElsewhere(event);
      window.addEventListener("storage", this.onStorage);
    }

    disconnectedCallback() {
      if (this.onStorage) window.removeEventListener("storage", this.onStorage);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      if (event.type === "input" && target === this.keep) this.keepOrForget();
      else if (event.type === "input") this.store();
      else if (target.dataset.action === "save") this.save();
      else if (target.dataset.action === "clear") this.clear(target);
    }

    load() {
      const kept = read(this.key);
      if (kept === null) return;
      /** @type {unknown} */
      let values;
      try {
        values = JSON.parse(kept);
      } catch {
        values = null;
      }
      if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) {
        this.unreadable = true;
        this.say(TEXT.unreadable);
        return;
      }
      this.fields.forEach((field, index) => (field.value = (values[index] || "").slice(0, LARGEST)));
      this.keep.checked = true;
      this.say(TEXT.loaded);
    }

    store() {
      if (!this.keep.checked || this.stale) return true;
      try {
        localStorage.setItem(this.key, JSON.stringify(this.fields.map((field) => field.value)));
        return true;
      } catch {
        this.keep.checked = false;
        this.say(TEXT.blocked);
        return false;
      }
    }

    keepOrForget() {
      if (this.keep.checked) {
        this.setAside();
        this.stale = false;
        if (this.store()) this.say(TEXT.kept);
      } else {
        this.forget();
        this.say(TEXT.forgotten);
      }
    }

    /** What another tab or an older version kept is never overwritten: it moves to a place of its own. */
    setAside() {
      const kept = read(this.key);
      if (kept === null || kept === JSON.stringify(this.fields.map((field) => field.value))) return;
      try {
        localStorage.setItem(`${this.key}-vorige`, kept);
        this.unreadable = false;
      } catch {
        this.keep.checked = false;
        this.say(TEXT.blocked);
      }
    }

    forget() {
      if (this.unreadable) return;
      try {
        localStorage.removeItem(this.key);
      } catch {
        // Nothing was kept either.
      }
    }

    /** @param {StorageEvent} event */
    changedElsewhere(event) {
      if (event.key !== this.key || !this.keep.checked) return;
      this.stale = true;
      this.keep.checked = false;
      this.say(TEXT.elsewhere);
    }

    save() {
      const lines = [...this.querySelectorAll("label[for]")].map((label, index) => `${label.textContent}\n${this.fields[index].value}\n`);
      window.siteBestand(`${this.dataset.blad}.txt`, "text/plain", lines.join("\n"));
    }

    /** @param {HTMLElement} button */
    clear(button) {
      if (button.dataset.sure !== "yes") {
        button.dataset.sure = "yes";
        button.addEventListener("blur", () => delete button.dataset.sure, { once: true });
        this.say(TEXT.sure);
        return;
      }
      delete button.dataset.sure;
      this.fields.forEach((field) => (field.value = ""));
      this.keep.checked = false;
      this.forget();
      this.say(TEXT.cleared);
    }

    /** @param {string} text */
    say(text) {
      /** @type {HTMLElement} */ (this.querySelector("[role=status]")).textContent = text;
    }
  }

  if (!customElements.get("site-invulblad")) customElements.define("site-invulblad", Invulblad);
})();
