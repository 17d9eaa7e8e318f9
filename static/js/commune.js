// Offers communes while somebody types; the chosen one fills in its code and province. Without it the server asks.

const WAIT = 200;
const LEAST = 2;

const commune = (frame, number) => {
  const province = frame.querySelector("select");
  const input = frame.querySelector("input[type=text]");
  const name = input.name.replace(/_text$/, "_code");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let offered = [];
  let active = -1;
  let timer;
  let asking;

  const codeBox = () => {
    const radios = frame.nextElementSibling;
    if (radios?.matches(".goi-y")) radios.remove();
    let box = frame.querySelector(`input[name="${name}"]`);
    if (!box) {
      box = Object.assign(document.createElement("input"), { type: "hidden", name });
      input.after(box);
    }
    return box;
  };

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (at) => {
    active = (at + offered.length) % offered.length;
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[active].id);
  };

  const choose = (at) => {
    const chosen = offered[at];
    input.value = chosen.label;
    province.value = chosen.province;
    codeBox().value = chosen.code;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const draw = () => {
    list.replaceChildren(...offered.map(({ label, note }, at) => {
      const row = document.createElement("li");
      Object.assign(row, { id: `${list.id}-${at}`, role: "option" });
      row.setAttribute("aria-selected", "false");
      row.append(label);
      if (note) row.append(Object.assign(document.createElement("small"), { textContent: note }));
      row.addEventListener("mousedown", (event) => { event.preventDefault(); choose(at); });
      return row;
    }));
    list.hidden = !offered.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = offered.length ? `${offered.length} gợi ý, dùng mũi tên để chọn.` : "Chưa thấy nơi nào.";
  };

  const ask = async () => {
    asking?.abort();
    close();
    if (input.value.trim().length < LEAST) return;
    asking = new AbortController();
    const query = new URLSearchParams({ q: input.value.trim(), tinh: province.value });
    try {
      const answer = await fetch(`${frame.dataset.goiY}?${query}`, { signal: asking.signal });
      if (!answer.ok || document.activeElement !== input) return;
      offered = (await answer.json()).communes;
      draw();
    } catch { /* no network or a newer question: the server reads the text when the form is sent */ }
  };

  const onKey = (event) => {
    if (list.hidden) return;
    const moves = { ArrowDown: active + 1, ArrowUp: active < 0 ? -1 : active - 1 };
    if (event.key in moves) mark(moves[event.key]);
    else if (event.key === "Enter" && active >= 0) choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  list.id = `xa-goi-y-${number}`;
  Object.assign(list, { className: "goi-y-xa", hidden: true, role: "listbox" });
  list.setAttribute("aria-label", "Xã, phường");
  Object.assign(status, { className: "an", role: "status" });
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(key, value);
  }
  input.after(list, status);
  input.addEventListener("input", () => { codeBox().value = ""; clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  province.addEventListener("change", () => { codeBox().value = ""; });
};

document.querySelectorAll("[data-goi-y]").forEach(commune);
