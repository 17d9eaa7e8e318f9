// Puts a minus and a plus beside number boxes; without it the box is typed in.

const step = (input, by) => {
  const [low, high] = [Number(input.min || 1), Number(input.max || 999)];
  input.value = Math.min(high, Math.max(low, (Number(input.value) || low) + by));
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

const button = (input, sign, words, by) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", words);
  made.addEventListener("click", () => step(input, by));
  return made;
};

for (const box of document.querySelectorAll("[data-so-luong]")) {
  const input = box.querySelector("input");
  box.prepend(button(input, "–", "Bớt một", -1));
  box.append(button(input, "+", "Thêm một", 1));
  box.classList.add("so-luong-song");
}
