// A practice conversation, one scene at a time. Everything it shows stands in the page; without this the links walk the story.
(() => {
  const TEXT = {
    chosen: "Je koos:",
    /** @param {string} title */
    now: (title) => `Nu: ${title}`,
    /** @param {number} seen @param {number} all */
    endings: (seen, all) => `Je zag ${seen} van de ${all} eindes. De andere zijn niet beter of slechter; kijk gerust, of laat het hierbij.`,
  };

  class Gesprek extends HTMLElement {
    connectedCallback() {
      this.scenes = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".scene")]);
      /** @type {{ scene: HTMLElement, choice: HTMLElement | null }[]} */
      this.walked = [];
      /** @type {Set<string>} */
      this.seen = new Set();
      this.classList.add("gesprek--stap");
      this.querySelectorAll("[data-needs-script]").forEach((part) => (/** @type {HTMLElement} */ (part).hidden = false));
      this.live = document.createElement("p");
      this.live.className = "gesprek__live";
      this.live.setAttribute("role", "status");
      this.append(this.live);
      this.addEventListener("click", this);
      this.restart(false);
    }

    /** @param {MouseEvent} event */
    handleEvent(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      const choice = /** @type {HTMLAnchorElement | null} */ (target.closest(".scene__choice > a"));
      if (choice) {
        event.preventDefault();
        this.choose(choice);
      } else if (target.dataset.action === "back") this.back();
      else if (target.dataset.action === "again") this.restart(true);
    }

    /** @param {HTMLAnchorElement} choice */
    choose(choice) {
      const scene = this.scenes?.find((one) => `#${one.id}` === choice.hash);
      if (scene) this.go(scene, choice.parentElement);
    }

    /** @param {HTMLElement} scene @param {HTMLElement | null} choice */
    go(scene, choice) {
      this.walked?.push({ scene, choice });
      this.show(true);
    }

    back() {
      if (!this.walked || this.walked.length < 2) return;
      this.walked.pop();
      this.show(true);
    }

    /** @param {boolean} focus */
    restart(focus) {
      const first = this.scenes?.[0];
      this.walked = first ? [{ scene: first, choice: null }] : [];
      this.show(focus);
    }

    /** @param {boolean} focus */
    show(focus) {
      const here = this.walked?.at(-1);
      if (!here) return;
      this.scenes?.forEach((scene) => scene.classList.toggle("scene--hidden", scene !== here.scene));
      this.querySelectorAll(".scene__heard").forEach((old) => old.remove());
      const title = /** @type {HTMLElement} */ (here.scene.querySelector(".scene__title"));
      if (here.choice) title.after(heard(here.choice));
      if (here.scene.classList.contains("scene--einde")) this.ended(here.scene);
      this.button("back").hidden = (this.walked || []).length < 2;
      this.button("again").hidden = (this.walked || []).length < 2;
      this.transcribe();
      if (!focus) return;
      title.focus();
      if (this.live) this.live.textContent = TEXT.now(title.textContent || "");
    }

    /** @param {HTMLElement} scene */
    ended(scene) {
      this.seen?.add(scene.id);
      const note = document.createElement("p");
      note.className = "scene__heard";
      note.textContent = TEXT.endings(this.seen?.size || 0, this.querySelectorAll(".scene--einde").length);
      scene.append(note);
    }

    transcribe() {
      const items = (this.walked || []).flatMap(({ scene, choice }) => [...(choice ? [choiceLine(choice)] : []), ...sceneLines(scene)]);
      this.querySelector(".gesprek__verslag ol")?.replaceChildren(...items);
    }

    /** @param {string} action */
    button(action) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-action=${action}]`));
    }
  }

  /** What was chosen and what it did, above the next scene. @param {HTMLElement} choice */
  function heard(choice) {
    const box = document.createElement("div");
    box.className = "scene__heard";
    const said = document.createElement("p");
    const label = document.createElement("strong");
    label.textContent = TEXT.chosen;
    said.append(label, ` ${choice.querySelector("a")?.textContent}`);
    const told = [...choice.querySelectorAll(".scene__feedback p")].map((one) => one.cloneNode(true));
    box.append(said, ...told);
    return box;
  }

  /** @param {HTMLElement} choice */
  const choiceLine = (choice) => line(`${TEXT.chosen} ${choice.querySelector("a")?.textContent}`);
  /** @param {HTMLElement} scene */
  const sceneLines = (scene) => {
    const title = scene.querySelector(".scene__title")?.textContent || "";
    const said = [...scene.querySelectorAll(":scope > p:not(.scene__title):not(.scene__heard)")].map((one) => one.textContent || "");
    return [title, ...said].map(line);
  };

  /** @param {string} text */
  function line(text) {
    const item = document.createElement("li");
    item.textContent = text.trim();
    return item;
  }

  if (!customElements.get("site-gesprek")) customElements.define("site-gesprek", Gesprek);
})();
