// Makes a run-sheet for the trainer's own time, role and modules: sessie.js plans it, the words are those of
// scripts/markdown/run_sheet.py and come along as data. Nothing is kept or sent: the link holds the choice.
(() => {
  /**
   * @typedef {SessionChoice & { start: string, day: string }} Choice
   * @typedef {ReturnType<typeof window.siteSessie.plan>} Plan
   */
  const TEXT = {
    /** @param {number} shortest @param {number} longest */
    minutes: (shortest, longest) => `Vul een aantal minuten in van ${shortest} tot ${longest}.`,
    modules: "Kies minstens één module.",
    /** @param {string} names */
    ignored: (names) => `In de link stond iets wat we niet kennen (${names}). Dat lieten we weg.`,
    copied: "De link is gekopieerd. Wie hem opent, ziet hetzelfde draaiboek.",
    select: "Kopiëren lukt hier niet vanzelf: neem de link uit de adresbalk.",
    when: "Kies eerst een dag en een startuur.",
    saved: "Open het bestand dat je net kreeg: je agenda zet er de sessie in.",
    /** @param {number} minutes */
    title: (minutes) => `Draaiboek: ${minutes} minuten`,
    /** @param {string} titles */
    left: (titles) => `Hiervoor is geen tijd: ${titles}`,
    alone: "Module 6 staat er niet in: die geef je nooit alleen.",
    short: "Voor module 6 is dit te kort. Er blijft alleen: wie bel je, wat beloof je niet. Geen oefening, en geen crisisgesprek.",
    nothing: "Voor deze rol is er in deze modules niets om in de zaal te geven. Kies een andere rol of module.",
    impossible: "Dit kan niet: in deze tijd past geen enkel deel. Neem meer minuten.",
    spare: "Er blijft veel tijd over. Kies er een module bij, of stop vroeger.",
    long: "Je zit lang na elkaar zonder pauze. Las er zelf een korte in waar de groep ze nodig heeft.",
  };

  const element = window.siteElement;

  /** @param {string} start @param {number} minutes */
  function clock(start, minutes) {
    const [hours, rest] = start ? start.split(":").map(Number) : [0, 0];
    const all = hours * 60 + rest + minutes;
    return `${start ? Math.floor(all / 60) % 24 : Math.floor(all / 60)}.${String(all % 60).padStart(2, "0")}`;
  }

  class Draaiboek extends HTMLElement {
    /** @type {SessionData} */
    data = /** @type {any} */ ({});

    connectedCallback() {
      this.data = JSON.parse(this.querySelector("script")?.textContent || "{}");
      this.form.hidden = false;
      this.form.addEventListener("input", this);
      this.addEventListener("click", this);
      const wrong = this.fill(new URLSearchParams(location.search));
      this.show();
      if (wrong.length) this.say(TEXT.ignored(wrong.join(", ")));
    }

    disconnectedCallback() {
      this.form.removeEventListener("input", this);
      this.removeEventListener("click", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (event.type === "input") {
        if (target.name === "minuten") this.check("duur", "eigen");
        this.show();
        this.remember();
      } else if (target.dataset.action === "copy") this.copy();
      else if (target.dataset.action === "calendar") this.calendar();
    }

    get form() {
      return /** @type {HTMLFormElement} */ (this.querySelector("form"));
    }

    /** @param {string} name @returns {HTMLInputElement} */
    field(name) {
      return /** @type {HTMLInputElement} */ (this.form.querySelector(`[name=${name}]`));
    }

    /** @param {string} name @param {string} value */
    check(name, value) {
      const field = this.form.querySelector(`[name=${name}][value="${value}"]`);
      if (field) /** @type {HTMLInputElement} */ (field).checked = true;
      return Boolean(field);
    }

    /** Takes the choice of a link over; the names of what it does not know. @param {URLSearchParams} link */
    fill(link) {
      /** @type {string[]} */
      const wrong = [];
      /** @param {string} name @param {(value: string) => boolean} take */
      const take = (name, take) => {
        const value = link.get(name);
        if (value !== null && !take(value)) wrong.push(name);
      };
      const { shortest, longest } = this.data.rules;
      take("duur", (value) => {
        const right = /^\d{1,3}$/.test(value) && Number(value) >= shortest && Number(value) <= longest;
        if (right && !this.check("duur", String(Number(value)))) {
          this.check("duur", "eigen");
          this.field("minuten").value = String(Number(value));
        }
        return right;
      });
      take("rol", (value) => {
        const known = /^[a-z]*$/.test(value) && Boolean(this.form.querySelector(`option[value="${value}"]`));
        if (known) this.field("rol").value = value;
        return known;
      });
      take("modules", (value) => {
        const names = value.split(",").slice(0, 99);
        const boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("[name=modules]")]);
        const known = names.filter((name) => boxes.some((box) => box.value === name));
        if (known.length) boxes.forEach((box) => (box.checked = known.includes(box.value)));
        return known.length === names.length;
      });
      take("met", (value) => value === "2" && this.check("met", "2"));
      take("start", (value) => this.takes("start", value, /^([01]\d|2[0-3]):[0-5]\d$/));
      take("dag", (value) => this.takes("dag", value, /^\d{4}-\d\d-\d\d$/));
      return wrong;
    }

    /** A time or a date; the field itself refuses one that does not exist. @param {string} name @param {string} value @param {RegExp} shape */
    takes(name, value, shape) {
      if (shape.test(value)) this.field(name).value = value;
      return this.field(name).value === value;
    }

    /** @returns {Choice} */
    get choice() {
      const values = new FormData(this.form);
      const duration = values.get("duur") === "eigen" ? values.get("minuten") : values.get("duur");
      return {
        minutes: Number(duration),
        role: String(values.get("rol") || ""),
        modules: values.getAll("modules").map(String),
        facilitators: Number(values.get("met") || 1),
        start: String(values.get("start") || ""),
        day: String(values.get("dag") || ""),
      };
    }

    /** What is wrong with a choice, in a sentence. @param {Choice} choice */
    fault(choice) {
      const { shortest, longest } = this.data.rules;
      if (!(Number.isInteger(choice.minutes) && choice.minutes >= shortest && choice.minutes <= longest)) return TEXT.minutes(shortest, longest);
      return choice.modules.length ? "" : TEXT.modules;
    }

    show() {
      const choice = this.choice;
      const fault = this.fault(choice);
      const sheet = /** @type {HTMLElement} */ (this.querySelector(".blad"));
      const tools = /** @type {HTMLElement} */ (this.querySelector(".draaiboek__tools"));
      this.say(fault);
      const made = fault ? null : window.siteSessie.plan(this.data, choice);
      sheet.replaceChildren(...(made ? this.sheet(made, choice) : []));
      tools.hidden = !made?.parts.length;
      if (made?.parts.length) /** @type {HTMLAnchorElement} */ (tools.querySelector("a")).href = address(made.parts[0].lesson, made.items);
    }

    /** @param {Plan} made @param {Choice} choice @returns {Node[]} */
    sheet(made, choice) {
      const { text, crisis, notes } = this.data;
      const remarks = made.remarks.map((name) => (name === "crisis" ? crisis.said : TEXT[/** @type {"alone"} */ (name)]));
      const left = made.leftOut.length ? [TEXT.left(made.leftOut.map((lesson) => lesson.title).join("; "))] : [];
      const said = [...remarks, ...(made.parts.length ? left : []), ...(notes[choice.role] ? [notes[choice.role]] : [])];
      const first = said.map((words) => element("p", { class: "draaiboek__remark" }, words));
      if (!made.parts.length) return first;
      const needed = [...new Set(made.parts.map((part) => part.materials).filter(Boolean)), text.always].join("; ");
      return [
        ...first,
        this.table(made, choice),
        element("p", {}, element("strong", {}, text.needed), ` ${needed}.`),
        ...(made.late.length
          ? [element("p", {}, element("strong", {}, text.late)), element("ol", {}, ...made.late.map((step) => this.step(step, made.parts)))]
          : []),
        element("p", {}, text.never),
      ];
    }

    /** @param {Plan} made @param {Choice} choice */
    table(made, choice) {
      const { heads, present } = this.data.text;
      const body = element("tbody", {});
      /** @type {SessionLesson | null} */
      let lesson = null;
      for (const row of made.rows) {
        const part = row.parts[0];
        if (part && part.lesson !== lesson) {
          lesson = part.lesson;
          const links = [
            element("a", { href: lesson.href }, lesson.title),
            " ",
            element("a", { href: address(lesson, made.items), class: "sessie__toon", "aria-label": `${present}: ${lesson.title}` }, present),
          ];
          body.append(element("tr", { class: "sessie__les" }, element("th", { scope: "rowgroup", colspan: String(heads.length) }, ...links)));
        }
        const cells = [String(row.minutes), this.words(row), this.kind(row), part ? part.materials : ""];
        const time = element("th", { scope: "row" }, clock(choice.start, row.start));
        body.append(element("tr", { class: `sessie__${row.kind}` }, time, ...cells.map((cell) => element("td", {}, cell))));
      }
      const title = TEXT.title(choice.minutes);
      const head = element("tr", {}, ...heads.map((one) => element("th", { scope: "col" }, one)));
      const table = element("table", { class: "sessie" }, element("caption", {}, title), element("thead", {}, head), body);
      return element("div", { class: "tabel tabel--tekst", role: "region", tabindex: "0", "aria-label": title }, table);
    }

    /** @param {SessionRow} row */
    words(row) {
      return this.data.text.fixed[row.kind] || row.parts[0].title;
    }

    /** @param {SessionRow} row */
    kind(row) {
      const { text } = this.data;
      if (row.kind === "explanation" && row.parts.length > 1) return text.with_quiz;
      return row.kind === "conversation" ? `${text.kinds[row.kind]}: ${text.debrief}` : text.kinds[row.kind];
    }

    /** @param {SessionStep} step @param {SessionPart[]} parts */
    step(step, parts) {
      const { text } = this.data;
      const first = parts[step.places[0]];
      const whole = ["lesson", "module"].includes(step.kind);
      const title = step.kind === "quiz" ? text.questions : whole ? first.lesson.title : first.title;
      const minutes = step.places.reduce((sum, one) => sum + parts[one].minutes, 0);
      const said = text.said[step.kind].replace("#", String(first.lesson.minutes));
      return element("li", {}, `${title} (${minutes} min): “${said}”`);
    }

    /** The choice as a link. */
    get link() {
      const { minutes, role, modules, facilitators, start, day } = this.choice;
      const values = { duur: minutes, rol: role, modules: modules.join(","), met: facilitators > 1 ? facilitators : "", start, dag: day };
      const given = Object.entries(values).filter(([, value]) => value);
      return `${location.href.split(/[?#]/)[0]}?${given.map((pair) => pair.join("=")).join("&")}`;
    }

    /** In the address bar too; a copy on a disk may refuse that. */
    remember() {
      try {
        if (!this.fault(this.choice)) history.replaceState(null, "", this.link);
      } catch {
        // The button for the link still works.
      }
    }

    async copy() {
      this.remember();
      try {
        await navigator.clipboard.writeText(this.link);
        this.say(TEXT.copied);
      } catch {
        this.say(TEXT.select);
      }
    }

    calendar() {
      const choice = this.choice;
      if (!choice.start || !choice.day) return this.say(TEXT.when);
      const start = new Date(`${choice.day}T${choice.start}Z`);
      const end = new Date(start.getTime() + choice.minutes * 60_000);
      // The time of the wall, wherever the calendar is.
      const local = (/** @type {Date} */ at) => at.toISOString().replace(/[-:]|\.\d+Z/g, "");
      const rows = window.siteSessie.plan(this.data, choice).rows.map(
        (row) => `${clock(choice.start, row.start)} ${this.words(row)}`,
      );
      const where = location.protocol === "file:" ? [] : [this.link];
      window.siteKalender.save("draaiboek", [`DTSTART:${local(start)}`, `DTEND:${local(end)}`], {
        summary: TEXT.title(choice.minutes),
        description: [...rows, ...where].join("\n"),
      });
      this.say(TEXT.saved);
    }

    /** @param {string} text */
    say(text) {
      /** @type {HTMLElement} */ (this.querySelector(":scope > [role=status]")).textContent = text;
    }
  }

  /** @param {SessionLesson} lesson @param {string} items */
  const address = (lesson, items) => `${lesson.href}?presenteren&sessie=${items}`;

  if (!customElements.get("site-draaiboek")) customElements.define("site-draaiboek", Draaiboek);
})();
