// Stands in for Material's search worker (the publish step gives it that file name): the engine and the index
// are fetched at the first question instead of on every page. It speaks the worker's own messages.
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  // From a disk a hidden frame stands in for the worker (overrides/assets/offline): it has no address of its own.
  const HERE = self.document ? document.currentScript.src : self.location.href;
  const ENGINE = HERE.replace(/search\.([^/]+)$/, "engine.$1");
  const INDEX = new URL("../../../search/full_index.json", HERE);
  // Words that stand in every page: alone they may be searched, beside another word they only add noise.
  const STOP_WORDS = new Set(
    ("aan al als bij dat de deze die dit door een en er ge had heb hebben heeft hem het hij hoe hun ik in is ja je jij kan kun " +
      "maar me meer men met mij mijn moet na naar niet nog nu of om onder ons ook op over te tot u uit van voor waar was wat we " +
      "wel werd wie wij wil wordt zal ze zich zij zijn zo zou").split(" ")
  );
  const listeners = [];
  const post = self.postMessage.bind(self);
  const listen = self.addEventListener.bind(self);
  let setup;
  let engine;

  const withoutStopWords = (query) => {
    const kept = query.split(/\s+/).filter((word) => !STOP_WORDS.has(word.toLowerCase()));
    return kept.join(" ").trim() ? kept.join(" ") : query;
  };

  const tellEngine = (message) => Promise.all(listeners.map((listener) => listener({ data: message })));

  const fetched = async () => {
    const answer = await fetch(INDEX);
    if (!answer.ok) throw new Error(`search index: ${answer.status}`);
    return answer.json();
  };

  const start = async () => {
    // From a disk nothing can be fetched: there the theme brings the whole index, when the search box opens.
    const index = setup.docs.length ? setup : await fetched();
    if (!listeners.length) {
      self.addEventListener = (type, listener) => (type === "message" ? listeners.push(listener) : listen(type, listener));
      self.postMessage = (message) => message.type !== READY && post(message);
      await self.importScripts(ENGINE);
    }
    await tellEngine({ type: SETUP, data: { ...index, options: setup.options } });
  };

  listen("message", async ({ data }) => {
    if (data.type === SETUP) {
      setup = data.data;
      post({ type: READY });
    } else if (data.type === QUERY && !data.data.trim()) {
      post({ type: RESULT, data: { items: [] } });
    } else if (data.type === QUERY) {
      try {
        await (engine ??= start());
        await tellEngine({ type: QUERY, data: withoutStopWords(data.data) });
      } catch (error) {
        engine = undefined; // the next key tries again
        console.warn(error);
        post({ type: RESULT, data: { items: [] } });
      }
    }
  });
})();
