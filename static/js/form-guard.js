// Keeps what is typed into forms marked data-giu until a page says data-da-luu: the server has it.
// data-giu="lau" outlives the browser (staff); otherwise it lives as long as the tab.
// Passwords, files and hidden fields are never kept, and signing out forgets everything. With what was typed goes what
// it was typed over ("seen"), so that the server tells who sends it late what somebody else has changed meanwhile.

const PREFIX = "giu:";
const LAST_SENT = `${PREFIX}gui`;
const DAYS_KEPT = 3;
const NEVER_KEPT = ["password", "file", "hidden", "submit", "button"];
const stores = [sessionStorage, localStorage];

const storeOf = (form) => (form.dataset.giu === "lau" ? localStorage : sessionStorage);
const keyOf = (form) => `${PREFIX}${location.pathname}#${form.id}`;
const isBox = (field) => field.type === "checkbox" || field.type === "radio";
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !NEVER_KEPT.includes(field.type));

const seenIn = (form) => form.dataset.giu === "lau" && form.querySelector('input[type="hidden"][name="seen"]');

const forget = (key) => stores.forEach((store) => store.removeItem(key));

const forgetAll = () => stores.forEach((store) => {
  Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key));
});

const typed = (form) => fieldsOf(form).map((field) => [field.name, field.value, isBox(field) && field.checked]);

const keep = (form) => {
  try {
    storeOf(form).setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields: typed(form), seen: seenIn(form)?.value }));
  } catch { /* a full or locked store: the form still works, it is only not kept */ }
};

const fill = (form, kept) => {
  const left = [...kept];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name, value]) => name === field.name && (!isBox(field) || value === field.value));
    if (at < 0) continue;
    const [[, value, isChecked]] = left.splice(at, 1);
    if (isBox(field)) field.checked = isChecked;
    else field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
};

const say = (form, words, action, act) => {
  form.querySelector(".da-giu")?.remove();
  const bar = Object.assign(document.createElement("p"), { className: "da-giu", role: "status", textContent: words });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "nut", textContent: action });
  button.addEventListener("click", () => { bar.remove(); act(); });
  bar.append(button);
  form.prepend(bar);
  bar.scrollIntoView({ block: "nearest" });
};

const restore = (form) => {
  const kept = JSON.parse(storeOf(form).getItem(keyOf(form)));
  if (!kept || form.querySelector("[aria-invalid]")) return; // the server has just given everything back
  if (Date.now() - kept.at > DAYS_KEPT * 24 * 3600 * 1000) { forget(keyOf(form)); return; }
  if (JSON.stringify(kept.fields) === JSON.stringify(typed(form))) return;
  const seen = seenIn(form);
  const fresh = seen && seen.value;
  fill(form, kept.fields);
  if (seen && kept.seen) seen.value = kept.seen;
  const clock = new Date(kept.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  say(form, `Máy còn giữ những gì bạn gõ lúc ${clock}.`, "Bỏ, làm lại từ đầu", () => {
    forget(keyOf(form));
    form.reset();
    if (seen) seen.value = fresh;
  });
};

const send = (form, event) => {
  keep(form);
  if (navigator.onLine) { sessionStorage.setItem(LAST_SENT, keyOf(form)); return; }
  event.preventDefault();
  const again = event.submitter;
  say(form, "Chưa gửi được vì không có mạng. Máy đang giữ.", "Thử lại", () => form.requestSubmit(again));
};

if (document.querySelector("[data-da-luu]") && sessionStorage.getItem(LAST_SENT)) {
  forget(sessionStorage.getItem(LAST_SENT));
  sessionStorage.removeItem(LAST_SENT);
}
for (const form of document.querySelectorAll("form[data-giu]")) {
  restore(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", (event) => send(form, event));
}
document.querySelector('form[action="/tai-khoan/ra/"]')?.addEventListener("submit", forgetAll);

const bar = document.querySelector("[data-mat-mang]");
const showNetwork = () => { if (bar) bar.hidden = navigator.onLine; };
["online", "offline"].forEach((name) => addEventListener(name, showNetwork));
showNetwork();
