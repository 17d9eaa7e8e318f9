// Sends a small form as soon as something in it is changed; without it there is a button.

const WAIT = 500;

for (const form of document.querySelectorAll("form[data-tu-gui]")) {
  let timer;
  const own = form.querySelector("[data-doi]");
  if (own) own.hidden = true;
  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(own ?? undefined), WAIT);
  });
}
