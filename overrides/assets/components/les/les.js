// The end of a lesson: marks it as done, and makes a reminder for the reader's own calendar.
(() => {
  const TEXT = {
    done: "Markeer als gedaan",
    undo: "Toch niet gedaan",
    /** @param {string} day */
    marked: (day) => `Gedaan op ${day}. Dat staat alleen in deze browser.`,
    unmarked: "Niet meer gemarkeerd.",
    blocked: "Gemarkeerd tot je dit tabblad sluit: deze browser laat niet toe iets te bewaren.",
    reminded: "Open het bestand dat je net kreeg: je agenda zet er een herinnering van over twee weken.",
    /** @param {string} title */
    subject: (title) => `Terugblik op de les: ${title}`,
    question: "Wat probeerde je, wat lukte niet, en wat heb je nodig?",
  };
  const DAYS = 14;

  class Les extends HTMLElement {
    path = "";

    connectedCallback() {
      this.path = this.dataset.path || "";
      /** @type {HTMLElement} */ (this.querySelector("[data-needs-script]")).hidden = false;
      this.addEventListener("click", this);
      this.refresh = () => this.show();
      window.addEventListener("opslag", this.refresh);
      window.siteOpslag.change((data) => {
        data.resume = this.path;
      });
      this.show();
    }

    disconnectedCallback() {
      if (this.refresh) window.removeEventListener("opslag", this.refresh);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const action = /** @type {HTMLElement} */ (event.target).dataset.action;
      if (action === "done") this.toggle();
      if (action === "remind") this.remind();
    }

    toggle() {
      const day = window.siteOpslag.today();
      let done = false;
      const kept = window.siteOpslag.change((data) => {
        done = !data.lessons[this.path];
        if (done) data.lessons[this.path] = day;
        else delete data.lessons[this.path];
      });
      this.say(!kept ? TEXT.blocked : done ? TEXT.marked(window.siteOpslag.shown(day)) : TEXT.unmarked);
    }

    show() {
      const day = window.siteOpslag.read().lessons[this.path];
      const button = /** @type {HTMLElement} */ (this.querySelector("[data-action=done]"));
      button.textContent = day ? TEXT.undo : TEXT.done;
      button.classList.toggle("md-button--primary", !day);
      if (day && !this.status.textContent) this.say(TEXT.marked(window.siteOpslag.shown(day)));
    }

    remind() {
      const day = new Date(Date.now() + DAYS * 86_400_000).toLocaleDateString("sv-SE").replaceAll("-", "");
      window.siteKalender.save("herinnering", [`DTSTART;VALUE=DATE:${day}`], {
        summary: TEXT.subject(this.dataset.title || document.title),
        description: [TEXT.question, ...address()].join("\n"),
      });
      this.say(TEXT.reminded);
    }

    get status() {
      return /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    }

    /** @param {string} text */
    say(text) {
      this.status.textContent = text;
    }
  }

  /** The lesson on the web; a copy on someone's disk has an address of its own that belongs in no calendar. */
  const address = () => (location.protocol === "file:" ? [] : [location.href.split("#")[0]]);

  if (!customElements.get("site-les")) customElements.define("site-les", Les);
})();
