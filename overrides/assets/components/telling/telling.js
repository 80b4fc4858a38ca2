// Reads and writes counts per quarter as CSV text. `monitoring` uses `siteTelling`; nothing here shows anything.
(() => {
  const MOST = { signs: 200_000, rows: 60, count: 100_000 };
  const TEXT = {
    tooLarge: "Dit is te groot voor een lijst van kwartalen.",
    binary: "Dit is geen csv-bestand. Kies in je rekenblad: opslaan als 'CSV UTF-8'.",
    noRows: "Er staat geen enkel kwartaal in.",
    /** @param {number} line @param {string} what */
    at: (line, what) => `Regel ${line}: ${what}`,
    unclosed: "een aanhalingsteken wordt niet gesloten.",
    /** @param {string} name */
    missing: (name) => `kolom '${name}' ontbreekt. Neem de eerste regel van het sjabloon over.`,
    /** @param {string} name */
    twice: (name) => `kolom '${name}' staat er twee keer.`,
    /** @param {string} name */
    unknown: (name) =>
      `kolom '${name}' kennen we niet. Hier horen alleen de aantallen van het sjabloon: geen namen, geen totalen, geen andere tekst.`,
    /** @param {number} found @param {number} expected */
    cells: (found, expected) => `${found} velden in plaats van ${expected}. Staat er een komma of puntkomma te veel of te weinig?`,
    /** @param {string} value */
    period: (value) => `'${value}' is geen kwartaal. Schrijf bijvoorbeeld 2027-Q1.`,
    /** @param {string} period */
    repeated: (period) => `${period} staat er twee keer.`,
    tooMany: `meer dan ${MOST.rows} kwartalen.`,
    /** @param {string} value */
    formula: (value) => `'${value}' leest een rekenblad als een formule. Plak de waarde zelf.`,
    negative: "een aantal kan niet negatief zijn.",
    fraction: "een aantal is een heel getal, zonder cijfers na de komma.",
    large: "hoogstens 100.000.",
    /** @param {string} value */
    text: (value) => `'${value}' is geen aantal. Alleen cijfers, geen tekst.`,
    /** @param {string} part @param {string} whole */
    part: (part, whole) => `${part}: dat is meer dan '${whole}', waar het een deel van is.`,
  };
  // Also in the wide forms of Chinese and Japanese keyboards.
  const FORMULA = /^\s*[=+@\uFF1D\uFF0B\uFF20\uFF0D-]/;

  /** What a person wrote, short enough to repeat. @param {string} value */
  const short = (value) => (value.length > 30 ? `${value.slice(0, 30)}…` : value);

  /** The filled rows of a CSV text, each with its line; `unclosed` is the line of a quotation that never ends, or 0.
   * @param {string} text @param {string} separator */
  const cut = (text, separator) => {
    let line = 1;
    let row = { line, cells: [""] };
    let quoted = false;
    const rows = [row];
    for (let index = 0; index < text.length; index += 1) {
      const sign = text[index];
      const last = row.cells.length - 1;
      if (sign === "\n") line += 1;
      if (quoted) {
        if (sign !== '"') row.cells[last] += sign;
        else if (text[index + 1] === '"') row.cells[last] += text[(index += 1)];
        else quoted = false;
      } else if (sign === '"' && !row.cells[last]) quoted = true;
      else if (sign === separator) row.cells.push("");
      else if (sign === "\n") rows.push((row = { line, cells: [""] }));
      else row.cells[last] += sign;
    }
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim())), unclosed: quoted ? row.line : 0 };
  };

  /** A count, null when nothing is written, or the sentence that says what is wrong. @param {string} written */
  const count = (written) => {
    const value = written.trim();
    if (!value) return null;
    if (/^[-\u2212\u2013]\s*\d+$/.test(value)) return TEXT.negative;
    if (FORMULA.test(value)) return TEXT.formula(short(value));
    if (/^\d[\d.\s]*,\d+$|^\d+\.\d{1,2}$/.test(value)) return TEXT.fraction;
    if (!/^\d+$|^\d{1,3}([.\s]\d{3})+$/.test(value)) return TEXT.text(short(value));
    const number = Number(value.replace(/\D/g, ""));
    return number > MOST.count ? TEXT.large : number;
  };

  /** `2027-Q1`, also written as 2027-K1, 2027Q1 or 2027 k1; empty when it is none. @param {string} written */
  const period = (written) => {
    const match = /^(20\d\d)[\s-]*[qk]([1-4])$/i.exec(written.trim());
    return match ? `${match[1]}-Q${match[2]}` : "";
  };

  /** @param {string[]} names @param {TellingColumns} columns */
  const columnFaults = (names, columns) => {
    const needed = [columns.period, ...columns.counts.map(({ name }) => name)];
    return [
      ...names.filter((name) => ![...needed, columns.remark].includes(name)).map((name) => TEXT.unknown(short(name))),
      ...names.filter((name, index) => names.indexOf(name) < index).map(TEXT.twice),
      ...needed.filter((name) => !names.includes(name)).map(TEXT.missing),
    ];
  };

  /** Where a part is more than its whole. @param {(number | null)[]} counts @param {TellingColumns} columns */
  const partFaults = (counts, { counts: columns }) =>
    columns.flatMap(({ label, partOf }, index) => {
      const whole = columns.findIndex(({ name }) => name === partOf);
      const wrong = whole >= 0 && counts[whole] !== null && (counts[index] ?? 0) > counts[whole];
      return wrong ? [TEXT.part(label, columns[whole].label)] : [];
    });

  /** One row and what is wrong with it. @param {string[]} cells @param {string[]} names @param {TellingColumns} columns */
  const readRow = (cells, names, columns) => {
    const cell = (/** @type {string} */ name) => (cells[names.indexOf(name)] || "").trim();
    const row = { period: period(cell(columns.period)), counts: /** @type {(number | null)[]} */ ([]), remark: cell(columns.remark) };
    /** @type {string[]} */
    const faults = row.period ? [] : [TEXT.period(short(cell(columns.period)))];
    for (const { name, label } of columns.counts) {
      const value = count(cell(name));
      if (typeof value === "string") faults.push(`${label}: ${value}`);
      row.counts.push(typeof value === "string" ? null : value);
    }
    faults.push(...partFaults(row.counts, columns));
    if (FORMULA.test(row.remark)) faults.push(`${columns.remark}: ${TEXT.formula(short(row.remark))}`);
    return { row, faults };
  };

  /** The rows in the order of time, and what is wrong, in sentences; an empty text has neither.
   * @param {string} written @param {TellingColumns} columns @returns {{ rows: TellingRow[], faults: string[] }} */
  const read = (written, columns) => {
    const refused = (/** @type {string[]} */ ...faults) => ({ rows: [], faults });
    if (written.length > MOST.signs) return refused(TEXT.tooLarge);
    const text = written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    if (!text.trim()) return refused();
    if (text.startsWith("PK") || text.includes("\0")) return refused(TEXT.binary);
    // Excel may say in a first line of its own what parts the cells.
    const said = /^sep=(.)\n/i.exec(text);
    const body = said ? `\n${text.slice(said[0].length)}` : text;
    const top = body.trimStart().split("\n")[0];
    const separator = said?.[1] || [";", ",", "\t"].sort((one, two) => top.split(two).length - top.split(one).length)[0];
    const { rows: [head, ...lines], unclosed } = cut(body, separator);
    if (unclosed) return refused(TEXT.at(unclosed, TEXT.unclosed));
    if (!head) return refused(TEXT.noRows);
    const names = head.cells.map((name) => name.trim().toLowerCase());
    while (!names[names.length - 1]) names.pop();
    const wrong = columnFaults(names, columns);
    if (wrong.length) return refused(...wrong.map((what) => TEXT.at(head.line, what)));
    if (!lines.length) return refused(TEXT.noRows);
    if (lines.length > MOST.rows) return refused(TEXT.at(lines[MOST.rows].line, TEXT.tooMany));
    /** @type {TellingRow[]} */
    const rows = [];
    const faults = lines.flatMap(({ line, cells }) => {
      // One more is no slip: between commas `3,5` would be two counts.
      if (cells.length !== head.cells.length) return [TEXT.at(line, TEXT.cells(cells.length, head.cells.length))];
      const { row, faults: found } = readRow(cells, names, columns);
      if (row.period && rows.some((one) => one.period === row.period)) found.push(TEXT.repeated(row.period));
      rows.push(row);
      return found.map((what) => TEXT.at(line, what));
    });
    return { rows: sorted(rows), faults };
  };

  /** @param {TellingRow[]} rows */
  const sorted = (rows) => rows.sort((one, two) => (one.period < two.period ? -1 : 1));

  /** The text that `read` reads back. @param {TellingRow[]} rows @param {TellingColumns} columns */
  const write = (rows, columns) => {
    const quoted = (/** @type {string} */ text) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const head = [columns.period, ...columns.counts.map(({ name }) => name), columns.remark].join(";");
    const lines = sorted(rows).map((row) => [row.period, ...row.counts.map((value) => value ?? ""), quoted(row.remark)].join(";"));
    return [head, ...lines, ""].join("\n");
  };

  window.siteTelling = { read, write, count, period, partFaults };
})();
