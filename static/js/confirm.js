// Opens the question on the same page; without it the link leads to a page that asks.

for (const link of document.querySelectorAll("a[data-hoi]")) {
  const dialog = document.getElementById(link.dataset.hoi);
  if (!dialog?.showModal) continue;
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
}
