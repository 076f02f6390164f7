/* Beside words that are written: the ruler moves while one types, and the browser's own voice reads the menu. Everything also works without. */
"use strict";
(() => {
  const places = document.getElementById("places")?.dataset ?? {};
  const of = (language) => JSON.parse(places[language] || "{}");
  const fill = (text, language) => text.replace(/\{(\w+)\}/g, (whole, name) => of(language)[name] ?? whole);

  /* ---- The ruler: the same counting as checkin/domain/gsm.py ---- */
  const BASIC = "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9 !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";
  const EXTENSION = "\f^{}\\[~]|\u20ac";
  const LIKE = { "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u00b4": "'", "`": "'", "\u02bc": "'", "\u2032": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2022": "-", "\u2026": "...", "\t": " ", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u0131": "i", "\u0153": "oe", "\u0152": "OE", "\u00fe": "th", "\u00de": "Th", "\u00f0": "d", "\u00d0": "D" };
  const known = (text) => [...text].every((one) => BASIC.includes(one) || EXTENSION.includes(one));
  function folded(letter) {
    const like = LIKE[letter] ?? letter;
    if (known(like)) return like;
    if (/^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u.test(like)) return "";
    const plain = [...like.normalize("NFKD")].map((one) => LIKE[one] ?? one).filter((one) => !/\p{Mn}/u.test(one)).join("");
    return known(plain) ? plain : letter;
  }
  const wideLetter = (letter) => letter.length > 1 || /\p{Cc}/u.test(letter);
  const travels = (text, wide) => [...text.normalize("NFC")].map((one) => (wide ? (wideLetter(one) ? "" : one) : folded(one))).join("");
  function measure(text, wide) {
    const sent = travels(text, wide), letters = [...sent], ucs2 = !known(sent);
    const odd = [...new Set(wide ? [...text].filter(wideLetter) : letters.filter((one) => !known(one)))];
    const cost = ucs2 ? (one) => one.length : (one) => (EXTENSION.includes(one) ? 2 : 1);
    const [single, many] = ucs2 ? [70, 67] : [160, 153];
    let length = 0, parts = 1, used = 0;
    for (const one of letters) {
      length += cost(one);
      if (used + cost(one) > many) { parts += 1; used = 0; }
      used += cost(one);
    }
    if (length <= single) parts = 1;
    return { sent, length, parts, room: parts === 1 ? single : parts * many, odd: odd.join("") };
  }
  const say = (pattern, ...values) => values.reduce((text, value) => text.replace("#", value), pattern);
  function show(area) {
    const ruler = document.querySelector(`.ruler[data-for="${area.id}"]`), filled = document.querySelector(`[data-filled="${area.id}"]`);
    if (!ruler) return;
    const words = ruler.dataset, text = fill(area.value.trim(), area.dataset.ruler);
    const { sent, length, parts, room, odd } = measure(text, "wide" in words);
    if (filled) filled.textContent = sent;
    ruler.querySelector(".used").setAttribute("width", String(Math.min(100, (100 * length) / room)));
    ruler.querySelector(".bar").classList.toggle("over", parts > Number(words.most));
    const told = document.createElement("b");
    told.textContent = say(words.of, length, room);
    ruler.querySelector(".said").replaceChildren(told, ` · ${parts === 1 ? words.fits : say(words.parts, parts)}${odd ? ` · ${words.odd} ${odd}` : ""}`);
  }
  for (const area of document.querySelectorAll("[data-ruler]")) area.addEventListener("input", () => show(area));

  /* ---- Luister: the voice of this computer, not that of the telephone ---- */
  const voice = window.speechSynthesis;
  for (const button of document.querySelectorAll("[data-listen]")) {
    if (!voice || !window.SpeechSynthesisUtterance) continue;
    button.hidden = false;
    const words = button.textContent, told = button.nextElementSibling;
    const quiet = () => { button.textContent = words; };
    button.addEventListener("click", () => {
      if (voice.speaking) { voice.cancel(); quiet(); return; }
      const language = button.dataset.language;
      const fitting = voice.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));
      told.textContent = fitting ? "" : button.dataset.none;
      if (!fitting) return;
      const sentences = button.dataset.listen.split(" ").flatMap((id) => document.getElementById(id).value.split("\n")).filter((line) => line.trim());
      button.textContent = button.dataset.stop;
      sentences.forEach((sentence, place) => {
        const said = Object.assign(new SpeechSynthesisUtterance(fill(sentence, language)), { lang: fitting.lang, voice: fitting, rate: 0.9 });
        if (place === sentences.length - 1) said.onend = quiet;
        voice.speak(said);
      });
    });
  }
})();
