// Works out fees and the sum anew as soon as the place changes; without it there is a button for that.

const form = document.getElementById("dat-hang");
const WATCHED = /^(address|commune_(province|text|code))$/;
const WAIT = 250;
let timer;
let last;

const STOPS = "a[href], button, input:not([type=hidden])";
const stops = (box) => [...box.querySelectorAll(STOPS)];

// What was ticked while the answer was on its way stays ticked, and a keyboard stays where it is, counted from the end:
// what comes anew (a trouble with one thing) comes before the boxes and the button.
const replaceKeepingAnswers = (box, fresh) => {
  const ticked = [...box.querySelectorAll("input:checked")].map((input) => input.name);
  const before = stops(box);
  const at = before.indexOf(document.activeElement);
  box.replaceChildren(...fresh.children);
  for (const name of ticked) box.querySelector(`input[name="${name}"]`)?.setAttribute("checked", "");
  if (at >= 0) stops(box).at(at - before.length)?.focus();
};

const recompute = async () => {
  const typed = new FormData(form);
  const place = [...typed].filter(([name]) => WATCHED.test(name)).join();
  if (place === last) return;
  last = place;
  typed.set("tinh", "1");
  const box = document.getElementById("don");
  box.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(typed) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("don");
    if (answer.ok && fresh) replaceKeepingAnswers(box, fresh);
  } catch { /* no network: what is shown stays, and the server compares before it orders */ }
  box.removeAttribute("aria-busy");
};

if (form) {
  form.querySelector("[data-tinh]").hidden = true;
  form.addEventListener("change", (event) => {
    if (!WATCHED.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(recompute, WAIT);
  });
}
