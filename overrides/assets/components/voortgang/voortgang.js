// What you did of the training, from this browser; a file or a code takes it to another device.
(() => {
  const TEXT = {
    nothing: "In deze browser is nog niets gemarkeerd.",
    /** @param {number} done @param {number} all */
    all: (done, all) => `${done} van de ${all} lessen gedaan.`,
    /** @param {number} done @param {number} all */
    module: (done, all) => `${done} van ${all} gedaan`,
    done: "gedaan",
    resume: "Verder waar je was",
    blocked: "Deze browser laat niet toe iets te bewaren. Neem je voortgang mee als bestand voor je dit tabblad sluit.",
    wrong: "Deze code of dit bestand is niet te lezen. Je voortgang bleef zoals ze was. Kopieer de hele code, of kies het bestand dat deze site maakte.",
    empty: "Plak eerst een code, of kies een bestand.",
    /** @param {number} added */
    merged: (added) => `Overgenomen: ${added} ${added === 1 ? "les" : "lessen"} erbij. Wat je al had, bleef staan.`,
    sure: "Zeker? Klik nog eens om je voortgang en toetsresultaten te wissen.",
    cleared: "Je voortgang is gewist in deze browser.",
    copied: "Code gekopieerd.",
    select: "Kopieer de code hieronder.",
    /** @param {string} name @param {Test} test */
    test: (name, test) => `${name[0].toUpperCase()}${name.slice(1)}: ${test.score} van ${test.total} vragen meteen juist, op ${window.siteOpslag.shown(test.date)}`,
  };
  const LARGEST = 200_000;

  class Voortgang extends HTMLElement {
    connectedCallback() {
      this.querySelectorAll("[data-needs-script]").forEach((part) => (/** @type {HTMLElement} */ (part).hidden = false));
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      this.refresh = () => this.show();
      window.addEventListener("opslag", this.refresh);
      this.show();
      if (!window.siteOpslag.available) this.say(TEXT.blocked);
    }

    disconnectedCallback() {
      if (this.refresh) window.removeEventListener("opslag", this.refresh);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (event.type === "change" && target.type === "file") this.readFile(target);
      const action = event.type === "click" ? target.dataset.action : "";
      if (action === "code") this.copyCode();
      if (action === "file") this.saveFile();
      if (action === "import") this.take(this.code.value);
      if (action === "clear") this.clear(target);
    }

    show() {
      const { lessons, tests, resume } = window.siteOpslag.read();
      const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-path]")]);
      items.forEach((item) => mark(item, lessons[item.dataset.path || ""]));
      const done = items.filter((item) => lessons[item.dataset.path || ""]).length;
      this.cell("total").textContent = done ? TEXT.all(done, items.length) : TEXT.nothing;
      this.querySelectorAll("[data-module]").forEach((group) => count(/** @type {HTMLElement} */ (group), lessons));
      const results = Object.entries(tests).map(([name, test]) => TEXT.test(name, test));
      this.cell("tests").textContent = results.join(" · ");
      this.showResume(items.find((item) => item.dataset.path === resume));
    }

    /** @param {HTMLElement | undefined} item */
    showResume(item) {
      const link = item?.querySelector("a");
      const box = this.cell("resume");
      box.replaceChildren();
      if (!link) return;
      const copy = /** @type {HTMLAnchorElement} */ (link.cloneNode(true));
      box.append(`${TEXT.resume}: `, copy);
    }

    async copyCode() {
      const code = encoded(window.siteOpslag.read());
      this.code.value = code;
      try {
        await navigator.clipboard.writeText(code);
        this.say(TEXT.copied);
      } catch {
        this.code.focus();
        this.code.select();
        this.say(TEXT.select);
      }
    }

    saveFile() {
      window.siteBestand("voortgang-hikikomori-in-beeld.json", "application/json", JSON.stringify(window.siteOpslag.read(), null, 1));
    }

    /** @param {HTMLInputElement} input */
    async readFile(input) {
      const file = input.files?.[0];
      if (!file) return;
      const text = file.size > LARGEST ? "" : await file.text();
      input.value = "";
      this.take(text || "?");
    }

    /** @param {string} text */
    take(text) {
      if (!text.trim()) return this.say(TEXT.empty);
      const found = decoded(text.trim());
      if (!found) return this.say(TEXT.wrong);
      let added = 0;
      window.siteOpslag.change((data) => {
        for (const [path, day] of Object.entries(found.lessons)) {
          if (!data.lessons[path]) added += 1;
          if (!data.lessons[path] || day < data.lessons[path]) data.lessons[path] = day;
        }
        for (const [name, test] of Object.entries(found.tests)) {
          if (!data.tests[name] || test.date > data.tests[name].date) data.tests[name] = test;
        }
        data.resume ??= found.resume;
      });
      this.say(TEXT.merged(added));
    }

    /** @param {HTMLElement} button */
    clear(button) {
      if (button.dataset.sure !== "yes") {
        button.dataset.sure = "yes";
        button.addEventListener("blur", () => delete button.dataset.sure, { once: true });
        return this.say(TEXT.sure);
      }
      delete button.dataset.sure;
      window.siteOpslag.change((data) => {
        data.lessons = {};
        data.tests = {};
        data.resume = null;
      });
      this.say(TEXT.cleared);
    }

    get code() {
      return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    }

    /** @param {string} name */
    cell(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`.voortgang__${name}`));
    }

    /** @param {string} text */
    say(text) {
      const status = this.querySelector(".voortgang__status");
      if (status) status.textContent = text;
    }
  }

  /** @param {HTMLElement} item @param {string | undefined} day */
  function mark(item, day) {
    item.classList.toggle("is-done", Boolean(day));
    const state = item.querySelector(".voortgang__state");
    if (state) state.textContent = day ? TEXT.done : "";
  }

  /** @param {HTMLElement} group @param {Record<string, string>} lessons */
  function count(group, lessons) {
    const items = /** @type {HTMLElement[]} */ ([...group.querySelectorAll("[data-path]")]);
    const done = items.filter((item) => lessons[item.dataset.path || ""]).length;
    const place = group.querySelector(".voortgang__count");
    if (place) place.textContent = TEXT.module(done, items.length);
  }

  /** @param {Progress} data */
  const encoded = (data) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(data))));

  /** The progress in a code or a file, or null. @param {string} text */
  function decoded(text) {
    if (text.length > LARGEST) return null;
    try {
      const json = text.startsWith("{") ? text : new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, "")), (sign) => sign.charCodeAt(0)));
      const found = JSON.parse(json);
      return found && found.version === 1 && typeof found.lessons === "object" ? window.siteOpslag.cleaned(found) : null;
    } catch {
      return null;
    }
  }

  if (!customElements.get("site-voortgang")) customElements.define("site-voortgang", Voortgang);
})();
