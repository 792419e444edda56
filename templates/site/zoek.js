// Zoeken in namen, zonder server: de lijst staat in zoekindex.js. De zinnen staan in de pagina.
"use strict";
(function () {
  const form = document.getElementById("zoeken");
  const index = window.kansrijkIndex;
  if (!form || !index) return;

  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ul");
  const SHOWN = 20;

  // Zonder accenten en leestekens, zodat "sudwest" ook Súdwest-Fryslân vindt.
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const words = (text) => plain(text).split(" ").filter(Boolean);
  // "CenteringZwangerschap" is ook te vinden met "zwangerschap".
  const parted = (text) => text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const entries = index.map(([title, kind, address, others]) => ({
    title, kind, address, name: plain(title),
    words: [...new Set(words(`${title} ${parted(title)} ${others} ${parted(others)}`))],
  }));

  const EXACT = 0, BEGINS = 1, HAS = 2, WORDS = 3, INSIDE = 4, NEAR = 5, NOT = 6;
  // Korter dan dit is een stuk uit het midden van een woord toeval, en een tikfout een ander woord.
  const LONG = 5;

  // In hoeveel letters een woord anders begint dan wat is getypt; twee verwisselde letters zijn er een.
  function typos(typed, word) {
    let before = [], row = Array.from({ length: word.length + 1 }, (_, place) => place);
    for (let i = 1; i <= typed.length; i++) {
      const next = [i];
      for (let j = 1; j <= word.length; j++) {
        const other = typed[i - 1] === word[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + other);
        const swapped = i > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
        if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return Math.min(...row);
  }

  // Hoe goed een woord past: aan het begin, ergens in het midden, of met een tikfout.
  function fit(part, word) {
    if (word.startsWith(part)) return WORDS;
    if (part.length < LONG) return NOT;
    if (word.includes(part)) return INSIDE;
    return typos(part, word) <= (part.length < 8 ? 1 : 2) ? NEAR : NOT;
  }

  // Hoe goed iets past: het laagst is het best.
  function rank(entry, query, parts) {
    if (entry.name === query) return EXACT;
    if (entry.name.startsWith(query)) return BEGINS;
    if (` ${entry.name}`.includes(` ${query}`)) return HAS;
    const best = (part) => Math.min(NOT, ...entry.words.map((word) => fit(part, word)));
    return Math.max(...parts.map(best));
  }

  function found(text) {
    const query = plain(text);
    if (!query) return { all: [], isNear: false };
    const parts = words(text);
    const ranked = entries
      .map((entry, place) => ({ entry, place, rank: rank(entry, query, parts) }))
      .filter((one) => one.rank < NOT)
      .sort((a, b) => a.rank - b.rank || a.place - b.place);
    // Wat er alleen op lijkt, is pas van belang als niets echt past.
    const isNear = ranked.length > 0 && ranked[0].rank === NEAR;
    const all = ranked.filter((one) => isNear || one.rank < NEAR).map((one) => one.entry);
    return { all, isNear };
  }

  function item(entry) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    const title = document.createElement("strong");
    const kind = document.createElement("span");
    link.href = entry.address;
    title.textContent = entry.title;
    kind.textContent = entry.kind;
    link.append(title, " ", kind);
    row.append(link);
    return row;
  }

  function sentence(query, number, isNear) {
    const some = number === 1 ? "one" : number > SHOWN ? "first" : "many";
    const word = number === 0 ? "none" : isNear ? "near" : some;
    const shown = { query, number, shown: SHOWN };
    return form.dataset[word].replace(/\{(\w+)\}/g, (_, name) => shown[name]);
  }

  function search() {
    const query = input.value.trim();
    const { all, isNear } = found(query);
    list.replaceChildren(...all.slice(0, SHOWN).map(item));
    status.textContent = plain(query) ? sentence(query, all.length, isNear) : "";
  }

  // Met de pijlen door de resultaten, met Escape terug, met Enter naar het eerste.
  function move(event) {
    const links = [...list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (event.key === "Escape" && here >= 0) {
      input.focus();
    } else if (event.key === "ArrowDown" && links.length) {
      links[Math.min(here + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && here >= 0) {
      (links[here - 1] || input).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  input.addEventListener("input", search);
  form.addEventListener("keydown", move);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  form.hidden = false;
  if (input.value) search();
})();
