// Counts per quarter, typed or from a CSV file, shown as drawings and a table. Nothing leaves this window and nothing is kept.
(() => {
  const TEXT = {
    /** @param {number} count */
    shown: (count) => (count === 1 ? "1 kwartaal staat hieronder." : `${count} kwartalen staan hieronder.`),
    /** @param {string} period */
    added: (period) => `${period} is toegevoegd.`,
    /** @param {string} period */
    replaced: (period) => `${period} is vervangen.`,
    cleared: "Alles is gewist.",
    nothing: "Er zijn nog geen cijfers. Vul een kwartaal in, of plak een csv-bestand.",
    faults: "Dit klopt nog niet. Er is niets getekend.",
    /** @param {number} count */
    more: (count) => `En nog ${count} ${count === 1 ? "fout" : "fouten"}.`,
    tooLarge: "Dit bestand is te groot voor een lijst van kwartalen.",
    unreadable: "Dit bestand is niet te lezen. Kies het opnieuw.",
    year: "Vul eerst een jaar in, bijvoorbeeld 2027.",
    /** @param {number} threshold */
    few: (threshold) => `minder dan ${threshold}`,
    absent: "niet geteld",
    close: "niet getoond",
    quarter: "Kwartaal",
    caption: "Cijfers per kwartaal, niet opgeteld: iemand kan in meer dan één kwartaal meetellen.",
    file: "monitoring.csv",
  };
  const MOST = { bytes: 200_000, faults: 8 };
  // Of a drawing, in pixels: a bar with its space, the bars, the room under and above them.
  const [WIDTH, HEIGHT, FOOT, TOP] = [56, 96, 20, 18];

  const element = window.siteElement;

  /** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
  const svg = (name, attributes, text = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.textContent = text;
    return made;
  };

  /** What may be seen of one count; `value` is null when it may not be known. @typedef {{ period: string, value: number | null, words: string, mark: string }} Seen */

  class Monitoring extends HTMLElement {
    form = document.createElement("form");
    csv = document.createElement("textarea");
    file = document.createElement("input");
    result = document.createElement("div");
    status = document.createElement("div");
    /** @type {HTMLInputElement[]} */
    inputs = [];
    /** @type {TellingColumns} */
    columns = { period: "", remark: "", counts: [] };
    threshold = 0;

    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.csv = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
      this.file = /** @type {HTMLInputElement} */ (this.querySelector("[type=file]"));
      this.result = /** @type {HTMLDivElement} */ (this.querySelector(".monitoring__result"));
      this.status = /** @type {HTMLDivElement} */ (this.querySelector("[role=status]"));
      this.inputs = [...this.querySelectorAll("input")].filter((input) => input.dataset.label);
      const counts = this.inputs.map(({ name, dataset: { label = "", unit = "", partOf = "" } }) => ({ name, label, unit, partOf }));
      this.columns = { period: this.dataset.period || "", remark: this.dataset.remark || "", counts };
      this.threshold = Number(this.dataset.threshold);
      this.form.hidden = false;
      this.form.addEventListener("submit", this);
      this.form.addEventListener("click", this);
      this.file.addEventListener("change", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const action = /** @type {HTMLElement} */ (event.target).dataset.action;
      if (event.type === "submit") {
        event.preventDefault();
        this.add();
      } else if (event.type === "change") this.open();
      else if (action === "draw") this.draw();
      else if (action === "save") this.save();
      else if (action === "clear") this.clear();
    }

    async open() {
      const file = this.file.files?.[0];
      if (!file) return;
      if (file.size > MOST.bytes) return this.refuse([TEXT.tooLarge]);
      try {
        this.csv.value = await file.text();
        this.draw();
      } catch {
        this.refuse([TEXT.unreadable]);
      }
      // So that the same file, mended, can be chosen again.
      this.file.value = "";
    }

    /** The rows that were given; null when there is something to mend, which is then said. */
    rows() {
      const { rows, faults } = window.siteTelling.read(this.csv.value, this.columns);
      if (faults.length) this.refuse(faults);
      return faults.length ? null : rows;
    }

    add() {
      const rows = this.rows();
      if (!rows) return;
      const chosen = new FormData(this.form);
      const period = window.siteTelling.period(`${chosen.get("year")}-${chosen.get("quarter")}`);
      const faults = period ? [] : [TEXT.year];
      const counts = this.inputs.map((input) => {
        const value = window.siteTelling.count(input.value);
        const wrong = typeof value === "string";
        input.setAttribute("aria-invalid", String(wrong));
        if (wrong) faults.push(`${input.dataset.label}: ${value}`);
        return wrong ? null : value;
      });
      faults.push(...window.siteTelling.partFaults(counts, this.columns));
      if (faults.length) return this.refuse(faults);
      const before = rows.find((row) => row.period === period);
      const row = { period, counts, remark: before?.remark || "" };
      this.csv.value = window.siteTelling.write([...rows.filter((one) => one !== before), row], this.columns);
      this.inputs.forEach((input) => (input.value = ""));
      this.draw((before ? TEXT.replaced : TEXT.added)(period));
    }

    /** @param {string} [first] what to say before the number of quarters */
    draw(first = "") {
      const rows = this.rows();
      if (!rows) return;
      if (!rows.length) return this.refuse([TEXT.nothing]);
      const seen = rows.map((row) => this.seen(row));
      this.result.replaceChildren(...this.columns.counts.map((_, index) => this.drawing(seen, index)), this.table(seen));
      this.result.hidden = false;
      this.status.replaceChildren(element("p", {}, `${first} ${TEXT.shown(rows.length)}`.trim()));
    }

    /** What may be seen of each count of a row: its value when that may be known, and the words for it.
     * A part that is nearly the whole would tell how few the others are. @param {TellingRow} row @returns {Seen[]} */
    seen({ period, counts }) {
      return counts.map((value, index) => {
        const whole = counts[this.columns.counts.findIndex(({ name }) => name === this.columns.counts[index].partOf)] ?? null;
        const others = whole === null || value === null ? 0 : whole - value;
        if (value === null) return { period, value, words: TEXT.absent, mark: "–" };
        if (value < this.threshold) return { period, value: null, words: TEXT.few(this.threshold), mark: `< ${this.threshold}` };
        if (others > 0 && others < this.threshold) return { period, value: null, words: TEXT.close, mark: "?" };
        const words = value.toLocaleString("nl-BE");
        return { period, value, words, mark: words };
      });
    }

    /** Bars of one count. A hidden one is hollow and always as high as the threshold: it tells nothing more.
     * @param {Seen[][]} rows @param {number} index */
    drawing(rows, index) {
      const { label, unit } = this.columns.counts[index];
      const counts = rows.map((row) => row[index]);
      const most = Math.max(...counts.map(({ value }) => value ?? 0), 2 * this.threshold);
      const spoken = counts.map(({ period, words }) => `${period}: ${words}`).join("; ");
      const [width, height] = [rows.length * WIDTH, TOP + HEIGHT + FOOT];
      const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${label}. ${spoken}` });
      counts.forEach((count, place) => picture.append(...this.bar(count, most, place * WIDTH)));
      picture.append(svg("line", { x1: 0, x2: width, y1: TOP + HEIGHT, y2: TOP + HEIGHT }));
      return element("figure", { tabindex: "0" }, element("figcaption", {}, `${label} (${unit})`), picture);
    }

    /** @param {Seen} count @param {number} most @param {number} left */
    bar({ period, value, words, mark }, most, left) {
      const height = words === TEXT.absent ? 0 : (HEIGHT * (value ?? this.threshold)) / most;
      const y = TOP + HEIGHT - height;
      const middle = { x: left + WIDTH / 2, "text-anchor": "middle" };
      const bar = svg("rect", { x: left + 8, y, width: WIDTH - 16, height, class: value === null ? "is-hidden" : "is-bar" });
      return [bar, svg("text", { ...middle, y: y - 5 }, mark), svg("text", { ...middle, y: TOP + HEIGHT + 15 }, period)];
    }

    /** @param {Seen[][]} rows */
    table(rows) {
      const table = element("table", {});
      table.createCaption().textContent = TEXT.caption;
      const heads = [TEXT.quarter, ...this.columns.counts.map(({ label }) => label)];
      table.createTHead().insertRow().append(...heads.map((name) => element("th", { scope: "col" }, name)));
      const body = table.createTBody();
      for (const row of rows) {
        body.insertRow().append(element("th", { scope: "row" }, row[0].period), ...row.map(({ words }) => element("td", {}, words)));
      }
      return element("div", { class: "tabel", role: "region", tabindex: "0", "aria-label": TEXT.caption }, table);
    }

    save() {
      const rows = this.rows();
      if (!rows) return;
      if (!rows.length) return this.refuse([TEXT.nothing]);
      const text = `\uFEFF${window.siteTelling.write(rows, this.columns).replaceAll("\n", "\r\n")}`;
      window.siteBestand(TEXT.file, "text/csv", text);
    }

    clear() {
      this.form.reset();
      this.hide();
      this.status.replaceChildren(element("p", {}, TEXT.cleared));
    }

    hide() {
      this.result.replaceChildren();
      this.result.hidden = true;
    }

    /** Says what is to be mended; nothing stays drawn that it would contradict. @param {string[]} faults */
    refuse(faults) {
      this.hide();
      const list = element("ul", {}, ...faults.slice(0, MOST.faults).map((fault) => element("li", {}, fault)));
      if (faults.length > MOST.faults) list.append(element("li", {}, TEXT.more(faults.length - MOST.faults)));
      this.status.replaceChildren(element("p", {}, TEXT.faults), list);
    }
  }

  if (!customElements.get("site-monitoring")) customElements.define("site-monitoring", Monitoring);
})();
