// Keeps the list of telephones up to date, and opens the telephone of a number that is typed.
"use strict";

const list = document.getElementById("telephones");
let before = list.innerHTML;

async function refresh() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const after = page.getElementById("telephones");
  if (!after || after.innerHTML === before) return;
  before = after.innerHTML;
  const address = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  list.replaceChildren(...after.childNodes);
  if (address) list.querySelector(`a[href="${CSS.escape(address)}"], a[href="${address}"]`)?.focus();
}

setInterval(() => { if (!document.hidden) refresh().catch(() => {}); }, 1000);
