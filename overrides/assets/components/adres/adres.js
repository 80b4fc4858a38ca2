// What the address says of a session in a room: `skip` (parts of this page that are left out) and `sessie` (its lessons in order,
// each with its own parts after a `~`). So a colleague who opens the link has the same session. And what else the trainer view and
// the screens both need: the trainer's own notes, the time for a question, the words of a heading. Nothing here shows anything.
(() => {
  const ID = /^[\p{L}\p{N}_-]{1,120}$/u;
  const LESSON = /^[\w-]{1,80}\/[\w-]{1,80}$/;
  const MOST = 60;
  const KEY = "hikikomori-in-beeld-notities";
  // In a room, as in scripts/content/activities.py.
  const MINUTES_PER_QUESTION = 2;
  const zaal = /** @type {HTMLElement} */ (document.querySelector("site-zaal"));
  const path = zaal.dataset.path || "";
  const here = path.replace(/^\/vorming\//, "").replace(/\/$/, "");

  const asked = () => new URLSearchParams(location.search);
  /** @param {string | null | undefined} text @param {string} separator */
  const ids = (text, separator) => (text || "").split(separator).slice(0, MOST).filter((id) => ID.test(id));

  /** The lessons of the session in order; what is no lesson is left out. */
  function lessons() {
    const found = (asked().get("sessie") || "").split(",").slice(0, MOST).map((item) => {
      const [lesson, skip] = item.split("~");
      return { lesson, skip: ids(skip, ".") };
    });
    return found.filter(({ lesson }) => LESSON.test(lesson));
  }

  /** The ids of the parts of this page that are left out. */
  function skipped() {
    const own = asked().get("skip");
    const item = lessons().find(({ lesson }) => lesson === here);
    return new Set(own === null ? item?.skip : ids(own, ","));
  }

  /** @param {string} id @param {boolean} out */
  function skip(id, out) {
    const left = skipped();
    if (out) left.add(id);
    else left.delete(id);
    write({ skip: [...left].join(",") });
    window.dispatchEvent(new Event("adres"));
  }

  /** Changes the address without a visit; null takes a name out of it. @param {Record<string, string | null>} values */
  function write(values) {
    const wanted = asked();
    for (const [name, value] of Object.entries(values)) {
      if (value === null) wanted.delete(name);
      else wanted.set(name, value);
    }
    // `?trainer` and `?presenteren` read better without an equals sign, commas better as they are.
    const query = wanted.toString().replace(/=(?=&|$)/g, "").replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%7E", "~");
    history.replaceState(history.state, "", `${location.pathname}${query && "?"}${query}${location.hash}`);
  }

  /** Where the session goes on after this page: null when there is no session, or this is its last lesson. */
  function next() {
    const all = lessons();
    const number = all.findIndex(({ lesson }) => lesson === here);
    const following = number < 0 ? undefined : all[number + 1];
    if (!following) return null;
    const query = new URLSearchParams({ presenteren: "", sessie: asked().get("sessie") || "" });
    // On a disk a page is a file.
    const end = location.pathname.endsWith(".html") ? ".html" : "/";
    const address = `${zaal.dataset.home}/vorming/${following.lesson}${end}?${query}`.replace("presenteren=&", "presenteren&");
    return { address, number: number + 2, all: all.length };
  }

  /** What a trainer wrote for themself, by page and by part; only what we understand. @returns {Notes} */
  function notes() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch {
      return {};
    }
  }

  /** @param {Notes} all @returns {boolean} false when this browser keeps nothing */
  function keepNotes(all) {
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
      return true;
    } catch {
      return false;
    }
  }

  /** The words of a heading without its link. @param {Element | null | undefined} heading */
  function words(heading) {
    const copy = /** @type {Element | undefined} */ (heading?.cloneNode(true));
    copy?.querySelectorAll(".headerlink").forEach((link) => link.remove());
    return (copy?.textContent || "").trim();
  }

  window.siteAdres = { path, minutesPerQuestion: MINUTES_PER_QUESTION, lessons, skipped, skip, write, next, notes, keepNotes, words };
})();
