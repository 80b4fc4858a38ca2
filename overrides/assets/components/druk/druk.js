// A button that prints one part of the page: the element whose id stands in data-target; without it the page.
(() => {
  const TEXT = { print: "Druk dit blad af" };

  class Druk extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-button";
      button.textContent = this.dataset.label || TEXT.print;
      button.addEventListener("click", () => this.print());
      this.append(button);
    }

    print() {
      if (!this.dataset.target) return window.print();
      const part = document.getElementById(this.dataset.target);
      if (!part) return;
      /** @type {Element[]} */
      const path = [];
      for (let element = /** @type {Element | null} */ (part); element && element !== document.body; element = element.parentElement) {
        path.push(element);
      }
      const mark = () => {
        document.documentElement.classList.add("druk");
        path.forEach((element) => element.classList.add("druk__weg"));
        part.classList.add("druk__blad");
      };
      const clear = () => {
        document.documentElement.classList.remove("druk");
        path.forEach((element) => element.classList.remove("druk__weg"));
        part.classList.remove("druk__blad");
      };
      addEventListener("afterprint", clear, { once: true });
      mark();
      window.print();
    }
  }

  if (!customElements.get("site-druk")) customElements.define("site-druk", Druk);
})();
