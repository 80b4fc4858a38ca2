// A file that is made here and kept by the reader: the components that make one share it.
(() => {
  window.siteBestand = (name, type, text) =>
    Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type })), download: name }).click();
})();
