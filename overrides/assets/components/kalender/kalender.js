// A file for the reader's own calendar, with one event: the components that make one share it.
(() => {
  /** RFC 5545: lines end in CRLF, commas and semicolons are escaped, lines are folded before 75 bytes (24 signs of at most 3). @param {string} name @param {string[]} times @param {{ summary: string, description: string }} said */
  function calendar(name, times, said) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//Hikikomori in beeld//${name}//NL`,
      "BEGIN:VEVENT",
      `UID:${stamp}-${Math.random().toString(36).slice(2)}@hikikomori-in-beeld`,
      `DTSTAMP:${stamp}`,
      ...times,
      `SUMMARY:${escaped(said.summary)}`,
      `DESCRIPTION:${escaped(said.description)}`,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ];
    return lines.map(folded).join("\r\n");
  }

  /** @param {string} text */
  const escaped = (text) => text.replace(/([\\,;])/g, "\\$1").replace(/\n/g, "\\n");
  /** @param {string} line */
  const folded = (line) => line.replace(/(.{1,24})/gu, "$1\r\n ").replace(/\r\n $/, "");

  window.siteKalender = {
    /** Offers the file to the reader. */
    save(name, times, said) {
      window.siteBestand(`${name}.ics`, "text/calendar", calendar(name, times, said));
    },
  };
})();
