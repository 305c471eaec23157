/* What a visitor types into a list of places is compared with every spelling of their names: without accents and
   apostrophes, in each of our languages, and by code. The list shows and reads out the same names as before. */
(function () {
  "use strict";

  const APOSTROPHES = /['’‘ʼʻ`´′]/g;
  // As in corridor/words/folding.py: letters without a decomposition, as they are typed where the keyboard lacks them.
  const SPECIAL = "ıøđłəҳәғқңөұүһіћђ", PLAIN = "iodlaхагкноуухичд";
  const spelled = new Map();
  let source = "", places = [];

  function folded(text) {
    const bare = text.replace(APOSTROPHES, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const plain = [...bare].map((letter) => PLAIN[SPECIAL.indexOf(letter)] ?? letter).join("");
    return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function joined(text) {
    return text.replaceAll(" ", "");
  }

  function read() {
    const text = document.querySelector("[data-spellings]")?.dataset.spellings ?? "";
    if (text === source) return;
    source = text;
    spelled.clear();
    places = text.split(";").filter(Boolean).map((place) => place.split("|"));
  }

  /* The label itself, then the spellings of each place that it names. */
  function spellings(label) {
    if (!spelled.has(label)) {
      const own = folded(label), whole = ` ${own} `;
      const named = places.filter(([name]) => whole.includes(` ${name} `));
      spelled.set(label, [own, ...named.flat()]);
    }
    return spelled.get(label);
  }

  /* 0 if the label begins so, 1 if a spelling does, 2 if each word begins a word of one of them, else 3. */
  function rank(label, wanted) {
    const texts = spellings(label), close = joined(wanted);
    if (texts[0].startsWith(wanted)) return 0;
    if (texts.slice(1).some((text) => text.startsWith(wanted) || joined(text).startsWith(close))) return 1;
    const words = ` ${texts.join(" ")}`;
    return wanted.split(" ").every((word) => words.includes(` ${word}`)) ? 2 : 3;
  }

  /* Called by Streamlit's lists, see ui/serving/bundle.py; nothing found leaves the answer to Streamlit's own search. */
  globalThis.corridorPicks = function (options, typed) {
    const wanted = folded(typed);
    if (!wanted) return null;
    read();
    const ranked = options.map((option) => [rank(option.label, wanted), option]).filter(([place]) => place < 3);
    ranked.sort((one, other) => one[0] - other[0]);
    return ranked.length ? ranked.map(([, option]) => option) : null;
  };
})();
