// What the pages can do without, and do better with: news at once, the seconds that are left, arrow keys in lists.
"use strict";

const busy = () =>
  document.querySelector(".pick:checked") ||
  document.querySelector("main details[open]") ||
  (document.activeElement && document.activeElement.matches("main input:not([type=checkbox]), main select"));

// A page is made anew at rest only: never under a pressed pointer, whose click would go nowhere.
let pressed = false, asked = false, shown = Promise.resolve();

// News that come while others are being shown are shown after them: none is left out.
function show(whatever) {
  if (asked && whatever !== true) return;
  asked = true;
  shown = shown.then(async () => {
    asked = false;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    await rest();
    if (whatever !== true && busy()) document.getElementById("news").hidden = false;
    else renew(fresh);
  }).catch(() => {});
}

const ENDS = ["pointerup", "pointercancel", "blur"];

const rest = () => new Promise((resolve) => {
  if (!pressed) resolve();
  else for (const end of ENDS) addEventListener(end, () => setTimeout(resolve), { once: true });
});

function renew(fresh) {
  const focused = place(document.activeElement);
  for (const id of ["strips", "main"]) {
    const now = document.getElementById(id), then = fresh.getElementById(id);
    if (now && then && now.innerHTML !== then.innerHTML) now.replaceChildren(...then.childNodes);
  }
  const count = document.querySelector(".top nav"), counted = fresh.querySelector(".top nav");
  if (count && counted && count.innerHTML !== counted.innerHTML) count.replaceChildren(...counted.childNodes);
  document.title = fresh.title;
  document.getElementById("news").hidden = true;
  prepare();
  if (focused && (!document.contains(document.activeElement) || document.activeElement === document.body)) focused()?.focus();
}

// Where the focus was, to find it again in a fresh page.
function place(element) {
  if (!element || element === document.body) return null;
  if (element.id) return () => document.getElementById(element.id);
  const href = element.getAttribute("href");
  if (href) return () => document.querySelector(`a[href="${CSS.escape(href)}"]`);
  const { name, value } = element;
  if (name) return () => document.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  const words = element.textContent;
  return () => [...document.querySelectorAll(element.localName)].find((each) => each.textContent === words);
}

function listen(address) {
  const stream = new EventSource(address);
  stream.onmessage = () => {
    if (busy()) document.getElementById("news").hidden = false;
    else show();
  };
  addEventListener("pagehide", () => stream.close());
}

function count() {
  for (const each of document.querySelectorAll("[data-leaves]")) {
    const left = Math.ceil((new Date(each.dataset.leaves) - Date.now()) / 1000);
    each.textContent = String(Math.max(left, 0));
  }
}

// ArrowDown and ArrowUp go from message to message while the focus is in a list.
function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.target.closest && event.target.closest("[data-list]");
  if (!step || !list || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const entries = [...list.querySelectorAll(".entry")];
  const next = entries[entries.indexOf(event.target.closest(".entry")) + step];
  if (!next) return;
  event.preventDefault();
  const box = event.target.matches(".pick") && next.querySelector(".pick:not(:disabled)");
  (box || next.querySelector("h3 a")).focus();
}

function prepare() {
  const all = document.querySelector("[data-all]");
  if (!all) return;
  all.hidden = false;
  all.onclick = () => {
    const boxes = [...document.querySelectorAll(".pick:not(:disabled)")];
    const mark = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = mark;
  };
}

const live = document.body.dataset.live;
if (live) {
  prepare();
  listen(live);
  setInterval(count, 500);
  document.addEventListener("keydown", arrows);
  document.querySelector("#news button").onclick = () => show(true);
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const end of ENDS) addEventListener(end, () => { pressed = false; }, true);
  // What was said once is not said again when the page is loaded anew.
  const address = new URL(location.href);
  if (address.searchParams.has("said")) {
    address.searchParams.delete("said");
    history.replaceState(null, "", address);
  }
}

const login = document.querySelector("[data-login]");
if (login) login.requestSubmit();
