// Plays a voice in its place on the page; without it the link opens the sound file.

let playing = null;

const stop = () => {
  playing?.sound.pause();
  playing?.link.setAttribute("aria-pressed", "false");
  playing = null;
};

const play = (link, sound) => {
  stop();
  playing = { link, sound };
  link.setAttribute("aria-pressed", "true");
  sound.play().catch(() => { location.href = link.href; });
};

for (const link of document.querySelectorAll("a[data-nghe]")) {
  const sound = new Audio();
  sound.preload = "none";
  sound.src = link.href;
  link.setAttribute("role", "button");
  link.setAttribute("aria-pressed", "false");
  const toggle = (event) => {
    event.preventDefault();
    if (playing?.sound === sound) stop();
    else play(link, sound);
  };
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  sound.addEventListener("timeupdate", () => {
    link.style.setProperty("--phan", `${(100 * sound.currentTime) / sound.duration || 0}%`);
  });
  sound.addEventListener("ended", () => {
    link.style.removeProperty("--phan");
    sound.currentTime = 0;
    stop();
  });
}
