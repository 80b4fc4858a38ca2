// Makes a run-sheet for the trainer's own time, role and modules, by the rules of scripts/content/agenda.py and fitting.py, and
// with the words of scripts/markdown/run_sheet.py; both come along as data. Nothing is kept or sent: the link holds the choice.
(() => {
  /**
   * @typedef {{ kind: string, title: string, minutes: number, anchor: string, section: string, materials: string, core: boolean }} Activity
   * @typedef {{ name: string, module: string, title: string, href: string, minutes: number, crisis: boolean, roles: string[], parts: Activity[] }} Lesson
   * @typedef {Activity & { lesson: Lesson }} Part
   * @typedef {{ kind: string, places: number[] }} Step
   * @typedef {{ kind: string, minutes: number, parts: Part[], start: number }} Row
   * @typedef {{ minutes: number, role: string, modules: string[], facilitators: number, start: string, day: string }} Choice
   * @typedef {Record<string, any>} Data
   */
  const TEXT = {
    minutes: "Vul een aantal minuten in van 25 tot 480.",
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
  const CORE = ["explanation", "group"];

  /** What to drop first comes first (fitting.py). @param {Part[]} parts @returns {Step[]} */
  function dropOrder(parts) {
    /** @param {(part: Part) => boolean} test */
    const backwards = (test) => parts.flatMap((part, place) => (test(part) ? [place] : [])).reverse();
    /** @param {string} kind @param {number[]} places */
    const each = (kind, places) => places.map((place) => ({ kind, places: [place] }));
    /** @param {Lesson} lesson @param {(part: Part) => boolean} [test] */
    const of = (lesson, test) =>
      backwards((part) => part.lesson === lesson && CORE.includes(part.kind) && (!test || test(part))).reverse();
    const steps = ["solo", "conversation", "quiz"].flatMap((kind) => each(kind, backwards((part) => part.kind === kind)));
    const lessons = [...new Set(parts.filter((part) => CORE.includes(part.kind)).map((part) => part.lesson))];
    /** @type {Map<string, Lesson[]>} */
    const left = new Map();
    lessons.forEach((lesson) => left.set(lesson.module, [...(left.get(lesson.module) || []), lesson]));
    /** @param {Lesson} lesson */
    const many = (lesson) => (left.get(lesson.module) || []).length;
    for (;;) {
      const several = lessons.filter((lesson) => many(lesson) > 1);
      const others = several.filter((lesson) => !lesson.crisis);
      const from = others.length ? others : several;
      const last = from.filter((lesson) => many(lesson) === Math.max(...from.map(many))).pop();
      const lesson = last && left.get(last.module)?.pop();
      if (!lesson) break;
      steps.push({ kind: "lesson", places: of(lesson) });
    }
    const first = [...left.values()].map((one) => one[0]);
    steps.push(...each("explanation", backwards((part) => first.includes(part.lesson) && CORE.includes(part.kind) && !part.core)));
    first.slice(1).reverse().forEach((lesson) => steps.push({ kind: "module", places: of(lesson, (part) => part.core) }));
    const own = first.slice(0, 1).flatMap((lesson) => of(lesson, (part) => part.core).reverse());
    steps.push(...each("group", own.filter((place) => parts[place].kind === "group")));
    steps.push(...each("core", own.filter((place) => parts[place].kind !== "group")));
    return steps.filter((step) => step.places.length);
  }

  /** @param {Part[]} parts @returns {Step[]} */
  function late(parts) {
    const steps = dropOrder(parts).filter((step) => !["group", "core"].includes(step.kind));
    const places = steps.flatMap((step) => (step.kind === "quiz" ? step.places : [])).sort((one, other) => one - other);
    const alone = (/** @type {Step} */ step) => ["solo", "conversation"].includes(step.kind);
    return [
      ...steps.filter(alone),
      ...(places.length ? [{ kind: "quiz", places }] : []),
      ...steps.filter((step) => !alone(step) && step.kind !== "quiz"),
    ];
  }

  /** @param {Part[]} parts */
  const total = (parts) => parts.reduce((sum, part) => sum + part.minutes, 0);

  /** @param {Part[]} parts @param {number} minutes */
  function fitting(parts, minutes) {
    let kept = new Set(parts.keys());
    const given = () => [...kept].sort((one, other) => one - other).map((place) => parts[place]);
    /** @type {Step[]} */
    const dropped = [];
    for (const step of dropOrder(parts)) {
      if (total(given()) <= minutes) break;
      step.places.forEach((place) => kept.delete(place));
      dropped.push(step);
    }
    for (const step of dropped.reverse()) {
      const again = new Set([...kept, ...step.places]);
      if (total([...again].map((place) => parts[place])) <= minutes && mayReturn(given(), parts[step.places[0]], step.kind)) kept = again;
    }
    return given();
  }

  /** @param {Part[]} here @param {Part} part @param {string} kind */
  function mayReturn(here, part, kind) {
    if (kind === "conversation") return here.some((one) => one.lesson.module === part.lesson.module);
    if (["quiz", "solo"].includes(kind)) return here.some((one) => place(one) === place(part));
    return true;
  }

  /** @param {Part} part */
  const place = (part) => `${part.lesson.name} ${part.section}`;

  /** How long each break lasts. @param {Data} rules @param {number} minutes @returns {number[]} */
  function breaks(rules, minutes) {
    const number = Math.ceil(minutes / rules.mostWithoutBreak) - 1;
    const each = Array(number).fill(rules.breaks[minutes >= rules.halfDay ? 1 : 0]);
    if (minutes >= rules.day) each[Math.floor((number - 1) / 2)] = rules.breaks[2];
    return each;
  }

  /** @param {Data} rules @param {number} minutes */
  const closing = (rules, minutes) => rules.closing[minutes >= rules.halfDay ? 1 : 0];
  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  /** @param {Data} rules @param {number} minutes */
  const neededSlack = (rules, minutes) => Math.ceil((minutes - sum(breaks(rules, minutes))) / rules.slackPart);

  /** The rows of a session (agenda.py). @param {Data} rules @param {Part[]} parts @param {number} minutes */
  function agenda(rules, parts, minutes) {
    /** @param {string} kind @param {number} lasts @param {Part[]} [own] @returns {Row} */
    const row = (kind, lasts, own = []) => ({ kind, minutes: lasts, parts: own, start: 0 });
    const rows = [row("opening", rules.opening), ...grouped(parts, row), row("closing", closing(rules, minutes))];
    const lengths = breaks(rules, minutes);
    const where = cuts(rules, rows, lengths.length);
    const slack = minutes - sum(rows.map((one) => one.minutes)) - sum(lengths.slice(0, where.length));
    const stretches = [0, ...where].map((start, number) => rows.slice(start, where[number] ?? rows.length));
    const spare = shared(stretches.map((stretch) => sum(stretch.map((one) => one.minutes))), slack);
    const made = stretches.flatMap((stretch, number) => {
      const extra = spare[number] ? [row("slack", spare[number])] : [];
      if (number === where.length) return [...stretch.slice(0, -1), ...extra, stretch[stretch.length - 1]];
      return [...stretch, ...extra, row(lengths[number] === rules.breaks[2] ? "lunch" : "break", lengths[number])];
    });
    let start = 0;
    for (const one of made) {
      one.start = start;
      start += one.minutes;
    }
    const longest = Math.max(...stretches.map((stretch, number) => sum(stretch.map((one) => one.minutes)) + spare[number]));
    return { rows: made, slack, needed: neededSlack(rules, minutes), longest };
  }

  /** @param {Part[]} parts @param {(kind: string, minutes: number, parts: Part[]) => Row} row */
  function grouped(parts, row) {
    /** @type {Row[]} */
    const made = [];
    for (const part of parts) {
      const before = made[made.length - 1];
      const together = part.kind === "quiz" && before && ["explanation", "quiz"].includes(before.kind);
      if (together && place(before.parts[before.parts.length - 1]) === place(part)) {
        before.minutes += part.minutes;
        before.parts.push(part);
      } else made.push(row(part.kind, part.minutes, [part]));
    }
    return made;
  }

  /** @param {Data} rules @param {Row[]} rows @param {number} number */
  function cuts(rules, rows, number) {
    const all = sum(rows.map((row) => row.minutes));
    /** @type {number[]} */
    const found = [];
    for (let count = 0; count < number; count++) {
      /** @param {number} cut */
      const badness = (cut) => {
        const off = Math.abs((number + 1) * sum(rows.slice(0, cut).map((row) => row.minutes)) - (found.length + 1) * all);
        const before = rows[cut - 1].parts[rows[cut - 1].parts.length - 1];
        const after = rows[cut].parts[0];
        if (before.lesson === after.lesson) return off + (number + 1) * (place(before) === place(after) ? rules.insideSection : rules.insideLesson);
        return off;
      };
      let best = (found[found.length - 1] ?? 1) + 1;
      for (let cut = best; cut < rows.length - 1; cut++) if (badness(cut) < badness(best)) best = cut;
      if (best < rows.length - 1) found.push(best);
    }
    return found;
  }

  /** @param {number[]} lengths @param {number} slack */
  function shared(lengths, slack) {
    const spare = lengths.map(() => Math.floor(Math.max(0, slack) / (2 * lengths.length)));
    for (let rest = slack - sum(spare); rest > 0; rest--) {
      const full = lengths.map((length, number) => length + spare[number]);
      spare[full.indexOf(Math.min(...full))] += 1;
    }
    return spare;
  }

  /** What a choice gives (session.py). @param {Data} data @param {Choice} choice */
  function plan(data, choice) {
    const { rules, crisis } = data;
    const { minutes } = choice;
    /** @type {Lesson[]} */
    const asked = data.lessons.filter(
      (/** @type {Lesson} */ lesson) => choice.modules.includes(lesson.module) && (!choice.role || lesson.roles.includes(choice.role)),
    );
    const alone = choice.facilitators < crisis.facilitators;
    const short = minutes < crisis.shortest;
    /** @param {Lesson} lesson @param {Activity} part */
    const stays = (lesson, part) => (crisis.short[lesson.name] || []).includes(part.section) && ["explanation", "quiz"].includes(part.kind);
    const wanted = asked.flatMap((lesson) =>
      lesson.parts
        .filter((part) => !lesson.crisis || (!alone && (!short || stays(lesson, part))))
        .map((part) => ({ ...part, lesson })),
    );
    const budget = minutes - sum(breaks(rules, minutes)) - rules.opening - closing(rules, minutes) - neededSlack(rules, minutes);
    const parts = fitting(wanted, budget);
    const made = agenda(rules, parts, minutes);
    const about = asked.some((lesson) => lesson.crisis);
    /** @type {Record<string, boolean>} */
    const remarks = {
      alone: about && alone,
      short: about && !alone && short,
      crisis: parts.some((part) => part.lesson.crisis),
      nothing: !wanted.length,
      impossible: wanted.length > 0 && !parts.length,
      spare: parts.length > 0 && made.slack > 2 * made.needed,
      long: made.longest > rules.mostWithoutBreak,
    };
    const leftOut = asked.filter((lesson) => !parts.some((part) => part.lesson === lesson));
    return { ...made, parts, leftOut, late: late(parts), remarks: Object.keys(remarks).filter((name) => remarks[name]), items: items(parts) };
  }

  /** The session as presenting reads it from an address. @param {Part[]} parts */
  function items(parts) {
    return [...new Set(parts.map((part) => part.lesson))]
      .map((lesson) => {
        const given = parts.filter((part) => part.lesson === lesson);
        const missing = lesson.parts.filter((one) => !given.some((part) => part.anchor === one.anchor && part.kind === one.kind));
        const skipped = missing.map((one) => (given.some((part) => part.section === one.section) ? one.anchor : one.section));
        return lesson.name + (skipped.length ? `~${[...new Set(skipped)].map(encodeURIComponent).join(".")}` : "");
      })
      .join(",");
  }

  /** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  /** @param {string} start @param {number} minutes */
  function clock(start, minutes) {
    const [hours, rest] = start ? start.split(":").map(Number) : [0, 0];
    const all = hours * 60 + rest + minutes;
    return `${start ? Math.floor(all / 60) % 24 : Math.floor(all / 60)}.${String(all % 60).padStart(2, "0")}`;
  }

  class Draaiboek extends HTMLElement {
    static plan = plan;
    /** @type {Data} */
    data = {};

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
      if (!(Number.isInteger(choice.minutes) && choice.minutes >= shortest && choice.minutes <= longest)) return TEXT.minutes;
      return choice.modules.length ? "" : TEXT.modules;
    }

    show() {
      const choice = this.choice;
      const fault = this.fault(choice);
      const sheet = /** @type {HTMLElement} */ (this.querySelector(".blad"));
      const tools = /** @type {HTMLElement} */ (this.querySelector(".draaiboek__tools"));
      this.say(fault);
      const made = fault ? null : plan(this.data, choice);
      sheet.replaceChildren(...(made ? this.sheet(made, choice) : []));
      tools.hidden = !made?.parts.length;
      if (made?.parts.length) /** @type {HTMLAnchorElement} */ (tools.querySelector("a")).href = address(made.parts[0].lesson, made.items);
    }

    /** @param {ReturnType<typeof plan>} made @param {Choice} choice @returns {Node[]} */
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

    /** @param {ReturnType<typeof plan>} made @param {Choice} choice */
    table(made, choice) {
      const { text } = this.data;
      const heads = text.heads.split("|");
      const body = element("tbody", {});
      /** @type {Lesson | null} */
      let lesson = null;
      for (const row of made.rows) {
        const part = row.parts[0];
        if (part && part.lesson !== lesson) {
          lesson = part.lesson;
          const links = [
            element("a", { href: lesson.href }, lesson.title),
            " ",
            element("a", { href: address(lesson, made.items), class: "sessie__toon" }, text.present),
          ];
          body.append(element("tr", { class: "sessie__les" }, element("th", { scope: "rowgroup", colspan: String(heads.length) }, ...links)));
        }
        const cells = [String(row.minutes), part ? part.title : text.fixed[row.kind], this.kind(row), part ? part.materials : ""];
        const time = element("th", { scope: "row" }, clock(choice.start, row.start));
        body.append(element("tr", { class: `sessie__${row.kind}` }, time, ...cells.map((cell) => element("td", {}, cell))));
      }
      const title = TEXT.title(choice.minutes);
      const head = element("tr", {}, ...heads.map((/** @type {string} */ one) => element("th", { scope: "col" }, one)));
      const table = element("table", { class: "sessie" }, element("caption", {}, title), element("thead", {}, head), body);
      return element("div", { class: "tabel tabel--tekst", role: "region", tabindex: "0", "aria-label": title }, table);
    }

    /** @param {Row} row */
    kind(row) {
      const { text } = this.data;
      if (row.kind === "explanation" && row.parts.length > 1) return text.with_quiz;
      return row.kind === "conversation" ? `${text.kinds[row.kind]}: ${text.debrief}` : text.kinds[row.kind];
    }

    /** @param {Step} step @param {Part[]} parts */
    step(step, parts) {
      const { text } = this.data;
      const first = parts[step.places[0]];
      const whole = ["lesson", "module"].includes(step.kind);
      const title = step.kind === "quiz" ? text.questions : whole ? first.lesson.title : first.title;
      const said = text.said[step.kind].replace("#", String(first.lesson.minutes));
      return element("li", {}, `${title} (${total(step.places.map((one) => parts[one]))} min): “${said}”`);
    }

    /** The choice as a link. */
    get link() {
      const { minutes, role, modules, facilitators, start, day } = this.choice;
      const values = { duur: minutes, rol: role, modules: modules.join(","), met: facilitators > 1 ? facilitators : "", start, dag: day };
      const given = Object.entries(values).filter(([, value]) => value);
      return `${location.href.split(/[?#]/)[0]}?${given.map(([name, value]) => `${name}=${value}`).join("&")}`;
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
      const rows = plan(this.data, choice).rows.map(
        (row) => `${clock(choice.start, row.start)} ${row.parts[0] ? row.parts[0].title : this.data.text.fixed[row.kind]}`,
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

  /** @param {Lesson} lesson @param {string} items */
  const address = (lesson, items) => `${lesson.href}?presenteren&sessie=${items}`;

  if (!customElements.get("site-draaiboek")) customElements.define("site-draaiboek", Draaiboek);
})();
