// One telephone: asks each second what is new, speaks what is said, and lets the keyboard press keys.
// Everything here also works without it, by plain forms and reloading.
"use strict";

const phone = document.querySelector(".phone");
const screen = document.getElementById("screen");
const announce = document.getElementById("announce");
const sound = document.getElementById("sound");
const words = phone.dataset;
let version = words.version;
let soundOn = false;
let spoken = { call: "", count: 0 };
let texts = null;
let ringing = null;

document.documentElement.classList.add("scripted");

async function look() {
  const answer = await fetch(`${words.address}?full=1`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const state = await answer.json();
  tell(state);
  if (state.version === version) return;
  version = state.version;
  await redraw();
}

async function redraw() {
  const answer = await fetch(words.address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("screen");
  if (!fresh) return;
  const focused = screen.contains(document.activeElement) ? document.activeElement.id : "";
  const fell = focused && !fresh.querySelector(`#${CSS.escape(focused)}`);
  document.title = page.title;
  screen.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(fell ? "text" : focused)?.focus();
  settle();
}

// The newest stands below, as on any telephone; a call stands above.
function settle() {
  const heard = document.getElementById("heard");
  if (heard) heard.scrollTop = heard.scrollHeight;
  screen.scrollTop = document.getElementById("call") ? 0 : screen.scrollHeight;
}

function tell(state) {
  const call = state.calls.findLast((one) => ["ringing", "answered", "voicemail"].includes(one.state));
  if (texts !== null && state.texts.length > texts) {
    const last = state.texts[state.texts.length - 1];
    if (last.direction === "to_tenant") announce.textContent = `${words.new}: ${last.text}`;
  }
  texts = state.texts.length;
  ring(Boolean(call && call.state === "ringing" && call.direction === "outbound"));
  if (!call) {
    if (spoken.call && soundOn) spoken = { call: "", count: 0 };
    return;
  }
  if (call.uuid !== spoken.call) spoken = { call: call.uuid, count: 0 };
  const fresh = call.heard
    .map((sentence, index) => ({ sentence, language: call.languages[index] }))
    .slice(spoken.count)
    .filter((one) => !one.sentence.startsWith("["));
  spoken.count = call.heard.length;
  if (soundOn) fresh.forEach(speak);
  else if (fresh.length) announce.textContent = fresh.map((one) => one.sentence).join(" ");
}

function speak({ sentence, language }) {
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.lang = language || "nl-NL";
  utterance.rate = 0.85;
  speechSynthesis.speak(utterance);
}

// The Dutch ringing tone: 425 hertz, one second in five.
function ring(on) {
  if (on && ringing === null) {
    announce.textContent = words.rings;
    ringing = setInterval(tone, 5000);
    tone();
  } else if (!on && ringing !== null) {
    clearInterval(ringing);
    ringing = null;
  }
}

let audio = null;
function tone() {
  if (!soundOn) return;
  audio = audio || new AudioContext();
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  oscillator.frequency.value = 425;
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + 1);
}

if ("speechSynthesis" in window) {
  sound.hidden = false;
  sound.addEventListener("click", () => {
    soundOn = !soundOn;
    sound.textContent = soundOn ? words.soundOff : words.soundOn;
    if (!soundOn) speechSynthesis.cancel();
  });
}

phone.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  // With the sound on a person listens, and the voice takes the time that a voice takes.
  if (form.hasAttribute("data-answer") && soundOn) fields.set("pace", "natural");
  if (form.classList.contains("keypad") && soundOn) speechSynthesis.cancel();
  const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
  if (answer.ok) form.reset();
  else announce.textContent = (await answer.json()).error || "";
  await look().catch(() => {});
  if (answer.ok && form.hasAttribute("data-answer")) document.getElementById("hangup")?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = [...document.querySelectorAll(".keypad button")].find((button) => button.value === event.key);
  if (key) { event.preventDefault(); key.click(); }
});

document.getElementById("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); document.getElementById("send").click(); }
});

setInterval(() => { look().catch(() => {}); }, 1000);
settle();
look().catch(() => {});
