// Which parts of a page become screens in a room, and in which order. `presenteren` shows them; nothing here does.
(() => {
  const TEXT = {
    scan: "Scan om mee te lezen",
    /** @param {string} title */
    code: (title) => `QR-code met het adres van ${title}`,
    end: "Tot hier",
    /** @param {number} number @param {number} all */
    nextLesson: (number, all) => `Ga naar les ${number} van ${all}`,
    /** @param {string} title */
    following: (title) => `Volgende les: ${title}`,
    last: "Dit was het laatste deel. Denk aan de slotronde.",
  };
  const WHAT = ".kort, .oefening, site-quiz, .casus, .bericht, .grafiek, site-gesprek, .hulp";
  const session = window.siteAdres;
  const { words } = session;
  const element = window.siteElement;
  const article = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));
  const heading = /** @type {HTMLElement} */ (article.querySelector("h1"));

  /** All screens in the order of the page; parts that are left out have none. */
  function collected() {
    const left = session.skipped();
    return [first(), ...sections().flatMap(screensOf), last()].filter(
      (screen) => !screen.droppable || !(left.has(screen.id) || left.has(screen.section)),
    );
  }

  /** @returns {Scherm} */
  function first() {
    const elements = [heading, ...article.querySelectorAll(":scope > .les"), code()];
    return { kind: "titel", id: heading.id, title: words(heading), section: "", elements, minutes: 0, notes: [], droppable: false };
  }

  /** The parts of the page between two headings. */
  function sections() {
    /** @type {{ heading: Element | null, parts: Element[] }[]} */
    const found = [{ heading: null, parts: [] }];
    for (const part of article.children) {
      if (part.tagName === "H2") found.push({ heading: part, parts: [] });
      else found.at(-1)?.parts.push(part);
    }
    return found;
  }

  /** @param {{ heading: Element | null, parts: Element[] }} section @returns {Scherm[]} */
  function screensOf({ heading: title, parts }) {
    const shown = parts.flatMap((part) => (part.matches(WHAT) ? [part] : outermost(part)));
    const notes = parts.filter((part) => part.matches("aside.trainer"));
    const told = notes.reduce((all, note) => all + Number(/** @type {HTMLElement} */ (note).dataset.minutes || 0), 0);
    const remember = title?.id === "onthoud" ? parts.filter((part) => part.matches("p, ul, ol")) : [];
    const made = shown.map((one) => screen(one, title, notes));
    if (remember.length) made.unshift({ ...screen(remember[0], title, notes), kind: "onthoud", title: words(title), elements: [/** @type {Element} */ (title), ...remember], droppable: false });
    const helped = made.some(({ kind }) => kind === "hulp");
    made.forEach((one, number) => {
      if (!number && told) one.minutes = Math.max(one.minutes, told);
      one.droppable &&= Boolean(title) && !(helped && one.kind === "hulp");
    });
    return made;
  }

  /** @param {Element} part */
  const outermost = (part) => [...part.querySelectorAll(WHAT)].filter((one) => !one.parentElement?.closest(WHAT));

  /** @param {Element} part @param {Element | null} title @param {Element[]} notes @returns {Scherm} */
  function screen(part, title, notes) {
    const kind = kindOf(part);
    const own = part.querySelector(".kort__title, .oefening__title, .casus__title, .bericht__title, .hulp__title, legend, figcaption strong");
    const elements = kind === "kort" && title ? [title, part] : [part];
    return {
      kind,
      id: part.id,
      title: kind === "kort" && title ? words(title) : words(own) || words(title),
      section: title?.id || "",
      elements,
      minutes: kind === "quiz" ? session.minutesPerQuestion : Number(/** @type {HTMLElement} */ (part).dataset.minutes || 0),
      notes,
      droppable: kind !== "hulp",
    };
  }

  /** @param {Element} part @returns {Scherm["kind"]} */
  function kindOf(part) {
    if (part.matches("site-quiz")) return "quiz";
    if (part.matches("site-gesprek")) return "gesprek";
    return /** @type {any} */ (["kort", "oefening", "casus", "bericht", "grafiek", "hulp"].find((name) => part.classList.contains(name)));
  }

  /** The address of this page as a picture, made at build time; where there is none it stays away. */
  function code() {
    const known = article.querySelector(".presenteren__code");
    if (known) return known;
    const source = document.querySelector("site-zaal")?.getAttribute("data-code") || "";
    const picture = element("img", { src: source, alt: TEXT.code(words(heading)) });
    const box = element("figure", { class: "presenteren__code" }, picture, element("figcaption", {}, TEXT.scan));
    picture.onerror = () => (box.hidden = true);
    heading.after(box);
    return box;
  }

  /** @returns {Scherm} */
  function last() {
    const following = session.next();
    const onward = article.querySelector(".les-einde > p > a");
    const box = article.querySelector(".presenteren__slot") || element("section", { class: "presenteren__slot" });
    const title = element("p", { class: "presenteren__groot" }, TEXT.end);
    const link = element("a", { class: "md-button md-button--primary" });
    if (following) {
      link.href = following.address;
      link.textContent = TEXT.nextLesson(following.number, following.all);
    } else if (onward && !session.lessons().length) {
      link.href = `${onward.getAttribute("href")}?presenteren`;
      link.textContent = TEXT.following(words(onward));
    }
    box.replaceChildren(title, link.href ? link : element("p", {}, TEXT.last));
    article.append(box);
    return { kind: "slot", id: "", title: TEXT.end, section: "", elements: [box], minutes: 0, notes: [], droppable: false };
  }

  /** Hides everything in `node` that is not `wanted`, on the way to it, or in it. @param {Element} node @param {Set<Element>} wanted */
  function isolate(node, wanted) {
    for (const child of node.children) {
      child.classList.remove("scherm__aan");
      const here = wanted.has(child);
      const toward = !here && [...wanted].some((one) => child.contains(one));
      child.classList.toggle("scherm__uit", !here && !toward);
      if (toward) isolate(child, wanted);
    }
  }

  window.siteSchermen = { article, title: words(heading), collected, isolate };
})();
