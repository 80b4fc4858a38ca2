// The run-time of a SCORM 1.2 platform, or nothing at all: whatever it does, no call here throws.
(() => {
  const DEEPEST = 50;

  /** @typedef {Record<string, (...given: string[]) => unknown>} Api */

  /** The window and what it stands in, from the inside out. @param {Window} from @returns {Window[]} */
  function chain(from) {
    const windows = [from];
    while (windows.length < DEEPEST) {
      const last = windows[windows.length - 1];
      if (!last.parent || last.parent === last) break;
      windows.push(last.parent);
    }
    return windows;
  }

  /** @param {any} frame @returns {Api | null} */
  function offered(frame) {
    try {
      return typeof frame.API?.LMSInitialize === "function" ? frame.API : null;
    } catch {
      // A window of another site does not let us look.
      return null;
    }
  }

  /** In the windows around this one; then in those that opened one of them. @returns {Api | null} */
  function found() {
    const around = chain(window);
    const openers = around.flatMap((one) => (one.opener ? chain(one.opener) : []));
    return [...around, ...openers].map(offered).find(Boolean) || null;
  }

  /** @type {Api | null} */
  let api = null;

  /** @param {string} name @param {string[]} given */
  function call(name, ...given) {
    try {
      return String(api?.[name](...given) ?? "");
    } catch {
      return "false";
    }
  }

  window.siteScorm = {
    start() {
      api = found();
      if (call("LMSInitialize", "") === "true") return true;
      api = null;
      return false;
    },
    get: (name) => call("LMSGetValue", name),
    set: (name, value) => call("LMSSetValue", name, value) === "true",
    commit: () => call("LMSCommit", "") === "true",
    finish() {
      call("LMSFinish", "");
      api = null;
    },
  };
})();
