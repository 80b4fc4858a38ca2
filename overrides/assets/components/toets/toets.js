// A test of the questions on the page. At the start it says what you can skip; at the end it draws from the pool and explains afterwards.
(() => {
  const TEXT = {
    /** @param {number} open */
    open: (open) => `Nog ${open} ${open === 1 ? "vraag" : "vragen"} zonder antwoord. Antwoord overal, of kies wat je het best lijkt.`,
    /** @param {number} score @param {number} total */
    score: (score, total) => `Je had ${score} van de ${total} vragen meteen juist. Onder elke vraag staat de uitleg.`,
    blocked: "Dit resultaat staat nergens bewaard: deze browser laat dat niet toe.",
    advice: "Wat dit zegt",
    skip: "mag je overslaan als je wil",
    take: "kan je best nemen",
    never: "neem je in elk geval: ze gaat over veiligheid",
    unknown: "hier stond geen vraag over",
  };

  /** @typedef {HTMLElement & { check(): boolean | null, reset(): void }} QuizElement */
  /** @typedef {{ folder: string, title: string, skippable: boolean, url: string }} ModuleInfo */

  class Toets extends HTMLElement {
    /** @type {QuizElement[]} */
    pool = [];
    /** @type {QuizElement[]} */
    asked = [];
    /** @type {ModuleInfo[]} */
    modules = [];

    connectedCallback() {
      this.pool = /** @type {QuizElement[]} */ ([...this.querySelectorAll("site-quiz")]);
      this.modules = JSON.parse(this.dataset.modules || "[]");
      /** @type {HTMLElement} */ (this.querySelector(".toets__tools")).hidden = false;
      this.addEventListener("click", this);
      // The questions of a test are handed in together.
      this.classList.add("toets--samen");
      this.draw();
    }

    /** @param {Event} event */
    handleEvent(event) {
      const action = /** @type {HTMLElement} */ (event.target).dataset.action;
      if (action === "hand-in") this.handIn();
      if (action === "again") {
        this.draw();
        this.querySelector("input")?.focus();
      }
    }

    draw() {
      const { pool } = this;
      const number = Number(this.dataset.draw) || pool.length;
      const chosen = this.dataset.purpose === "eind" ? spread(pool, number) : pool;
      pool.forEach((quiz) => (quiz.hidden = !chosen.includes(quiz)));
      chosen.forEach((quiz) => quiz.reset?.());
      if (this.dataset.purpose === "eind") {
        const tools = this.querySelector(".toets__tools");
        chosen.forEach((quiz) => {
          shuffle(quiz);
          tools?.before(quiz);
        });
      }
      this.asked = chosen;
      this.result.replaceChildren();
      this.button("hand-in").hidden = false;
      this.button("again").hidden = true;
    }

    handIn() {
      const { asked } = this;
      const open = asked.filter((quiz) => !quiz.querySelector("input:checked"));
      if (open.length) {
        this.result.replaceChildren(paragraph(TEXT.open(open.length)));
        /** @type {HTMLElement | null} */ (open[0].querySelector("input"))?.focus();
        return;
      }
      const right = asked.filter((quiz) => quiz.check());
      asked.forEach((quiz) => {
        quiz.dataset.locked = "yes";
        quiz.querySelectorAll("input").forEach((input) => (input.disabled = true));
        quiz.querySelectorAll("details").forEach((folded) => (folded.open = true));
      });
      this.tell(right, asked);
      this.button("hand-in").hidden = true;
      this.button("again").hidden = false;
    }

    /** @param {QuizElement[]} right @param {QuizElement[]} asked */
    tell(right, asked) {
      const advice = this.dataset.purpose === "start" ? this.modules.map((module) => judged(module, right, asked)) : [];
      const skip = advice.filter((one) => one.skip).map((one) => one.module.folder);
      const kept = window.siteOpslag.change((data) => {
        data.tests[this.id] = { score: right.length, total: asked.length, date: window.siteOpslag.today(), skip };
      });
      this.result.replaceChildren(paragraph(TEXT.score(right.length, asked.length)));
      if (!kept) this.result.append(paragraph(TEXT.blocked));
      if (advice.length) this.result.append(paragraph(TEXT.advice), list(advice));
      this.result.focus();
    }

    get result() {
      return /** @type {HTMLElement} */ (this.querySelector(".toets__result"));
    }

    /** @param {string} action */
    button(action) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-action=${action}]`));
    }
  }

  /** @param {ModuleInfo} module @param {QuizElement[]} right @param {QuizElement[]} asked */
  function judged(module, right, asked) {
    const own = asked.filter((quiz) => quiz.dataset.module === module.folder);
    const skip = module.skippable && own.length > 0 && own.every((quiz) => right.includes(quiz));
    const words = !module.skippable ? TEXT.never : !own.length ? TEXT.unknown : skip ? TEXT.skip : TEXT.take;
    return { module, skip, words };
  }

  /** @param {{ module: ModuleInfo, words: string }[]} advice */
  function list(advice) {
    const items = document.createElement("ul");
    for (const { module, words } of advice) {
      const item = document.createElement("li");
      const name = document.createElement("a");
      name.textContent = module.title;
      name.href = module.url;
      item.append(name, `: ${words}`);
      items.append(item);
    }
    return items;
  }

  /** @param {string} text */
  function paragraph(text) {
    const made = document.createElement("p");
    made.textContent = text;
    return made;
  }

  /** As many as asked, taking turns between the modules. @param {QuizElement[]} pool @param {number} number */
  function spread(pool, number) {
    /** @type {Map<string, QuizElement[]>} */
    const modules = new Map();
    for (const quiz of mixed(pool)) modules.set(quiz.dataset.module || "", [...(modules.get(quiz.dataset.module || "") || []), quiz]);
    const groups = [...modules.values()];
    /** @type {QuizElement[]} */
    const chosen = [];
    for (let turn = 0; chosen.length < Math.min(number, pool.length); turn += 1) {
      for (const group of mixed(groups)) if (group[turn] && chosen.length < number) chosen.push(group[turn]);
    }
    return mixed(chosen);
  }

  /** @param {QuizElement} quiz */
  function shuffle(quiz) {
    const answers = quiz.querySelector(".quiz__answers");
    if (answers) answers.append(...mixed([...answers.children]));
  }

  /** @template T @param {T[]} items @returns {T[]} */
  function mixed(items) {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  }

  if (!customElements.get("site-toets")) customElements.define("site-toets", Toets);
})();
