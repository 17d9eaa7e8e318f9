// Keeps what is typed into forms marked data-giu until the server says it has it (data-da-luu on a page).
// data-giu="lau" survives closing the browser (staff); otherwise it lives as long as the tab.
// Passwords, files and hidden fields are never kept; signing out forgets everything.

const PREFIX = "giu:";
const LAST = `${PREFIX}gui`;
const DAYS_KEPT = 3;
const stores = [sessionStorage, localStorage];

const storeOf = (form) => (form.dataset.giu === "lau" ? localStorage : sessionStorage);
const keyOf = (form) => `${PREFIX}${location.pathname}#${form.id}`;
const isKept = (field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type);

const forget = (key) => stores.forEach((store) => store.removeItem(key));
const forgetAll = () => stores.forEach((store) =>
  Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key)));

const read = (form) => [...form.elements].filter(isKept).map((field) =>
  [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);

const write = (form, kept) => {
  for (const field of [...form.elements].filter(isKept)) {
    const isBox = field.type === "checkbox" || field.type === "radio";
    const found = kept.find(([name, value]) => name === field.name && (!isBox || value === field.value));
    if (found && isBox) field.checked = found[2];
    else if (found) field.value = found[1];
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
};

const keep = (form) => {
  try {
    storeOf(form).setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields: read(form) }));
  } catch { /* a full or locked store: the form still works, it is only not kept */ }
};

const say = (form, words, button, act) => {
  form.querySelector(".da-giu")?.remove();
  const bar = document.createElement("p");
  bar.className = "da-giu";
  bar.setAttribute("role", "status");
  bar.append(words);
  const made = Object.assign(document.createElement("button"), { type: "button", className: "nut", textContent: button });
  made.addEventListener("click", act);
  bar.append(made);
  form.prepend(bar);
};

const restore = (form) => {
  const kept = JSON.parse(storeOf(form).getItem(keyOf(form)) ?? "null");
  if (!kept || form.querySelector("[aria-invalid]")) return;
  if (Date.now() - kept.at > DAYS_KEPT * 864e5) { forget(keyOf(form)); return; }
  if (JSON.stringify(kept.fields) === JSON.stringify(read(form))) return;
  const clock = new Date(kept.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  write(form, kept.fields);
  say(form, `Máy còn giữ những gì bạn gõ lúc ${clock}.`, "Bỏ, làm lại từ đầu", () => { forget(keyOf(form)); form.reset(); form.querySelector(".da-giu").remove(); });
};

const guard = (form) => {
  restore(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", (event) => {
    keep(form);
    if (navigator.onLine) { sessionStorage.setItem(LAST, keyOf(form)); return; }
    event.preventDefault();
    say(form, "Chưa gửi được vì không có mạng. Máy đang giữ.", "Thử lại", () => form.requestSubmit());
  });
};

if (document.querySelector("[data-da-luu]") && sessionStorage.getItem(LAST)) {
  forget(sessionStorage.getItem(LAST));
  sessionStorage.removeItem(LAST);
}
document.querySelectorAll("form[data-giu]").forEach(guard);
document.querySelectorAll('form[action="/tai-khoan/ra/"]').forEach((form) => form.addEventListener("submit", forgetAll));

const bar = document.querySelector("[data-mat-mang]");
const show = () => { if (bar) bar.hidden = navigator.onLine; };
addEventListener("online", show);
addEventListener("offline", show);
show();
