// Shows the buttons that print the page; browsers can print it without them too.

for (const button of document.querySelectorAll("[data-in]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
