// What the training remembers, in this browser only. Other components use `siteOpslag`; nothing here shows anything.
(() => {
  const KEY = "hikikomori-in-beeld";
  const ASIDE = "hikikomori-in-beeld-onleesbaar";
  const VERSION = 1;
  const PATH = /^\/[\w/.-]{1,200}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const MOST = 500;

  /** What stands for storage in a browser that keeps nothing. */
  let memory = empty();
  // From the first time this browser refused to store: what is in memory counts, and what is stored is left alone.
  let refused = false;

  /** @returns {Progress} */
  function empty() {
    return { version: VERSION, lessons: {}, tests: {}, resume: null };
  }

  /** Only what we understand, whatever was found. @param {any} found */
  function cleaned(found) {
    const data = empty();
    if (!found || typeof found !== "object") return data;
    for (const [path, day] of Object.entries(found.lessons || {}).slice(0, MOST)) {
      if (PATH.test(path) && DAY.test(String(day))) data.lessons[path] = String(day);
    }
    for (const [id, test] of Object.entries(found.tests || {}).slice(0, 20)) {
      const known = cleanedTest(test);
      if (/^[\w-]{1,60}$/.test(id) && known) data.tests[id] = known;
    }
    if (typeof found.resume === "string" && PATH.test(found.resume)) data.resume = found.resume;
    return data;
  }

  /** @param {any} test */
  function cleanedTest(test) {
    if (!test || !DAY.test(String(test.date))) return null;
    const score = Number(test.score);
    const total = Number(test.total);
    if (!Number.isInteger(score) || !Number.isInteger(total) || score < 0 || total < 1 || score > total || total > MOST) return null;
    const skip = Array.isArray(test.skip) ? test.skip.filter((/** @type {any} */ one) => /^[\w-]{1,60}$/.test(one)) : [];
    return { score, total, date: String(test.date), skip };
  }

  /** The stored text, or undefined when this browser does not let us look. */
  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  function read() {
    const text = refused ? undefined : stored();
    if (text === undefined) return structuredClone(memory);
    if (text === null) return empty();
    try {
      const found = JSON.parse(text);
      if (found && found.version === VERSION) return cleaned(found);
    } catch {
      // Handled below, like data of a newer version.
    }
    keepAside(text);
    return empty();
  }

  /** What cannot be read is never thrown away. @param {string} text */
  function keepAside(text) {
    try {
      const taken = localStorage.getItem(ASIDE) !== null;
      localStorage.setItem(taken ? `${ASIDE}-${Date.now()}` : ASIDE, text);
      localStorage.removeItem(KEY);
    } catch {
      // No room to keep it aside: then nothing may come in its place.
      refused = true;
    }
  }

  /** @param {(data: Progress) => void} fn */
  function change(fn) {
    const data = read();
    fn(data);
    memory = cleaned(data);
    try {
      if (!refused) localStorage.setItem(KEY, JSON.stringify(memory));
    } catch {
      refused = true;
    }
    window.dispatchEvent(new Event("opslag"));
    return !refused;
  }

  function available() {
    try {
      const probe = `${KEY}-proef`;
      localStorage.setItem(probe, "1");
      localStorage.removeItem(probe);
      return true;
    } catch {
      return false;
    }
  }

  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) window.dispatchEvent(new Event("opslag"));
  });

  window.siteOpslag = {
    read,
    change,
    cleaned,
    available: available(),
    today: () => new Date().toLocaleDateString("sv-SE"),
    shown: (day) => day.split("-").reverse().map(Number).join("/"),
  };
})();
