// Stands in for Material's search worker (the publish step gives it that file name): the engine and the index
// are fetched at the first question instead of on every page, and a first index (every title, and which page has which
// word) answers before the texts are there.
// It speaks the worker's own messages.
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  // From a disk a hidden frame stands in for the worker (overrides/assets/offline): it has no address of its own.
  const HERE = self.document ? document.currentScript.src : self.location.href;
  const ENGINE = HERE.replace(/search\.([^/]+)$/, "engine.$1");
  const INDEXES = new URL("../../../search/", HERE);
  // Words that stand in every page: alone they may be searched, beside another word they only add noise.
  const STOP_WORDS = new Set(
    ("aan al als bij dat de deze die dit door een en er ge had heb hebben heeft hem het hij hoe hun ik in is ja je jij kan kun " +
      "maar me meer men met mij mijn moet na naar niet nog nu of om onder ons ook op over te tot u uit van voor waar was wat we " +
      "wel werd wie wij wil wordt zal ze zich zij zijn zo zou").split(" ")
  );
  const listeners = [];
  const post = self.postMessage.bind(self);
  const listen = self.addEventListener.bind(self);
  // `titles` and `texts`: promises that the engine knows them; `whole`: it knows both; `found`: the question has results.
  let setup, titles, texts, question = "", whole = false, found = false;

  const withoutStopWords = (query) => {
    const kept = query.split(/\s+/).filter((word) => !STOP_WORDS.has(word.toLowerCase()));
    return kept.join(" ").trim() ? kept.join(" ") : query;
  };

  const tellEngine = (message) => Promise.all(listeners.map((listener) => listener({ data: message })));

  const ask = () => question && tellEngine({ type: QUERY, data: withoutStopWords(question) });

  const show = (items) => post({ type: RESULT, data: { items } });

  const fetched = async (name) => {
    const answer = await fetch(new URL(name, INDEXES));
    if (!answer.ok) throw new Error(`search index: ${answer.status}`);
    return answer.json();
  };

  const loadEngine = async () => {
    await null; // what is fetched beside it is asked for first: from here on this thread stands still
    if (listeners.length) return;
    self.addEventListener = (type, listener) => (type === "message" ? listeners.push(listener) : listen(type, listener));
    self.postMessage = (message) => {
      if (message.type === READY) return;
      found = message.data.items.length > 0;
      if (found || whole) post(message); // nothing in the titles says nothing of the texts
    };
    await self.importScripts(ENGINE);
    self.importScripts = () => {}; // what the engine loads for its language, the publish step put in its file
  };

  const setUp = (index) => tellEngine({ type: SETUP, data: { ...index, options: setup.options } });

  const setUpWhole = async (index) => {
    await setUp(index);
    whole = true;
    await ask();
    performance.mark("search-whole");
  };

  const start = () => {
    // From a disk nothing can be fetched: there the theme brings the whole index, when the search box opens.
    if (setup.docs.length) {
      texts ??= loadEngine().then(() => setUpWhole(setup));
    } else {
      titles ??= Promise.all([fetched("titles_index.json"), loadEngine()]).then(([index]) => setUp(index));
      texts ??= titles.then(() => fetched("full_index.json")).then(setUpWhole);
      titles.catch(() => (titles = undefined)); // the next key tries again
    }
    texts.catch(() => (texts = undefined));
  };

  const answer = async () => {
    found = false;
    try {
      start();
      await (whole ? ask() : titles?.then(ask));
      await texts;
    } catch (error) {
      console.warn(error);
      if (!found) show([]);
    }
  };

  listen("message", ({ data }) => {
    if (data.type === SETUP) {
      setup = data.data;
      post({ type: READY });
    } else if (data.type === QUERY) {
      question = data.data.trim();
      if (question) answer();
      else show([]);
    }
  });
})();
