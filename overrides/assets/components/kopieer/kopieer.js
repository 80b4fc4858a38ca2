// A button that copies the example message it stands under. Without the clipboard it selects the text, so that Ctrl+C works.
(() => {
  const TEXT = {
    copy: "Kopieer dit bericht",
    copied: "Gekopieerd. Pas naam, dienst en uren aan.",
    select: "Kopiëren lukt hier niet vanzelf: de tekst is geselecteerd, druk Ctrl+C of kies Kopiëren.",
  };

  class Kopieer extends HTMLElement {
    connectedCallback() {
      const quote = this.parentElement?.querySelector("blockquote");
      if (!quote || this.firstChild) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-button";
      button.textContent = TEXT.copy;
      const status = document.createElement("span");
      status.setAttribute("role", "status");
      button.addEventListener("click", async () => {
        status.textContent = "";
        status.textContent = (await written(quote.innerText.trim())) ? TEXT.copied : selected(quote);
      });
      this.append(button, " ", status);
    }
  }

  /** @param {string} text */
  async function written(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard outside https and localhost, or not allowed.
      return false;
    }
  }

  /** @param {Element} element */
  function selected(element) {
    getSelection()?.selectAllChildren(element);
    return TEXT.select;
  }

  if (!customElements.get("site-kopieer")) customElements.define("site-kopieer", Kopieer);
})();
