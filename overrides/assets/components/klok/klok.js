// The countdown of an exercise. It goes on while the room looks at another screen; one at a time is enough.
(() => {
  const TEXT = { label: "Tijd voor deze oefening", start: "Start", pause: "Pauze", more: "+1 minuut", minute: "Nog één minuut.", over: "De tijd is om." };
  const element = window.siteElement;

  /** @param {(text: string) => void} say tells a screen reader */
  function klok(say) {
    const time = { left: 0, running: 0, of: "" };
    const face = element("p", { class: "klok__tijd", role: "timer" });
    const run = button("", toggle);
    const more = button(TEXT.more, () => set(time.left + 60, time.of));
    const box = element("div", { class: "klok", role: "group", "aria-label": TEXT.label }, face, run, more);

    /** @param {number} seconds @param {string} of the exercise it belongs to */
    function set(seconds, of) {
      const again = time.running;
      if (again) toggle();
      time.left = seconds;
      time.of = of;
      if (again) toggle();
      show();
    }

    function show() {
      face.textContent = `${Math.floor(time.left / 60)}:${String(time.left % 60).padStart(2, "0")}`;
      run.textContent = time.running ? TEXT.pause : TEXT.start;
      box.classList.toggle("klok--om", !time.left);
    }

    function toggle() {
      if (time.running) {
        clearInterval(time.running);
        time.running = 0;
      } else if (time.left) {
        // By the clock and not by counting ticks: a browser slows the ticks of a tab in the background.
        const ends = Date.now() + time.left * 1000;
        time.running = setInterval(() => tick(Math.max(0, Math.round((ends - Date.now()) / 1000))), 250);
      }
      show();
    }

    /** @param {number} left */
    function tick(left) {
      if (left === time.left) return;
      time.left = left;
      if (left === 60) say(TEXT.minute);
      if (!left) {
        toggle();
        say(TEXT.over);
      }
      show();
    }

    /** At an exercise it stands ready, elsewhere it shows only while it runs. @param {string} id @param {number} minutes */
    function at(id, minutes) {
      box.hidden = !minutes && !time.running;
      box.classList.toggle("klok--elders", !minutes);
      if (minutes && !time.running && time.of !== id) set(minutes * 60, id);
    }

    return { box, at, toggle, stop: () => time.running && toggle() };
  }

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = element("button", { class: "presenteren__knop", type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  window.siteKlok = klok;
})();
