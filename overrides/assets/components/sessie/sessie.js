// Plans a session: what fits in the time, minute by minute, by the rules of scripts/content/agenda.py, fitting.py and session.py,
// whose numbers come along as data. It touches no page: tests/content/test_agenda.py runs it beside them and compares.
(() => {
  const CORE = ["explanation", "group"];

  /** What to drop first comes first (fitting.py). @param {SessionPart[]} parts @returns {SessionStep[]} */
  function dropOrder(parts) {
    /** @param {(part: SessionPart) => boolean} test */
    const backwards = (test) => parts.flatMap((part, place) => (test(part) ? [place] : [])).reverse();
    /** @param {string} kind @param {number[]} places */
    const each = (kind, places) => places.map((place) => ({ kind, places: [place] }));
    /** @param {SessionLesson} lesson @param {(part: SessionPart) => boolean} [test] */
    const of = (lesson, test) =>
      backwards((part) => part.lesson === lesson && CORE.includes(part.kind) && (!test || test(part))).reverse();
    const steps = ["solo", "conversation", "quiz"].flatMap((kind) => each(kind, backwards((part) => part.kind === kind)));
    const lessons = [...new Set(parts.filter((part) => CORE.includes(part.kind)).map((part) => part.lesson))];
    /** @type {Map<string, SessionLesson[]>} */
    const left = new Map();
    lessons.forEach((lesson) => left.set(lesson.module, [...(left.get(lesson.module) || []), lesson]));
    /** @param {SessionLesson} lesson */
    const many = (lesson) => (left.get(lesson.module) || []).length;
    for (;;) {
      const several = lessons.filter((lesson) => many(lesson) > 1);
      const others = several.filter((lesson) => !lesson.crisis);
      const from = others.length ? others : several;
      const last = from.filter((lesson) => many(lesson) === Math.max(...from.map(many))).pop();
      const lesson = last && left.get(last.module)?.pop();
      if (!lesson) break;
      steps.push({ kind: "lesson", places: of(lesson) });
    }
    const first = [...left.values()].map((one) => one[0]);
    steps.push(...each("explanation", backwards((part) => first.includes(part.lesson) && CORE.includes(part.kind) && !part.core)));
    first.slice(1).reverse().forEach((lesson) => steps.push({ kind: "module", places: of(lesson, (part) => part.core) }));
    const own = first.slice(0, 1).flatMap((lesson) => of(lesson, (part) => part.core).reverse());
    steps.push(...each("group", own.filter((place) => parts[place].kind === "group")));
    steps.push(...each("core", own.filter((place) => parts[place].kind !== "group")));
    return steps.filter((step) => step.places.length);
  }

  /** @param {SessionPart[]} parts @returns {SessionStep[]} */
  function late(parts) {
    const steps = dropOrder(parts).filter((step) => !["group", "core"].includes(step.kind));
    const places = steps.flatMap((step) => (step.kind === "quiz" ? step.places : [])).sort((one, other) => one - other);
    const alone = (/** @type {SessionStep} */ step) => ["solo", "conversation"].includes(step.kind);
    return [
      ...steps.filter(alone),
      ...(places.length ? [{ kind: "quiz", places }] : []),
      ...steps.filter((step) => !alone(step) && step.kind !== "quiz"),
    ];
  }

  /** @param {SessionPart[]} parts */
  const total = (parts) => parts.reduce((sum, part) => sum + part.minutes, 0);

  /** @param {SessionPart[]} parts @param {number} minutes */
  function fitting(parts, minutes) {
    let kept = new Set(parts.keys());
    const given = () => [...kept].sort((one, other) => one - other).map((place) => parts[place]);
    /** @type {SessionStep[]} */
    const dropped = [];
    for (const step of dropOrder(parts)) {
      if (total(given()) <= minutes) break;
      step.places.forEach((place) => kept.delete(place));
      dropped.push(step);
    }
    for (const step of dropped.reverse()) {
      const again = new Set([...kept, ...step.places]);
      if (total([...again].map((place) => parts[place])) <= minutes && mayReturn(given(), parts[step.places[0]], step.kind)) kept = again;
    }
    return given();
  }

  /** @param {SessionPart[]} here @param {SessionPart} part @param {string} kind */
  function mayReturn(here, part, kind) {
    if (kind === "conversation") return here.some((one) => one.lesson.module === part.lesson.module);
    if (["quiz", "solo"].includes(kind)) return here.some((one) => place(one) === place(part));
    return true;
  }

  /** @param {SessionPart} part */
  const place = (part) => `${part.lesson.name} ${part.section}`;

  /** How long each break lasts. @param {SessionRules} rules @param {number} minutes @returns {number[]} */
  function breaks(rules, minutes) {
    const number = Math.ceil(minutes / rules.mostWithoutBreak) - 1;
    const each = Array(number).fill(rules.breaks[minutes >= rules.halfDay ? 1 : 0]);
    if (minutes >= rules.day) each[Math.floor((number - 1) / 2)] = rules.breaks[2];
    return each;
  }

  /** @param {SessionRules} rules @param {number} minutes */
  const closing = (rules, minutes) => rules.closing[minutes >= rules.halfDay ? 1 : 0];
  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  /** @param {SessionRules} rules @param {number} minutes */
  const neededSlack = (rules, minutes) => Math.ceil((minutes - sum(breaks(rules, minutes))) / rules.slackPart);

  /** The rows of a session (agenda.py). @param {SessionRules} rules @param {SessionPart[]} parts @param {number} minutes */
  function agenda(rules, parts, minutes) {
    /** @param {string} kind @param {number} lasts @param {SessionPart[]} [own] @returns {SessionRow} */
    const row = (kind, lasts, own = []) => ({ kind, minutes: lasts, parts: own, start: 0 });
    const rows = [row("opening", rules.opening), ...grouped(parts, row), row("closing", closing(rules, minutes))];
    const lengths = breaks(rules, minutes);
    const where = cuts(rules, rows, lengths.length);
    const slack = minutes - sum(rows.map((one) => one.minutes)) - sum(lengths.slice(0, where.length));
    const stretches = [0, ...where].map((start, number) => rows.slice(start, where[number] ?? rows.length));
    const spare = shared(stretches.map((stretch) => sum(stretch.map((one) => one.minutes))), slack);
    const made = stretches.flatMap((stretch, number) => {
      const extra = spare[number] ? [row("slack", spare[number])] : [];
      if (number === where.length) return [...stretch.slice(0, -1), ...extra, stretch[stretch.length - 1]];
      return [...stretch, ...extra, row(lengths[number] === rules.breaks[2] ? "lunch" : "break", lengths[number])];
    });
    let start = 0;
    for (const one of made) {
      one.start = start;
      start += one.minutes;
    }
    const longest = Math.max(...stretches.map((stretch, number) => sum(stretch.map((one) => one.minutes)) + spare[number]));
    return { rows: made, slack, needed: neededSlack(rules, minutes), longest };
  }

  /** @param {SessionPart[]} parts @param {(kind: string, minutes: number, parts: SessionPart[]) => SessionRow} row */
  function grouped(parts, row) {
    /** @type {SessionRow[]} */
    const made = [];
    for (const part of parts) {
      const before = made[made.length - 1];
      const together = part.kind === "quiz" && before && ["explanation", "quiz"].includes(before.kind);
      if (together && place(before.parts[before.parts.length - 1]) === place(part)) {
        before.minutes += part.minutes;
        before.parts.push(part);
      } else made.push(row(part.kind, part.minutes, [part]));
    }
    return made;
  }

  /** @param {SessionRules} rules @param {SessionRow[]} rows @param {number} number */
  function cuts(rules, rows, number) {
    const all = sum(rows.map((row) => row.minutes));
    /** @type {number[]} */
    const found = [];
    for (let count = 0; count < number; count++) {
      /** @param {number} cut */
      const badness = (cut) => {
        const off = Math.abs((number + 1) * sum(rows.slice(0, cut).map((row) => row.minutes)) - (found.length + 1) * all);
        const before = rows[cut - 1].parts[rows[cut - 1].parts.length - 1];
        const after = rows[cut].parts[0];
        if (before.lesson === after.lesson) return off + (number + 1) * (place(before) === place(after) ? rules.insideSection : rules.insideLesson);
        return off;
      };
      let best = (found[found.length - 1] ?? 1) + 1;
      for (let cut = best; cut < rows.length - 1; cut++) if (badness(cut) < badness(best)) best = cut;
      if (best < rows.length - 1) found.push(best);
    }
    return found;
  }

  /** @param {number[]} lengths @param {number} slack */
  function shared(lengths, slack) {
    const spare = lengths.map(() => Math.floor(Math.max(0, slack) / (2 * lengths.length)));
    for (let rest = slack - sum(spare); rest > 0; rest--) {
      const full = lengths.map((length, number) => length + spare[number]);
      spare[full.indexOf(Math.min(...full))] += 1;
    }
    return spare;
  }

  /** What a choice gives (session.py). @param {SessionData} data @param {SessionChoice} choice */
  function plan(data, choice) {
    const { rules, crisis } = data;
    const { minutes } = choice;
    const asked = data.lessons.filter(
      (lesson) => choice.modules.includes(lesson.module) && (!choice.role || lesson.roles.includes(choice.role)),
    );
    const alone = choice.facilitators < crisis.facilitators;
    const short = minutes < crisis.shortest;
    /** @param {SessionLesson} lesson @param {SessionActivity} part */
    const stays = (lesson, part) => (crisis.short[lesson.name] || []).includes(part.section) && ["explanation", "quiz"].includes(part.kind);
    const wanted = asked.flatMap((lesson) =>
      lesson.parts
        .filter((part) => !lesson.crisis || (!alone && (!short || stays(lesson, part))))
        .map((part) => ({ ...part, lesson })),
    );
    const budget = minutes - sum(breaks(rules, minutes)) - rules.opening - closing(rules, minutes) - neededSlack(rules, minutes);
    const parts = fitting(wanted, budget);
    const made = agenda(rules, parts, minutes);
    const about = asked.some((lesson) => lesson.crisis);
    /** @type {Record<string, boolean>} */
    const remarks = {
      alone: about && alone,
      short: about && !alone && short,
      crisis: parts.some((part) => part.lesson.crisis),
      nothing: !wanted.length,
      impossible: wanted.length > 0 && !parts.length,
      spare: parts.length > 0 && made.slack > 2 * made.needed,
      long: made.longest > rules.mostWithoutBreak,
    };
    const leftOut = asked.filter((lesson) => !parts.some((part) => part.lesson === lesson));
    return { ...made, parts, leftOut, late: late(parts), remarks: Object.keys(remarks).filter((name) => remarks[name]), items: items(parts) };
  }

  /** The session as presenting reads it from an address. @param {SessionPart[]} parts */
  function items(parts) {
    return [...new Set(parts.map((part) => part.lesson))]
      .map((lesson) => {
        const given = parts.filter((part) => part.lesson === lesson);
        const missing = lesson.parts.filter((one) => !given.some((part) => part.anchor === one.anchor && part.kind === one.kind));
        const skipped = missing.map((one) => (given.some((part) => part.section === one.section) ? one.anchor : one.section));
        return lesson.name + (skipped.length ? `~${[...new Set(skipped)].map(encodeURIComponent).join(".")}` : "");
      })
      .join(",");
  }

  window.siteSessie = { plan };
})();
