/* Beside the notes about a talk: how many characters are left, and a gentle word about medical details. Everything also works without. */
"use strict";
(() => {
  const form = document.querySelector("form[data-medical]");
  if (!form) return;

  /* ---- The same looking as checkin/domain/medical_words.py; it never holds anything back ---- */
  const stems = form.dataset.medical.split("|").map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const medical = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${stems.join("|")})[\\p{L}\\p{N}_-]*`, "u");
  function hint(area) {
    const plain = area.value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(), found = plain.match(medical);
    let line = area.parentElement.querySelector(".medical");
    if (!found) { line?.remove(); return; }
    if (!line) {
      line = Object.assign(document.createElement("p"), { className: "hint medical" });
      line.setAttribute("aria-live", "polite");
      area.after(line);
    }
    const words = form.dataset.medicalWords.replace("#", found[0]);
    if (line.textContent !== words) line.textContent = words;
  }
  for (const area of form.querySelectorAll("textarea, input[type=text]")) {
    area.addEventListener("input", () => hint(area));
    hint(area);
  }

  /* ---- What is left, said only near the end ---- */
  for (const box of form.querySelectorAll("[data-counted-in]")) {
    const area = box.querySelector("textarea"), told = box.querySelector(".count-left");
    const count = () => {
      const left = area.maxLength - area.value.length;
      told.hidden = left > 300;
      told.textContent = told.hidden ? "" : box.dataset.countedIn.replace("#", left);
    };
    area.addEventListener("input", count);
    count();
  }
})();
