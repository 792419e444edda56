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
  const entries = index.map(([title, kind, address, words]) => ({
    title, kind, address, name: plain(title), all: ` ${plain(`${title} ${words}`)}`,
  }));

  // Hoe goed iets past: het laagst is het best, -1 is niet.
  function rank(entry, query, parts) {
    if (!parts.every((part) => entry.all.includes(part))) return -1;
    if (entry.name === query) return 0;
    if (entry.name.startsWith(query)) return 1;
    if (` ${entry.name}`.includes(` ${query}`)) return 2;
    return parts.every((part) => entry.all.includes(` ${part}`)) ? 3 : 4;
  }

  function found(text) {
    const query = plain(text);
    if (!query) return [];
    const parts = query.split(" ");
    return entries
      .map((entry, place) => ({ entry, place, rank: rank(entry, query, parts) }))
      .filter((one) => one.rank >= 0)
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .map((one) => one.entry);
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

  function sentence(query, number) {
    const word = number === 0 ? "none" : number === 1 ? "one" : number > SHOWN ? "first" : "many";
    const shown = { query, number, shown: SHOWN };
    return form.dataset[word].replace(/\{(\w+)\}/g, (_, name) => shown[name]);
  }

  function search() {
    const query = input.value.trim();
    const all = found(query);
    list.replaceChildren(...all.slice(0, SHOWN).map(item));
    status.textContent = plain(query) ? sentence(query, all.length) : "";
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
