// Sends a small form as soon as something in it is changed. Without it there is a button; and for people on a keyboard,
// who go through a list one by one and would be thrown back to the top of the page each time.

const WAIT = 500;

for (const form of document.querySelectorAll("form[data-tu-gui]")) {
  const own = form.querySelector("[data-doi]");
  if (!own) continue;
  let timer;
  own.hidden = true;
  form.addEventListener("keydown", ({ key }) => { if (key !== "Unidentified") own.hidden = false; }); // not keys on glass
  form.addEventListener("pointerdown", ({ target }) => { if (!own.contains(target)) own.hidden = true; });
  form.addEventListener("change", () => {
    clearTimeout(timer);
    if (own.hidden) timer = setTimeout(() => form.requestSubmit(own), WAIT);
  });
}
