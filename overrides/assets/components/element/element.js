// An element with its attributes and what is in it: the components that make many share it.
(() => {
  window.siteElement = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
})();
