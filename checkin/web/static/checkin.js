/* What the pages do on their own: fetch new work, keep a case, copy a number, listen to single keys. Everything also works without. */
"use strict";
(() => {
  const EVERY = 3000, KEEP_EVERY = 60000, WARN_AFTER = 27 * 60000, HEADERS = { "X-Requested-With": "checkin" };
  const body = document.body, words = document.getElementById("words")?.dataset ?? {};
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const typing = (element) => element?.matches?.("input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]");

  /* ---- The notice below, and what screen readers hear ---- */
  const notice = document.getElementById("notice"), heard = document.getElementById("announce");
  function say(text) { if (heard) { heard.textContent = ""; setTimeout(() => { heard.textContent = text; }, 60); } }
  function show(text, button, act) {
    if (!notice) return;
    notice.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }));
    if (button) {
      const press = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: button });
      press.addEventListener("click", act);
      notice.append(press);
    }
    if (notice.hidden || notice.dataset.said !== text) say(text);
    notice.dataset.said = text;
    notice.hidden = false;
  }
  function hide() { if (notice) { notice.hidden = true; notice.dataset.said = ""; } }

  /* ---- New work: regions marked data-live are morphed, never under a pointer, a focus or an unsaved field ---- */
  const regions = () => all("[data-live][id]");
  const dirty = (field) => field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked
    : field.tagName === "SELECT" ? all("option", field).some((option) => option.selected !== option.defaultSelected && field.dataset.touched)
      : field.type !== "hidden" && field.value !== field.defaultValue;
  const inUse = (region) => region.contains(document.activeElement)
    || all("input, textarea, select", region).some(dirty)
    || (matchMedia("(hover: hover)").matches && region.querySelector("[data-row]:hover, a:hover, button:hover, label:hover") !== null);
  const rows = (root) => new Set(all("[data-row]", root).map((row) => row.dataset.row));
  let fresh = null, waiting = new Set(), version = body.dataset.liveVersion, failures = 0, out = false;
  let activeAt = Date.now(), polledAt = 0, timer = 0;

  function added(region) {
    const known = rows(region), next = fresh.getElementById(region.id);
    return next ? [...rows(next)].filter((row) => !known.has(row)) : [];
  }
  function counted(region, count) {
    const [one, many] = (region.dataset.live || "").split("|");
    return one ? `${count} ${count === 1 ? one : many}` : words.changed;
  }
  async function renew(region) {
    const next = fresh.getElementById(region.id), news = added(region);
    waiting.delete(region.id);
    if (!next || !window.htmx) return;
    const anchor = document.activeElement === body ? null : document.activeElement, before = anchor?.getBoundingClientRect().top;
    await htmx.swap({ text: next.outerHTML, target: region, sourceElement: region, swap: "outerMorph" });
    if (anchor?.isConnected) window.scrollBy(0, anchor.getBoundingClientRect().top - before);
    const now = document.getElementById(region.id);
    for (const row of all("[data-row]", now)) row.toggleAttribute("data-fresh", news.includes(row.dataset.row));
    dress(now);
    propose();
    if (news.length) say(counted(now, news.length));
  }
  async function settle(forced) {
    if (!fresh) return;
    const ids = forced ? [...waiting] : regions().map((region) => region.id).filter((id) => waiting.has(id));
    for (const id of ids) {
      const region = document.getElementById(id);
      if (!region) waiting.delete(id);
      else if (forced || !inUse(region)) await renew(region);
    }
    const held = [...waiting].map((id) => document.getElementById(id)).filter((region) => region && region.dataset.live && added(region).length);
    if (held.length) show(counted(held[0], held.reduce((sum, region) => sum + added(region).length, 0)), words.show, () => settle(true));
    else if (notice?.dataset.kind !== "kept") hide();
  }
  function keep(text, button, act) { show(text, button, act); notice.dataset.kind = "kept"; }
  function release() { if (notice?.dataset.kind) { delete notice.dataset.kind; hide(); } }

  async function poll() {
    clearTimeout(timer);
    if (document.hidden || out || version === undefined) return;
    const quiet = activeAt < polledAt;
    polledAt = Date.now();
    try {
      const headers = quiet ? { ...HEADERS, "X-Checkin-Quiet": "1" } : HEADERS;
      const answer = await fetch(`/live?v=${encodeURIComponent(version)}`, { headers });
      if (answer.status === 401) { out = true; keep(words.signedOut, words.signIn, () => location.reload()); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      if (answer.status === 200) await look(await answer.json());
      if (failures > 2) release();
      failures = 0;
    } catch (problem) {
      failures += 1;
      if (failures === 3) keep(words.away);
    }
    if (Date.now() - activeAt > WARN_AFTER) keep(words.idle, words.here, () => { activeAt = Date.now() + 1; release(); poll(); });
    timer = setTimeout(poll, EVERY);
  }
  async function look(news) {
    if (regions().length) {
      const page = await fetch(location.href, { headers: { ...HEADERS, "X-Checkin-Quiet": "1" } });
      if (!page.ok) return;
      fresh = new DOMParser().parseFromString(await page.text(), "text/html");
      waiting = new Set(regions().map((region) => region.id));
      await settle(false);
    }
    version = String(news.version);
  }
  for (const event of ["pointerdown", "pointermove", "keydown", "scroll"]) {
    addEventListener(event, () => { activeAt = Date.now(); }, { passive: true, capture: true });
  }
  for (const event of ["pointerout", "focusout"]) {
    addEventListener(event, () => { if (waiting.size) setTimeout(() => settle(false), 400); }, { passive: true, capture: true });
  }
  addEventListener("change", (event) => { if (event.target.tagName === "SELECT") event.target.dataset.touched = "1"; });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
  timer = setTimeout(poll, EVERY);

  /* ---- A form that counts as it is filled in; without this its button counts ---- */
  for (const form of all("form[data-count]")) {
    let soon, latest = 0;
    const count = async () => {
      const mine = ++latest;
      const answer = await fetch(form.dataset.count, { method: "POST", headers: HEADERS, body: new FormData(form) }).catch(() => null);
      if (answer?.ok && mine === latest) form.querySelector("[data-counted]").innerHTML = await answer.text();
    };
    form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(count, 400); });
  }

  /* ---- A case whose page is open stays with this colleague; who loses it anyway keeps her words on the page ---- */
  let keptAt = 0;
  async function keepCase(form) {
    const quiet = activeAt < keptAt ? { "X-Checkin-Quiet": "1" } : {};
    keptAt = Date.now();
    const headers = { ...HEADERS, ...quiet, "X-CSRFToken": form.elements.csrf_token.value };
    const answer = await fetch(form.dataset.keep, { method: "POST", headers }).catch(() => null);
    if (answer?.status !== 409) return;
    clearInterval(form.keeping);
    tell(form, (await answer.json()).message, "warning");
  }
  function tell(form, text, kind = "") {
    const line = Object.assign(document.createElement("p"), { className: `flash ${kind}`, textContent: text });
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  for (const form of all("form[data-keep]")) form.keeping = setInterval(() => keepCase(form), KEEP_EVERY);

  /* ---- When a call through the system reached nobody, that outcome is chosen; whoever chose another one keeps it ---- */
  function propose() {
    const { propose: outcome, call } = document.getElementById("call")?.dataset ?? {}, form = document.querySelector("form.contact");
    if (!outcome || !form || form.dataset.proposed === call || form.querySelector("[name=outcome]:checked")) return;
    form.dataset.proposed = call;
    form.querySelector(`[name=outcome][value=${outcome}]`)?.click();
  }

  /* ---- What is typed about a talk is kept by the server as one types, for another device or after a crash ---- */
  const PAUSE = 1200, LONGEST_WAIT = 6000;
  const filled = (form) => JSON.stringify([...new FormData(form)]);
  async function keepDraft(form, leaving = false) {
    const now = filled(form);
    if (form.dataset.sent || form.kept === now) return;
    form.kept = now;
    form.since = undefined;
    const answer = await fetch(form.dataset.save, { method: "POST", headers: HEADERS, body: new FormData(form), keepalive: leaving }).catch(() => null);
    const { version } = answer?.ok ? await answer.json().catch(() => ({})) : {};
    if (!version) { form.kept = ""; return; }
    form.dataset.version = version;
    if (store) note(form, false);
  }
  for (const form of all("form[data-save]")) {
    let soon, last = Promise.resolve();
    form.kept = filled(form);
    form.keepNow = () => {
      clearTimeout(soon);
      return last = last.then(() => keepDraft(form));
    };
    const later = () => {
      clearTimeout(soon);
      form.since ??= Date.now();
      const wait = Math.min(PAUSE, form.since + LONGEST_WAIT - Date.now());
      soon = setTimeout(form.keepNow, Math.max(0, wait));
    };
    for (const event of ["input", "change"]) form.addEventListener(event, later);
    addEventListener("pagehide", () => keepDraft(form, true));
  }

  /* ---- Before another call all that was typed is kept; that nobody was reached was about the call before ---- */
  const PATIENCE = 2000;
  addEventListener("submit", async (event) => {
    const ring = event.target, form = document.querySelector("form.contact[data-save]");
    if (!ring.matches("form.ring") || !form || ring.dataset.kept) return;
    event.preventDefault();
    if (ring.dataset.waits) return;
    ring.dataset.waits = "1";
    const chosen = form.querySelector("[name=outcome][value=not_reached]:checked");
    if (chosen) chosen.checked = false;
    const after = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
    // A browser submits nothing as long as it is still telling of this submit.
    await Promise.all([Promise.race([form.keepNow(), after(PATIENCE)]), after(0)]);
    ring.dataset.kept = "1";
    ring.requestSubmit();
    delete ring.dataset.kept;
    delete ring.dataset.waits;
  });

  /* ---- What was typed about a talk survives being signed out, an error and a lost connection: in this tab only ---- */
  const DRAFT = "checkin-draft:", store = (() => { try { return sessionStorage; } catch (blocked) { return null; } })();
  const drafts = () => Object.keys(store).filter((key) => key.startsWith(DRAFT));
  const read = (key) => JSON.parse(store.getItem(key));
  const write = (key, draft) => { try { store.setItem(key, JSON.stringify(draft)); } catch (full) { return; } };
  function note(form, sent) {
    const hidden = new Set(all("[type=hidden]", form).map((field) => field.name));
    const fields = [...new FormData(form)].filter(([name, value]) => value && !hidden.has(name));
    if (fields.length) write(DRAFT + form.dataset.draft, { fields, sent, at: location.pathname, version: form.dataset.version ?? "" });
    else store.removeItem(DRAFT + form.dataset.draft);
  }
  function restore(form) {
    const { fields } = read(DRAFT + form.dataset.draft);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") continue;
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else field.value = values[0] ?? "";
    }
    for (const part of all("details", form)) part.open ||= all("input, textarea, select", part).some(dirty);
    if (!form.dataset.version) tell(form, words.restored);
  }
  if (store) {
    const inside = version !== undefined, form = document.querySelector("form[data-draft]"), key = form && DRAFT + form.dataset.draft;
    const saved = document.querySelector(".flashes .flash:not(.warning, .error)") !== null;
    for (const one of drafts()) {
      const draft = read(one);
      if (inside && draft.sent && (one !== key || saved)) store.removeItem(one);
      if (inside) continue;
      write(one, { ...draft, sent: false });
      for (const link of all("a[data-again]")) link.search = `?next=${encodeURIComponent(draft.at)}`;
    }
    // What another device kept since is newer; what was recorded anywhere is done.
    if (form && store.getItem(key) && (read(key).version ?? "") !== (form.dataset.version ?? "")) store.removeItem(key);
    if (form && store.getItem(key) && !form.querySelector(".errors")) restore(form);
    for (const event of ["input", "change"]) form?.addEventListener(event, () => note(form, false));
    form?.addEventListener("submit", () => note(form, true));
  }

  /* ---- Undoing what was done in passing is offered for some seconds; not while one is at it ---- */
  for (const offer of all(".flash[data-seconds]")) {
    const away = () => offer.matches(":hover, :focus-within") ? setTimeout(away, 2000) : offer.querySelector("form")?.remove();
    setTimeout(away, offer.dataset.seconds * 1000);
  }

  /* ---- Copy a number ---- */
  function dress(root) { if (navigator.clipboard) for (const button of all("[data-copy]", root)) button.hidden = false; }
  dress(document);
  addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    say(button.dataset.copied);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 2000);
  });

  /* ---- Forms: one press is one press, also when the next page is there before the second; errors are read first ---- */
  const READS_AFTER = 300, shownAt = performance.now();
  addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const unread = "calm" in event.target.dataset && performance.now() - shownAt < READS_AFTER;
    if (event.target.dataset.sent || unread) event.preventDefault();
    if (unread) return;
    event.target.dataset.sent = "1";
    setTimeout(() => { delete event.target.dataset.sent; }, 3000);
  });
  document.querySelector("[data-focus]")?.focus();

  /* ---- Single keys, off in one click ---- */
  const help = document.getElementById("keys"), off = "checkin-keys-off";
  const keysOn = () => { try { return localStorage.getItem(off) === null; } catch (blocked) { return true; } };
  const visible = (element) => element.getClientRects().length > 0 && !element.disabled;
  function press(key) {
    const row = document.activeElement?.closest?.("[data-row]");
    const mark = `[data-key="${CSS.escape(key)}"]`;
    // What belongs to one row is only pressed when one is at that row.
    const found = [...(row ? all(mark, row) : []), ...all(mark).filter((one) => !one.closest("[data-row]"))].find(visible);
    found?.click();
    if (found?.tagName === "SUMMARY") found.parentElement.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    return Boolean(found);
  }
  /* How it went: choose it, and go to where one types next. */
  function choose(outcome, next) {
    const field = document.querySelector(`form.contact [name=outcome][value=${outcome}]`);
    field?.click();
    (next && document.querySelector(`form.contact [name=${next}]`) || field)?.focus();
    return Boolean(field);
  }
  function toNote() {
    const field = document.querySelector("form.contact textarea[name=note]");
    field?.focus();
    return Boolean(field);
  }
  /* Out of a field, then out of what was unfolded, then back. */
  function back() {
    if (typing(document.activeElement)) { document.activeElement.blur(); return true; }
    const unfolded = all("details.release[open]");
    for (const one of unfolded) one.open = false;
    return unfolded.length > 0 || press("Escape");
  }
  function step(by) {
    const list = all("[data-row]").filter(visible);
    if (!list.length) return false;
    const at = list.indexOf(document.activeElement?.closest?.("[data-row]"));
    const row = list[at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + by))];
    const target = row.querySelector("a[href]") ?? row.querySelector("button") ?? row;
    if (target === row) row.tabIndex = -1;
    target.focus();
    return true;
  }
  const search = () => { const field = document.querySelector("input[type=search]"); field?.focus(); return Boolean(field); };
  const acts = {
    j: () => step(1), k: () => step(-1), "/": search, "?": () => { help?.showModal(); return Boolean(help); },
    g: () => choose("spoken"), x: () => choose("not_reached"), l: () => choose("call_back", "day"), o: toNote,
  };
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const button = event.target.form?.querySelector("[data-ctrl-enter]");
      if (button) { event.preventDefault(); button.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !"jk".includes(event.key)) return;
    const open = document.querySelector("dialog[open], details.who[open]");
    if (event.key === "Escape" && keysOn() && !open) { if (back()) event.preventDefault(); return; }
    if (!keysOn() || typing(event.target) || document.querySelector("dialog[open]")) return;
    if ((acts[event.key] ?? (() => press(event.key)))()) event.preventDefault();
  });
  for (const button of all("[data-keys-help]")) {
    button.hidden = !help;
    button.addEventListener("click", () => help?.showModal());
  }
  const choice = help?.querySelector("[data-keys-on]");
  if (choice) {
    choice.checked = keysOn();
    choice.addEventListener("change", () => {
      try { if (choice.checked) localStorage.removeItem(off); else localStorage.setItem(off, "1"); } catch (blocked) { choice.checked = true; }
    });
  }

  /* ---- On a telephone the menu slides: begin where one is ---- */
  for (const bar of all(".top nav, .tabs")) {
    const here = bar.querySelector("[aria-current]");
    if (here) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }

  /* ---- The menu of one's own name closes like a menu ---- */
  addEventListener("click", (event) => { for (const menu of all("details.who[open]")) if (!menu.contains(event.target)) menu.open = false; });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of all("details.who[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
  });
})();
