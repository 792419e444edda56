// Alleen bij `kansrijk serve`: laadt de pagina opnieuw als de site opnieuw is gemaakt.
"use strict";
(function () {
  const mark = document.querySelector('meta[name="kansrijk-number"]');
  const events = new EventSource("/herlaad");
  events.onmessage = (event) => {
    if (mark && event.data !== mark.content) location.reload();
  };
})();
