// Records a voice into a file input; without it, or without a microphone, the input takes a file as ever.

const NAMES = { "audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a" };
const MOST_MILLISECONDS = 15 * 60 * 1000;

const into = (input, parts, type) => {
  const kind = type.split(";")[0];
  const files = new DataTransfer();
  files.items.add(new File(parts, `ghi-am.${NAMES[kind] ?? "webm"}`, { type: kind }));
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

const listen = async (input, button, told) => {
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(sound);
  const parts = [];
  const ends = setTimeout(() => recorder.stop(), MOST_MILLISECONDS);
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.addEventListener("stop", () => {
    clearTimeout(ends);
    for (const track of sound.getTracks()) track.stop();
    into(input, parts, recorder.mimeType);
    button.textContent = "Ghi lại từ đầu";
    told.textContent = "Đã ghi xong. Bấm nút ở cuối trang để gửi.";
  });
  recorder.start();
  button.textContent = "Dừng ghi";
  told.textContent = "Đang ghi âm…";
  return recorder;
};

for (const input of document.querySelectorAll("input[data-ghi-am]")) {
  if (!window.MediaRecorder || !navigator.mediaDevices) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nut";
  button.textContent = "Ghi âm ngay";
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  input.after(button, told);
  let recorder = null;
  button.addEventListener("click", async () => {
    if (recorder?.state === "recording") return recorder.stop();
    try {
      recorder = await listen(input, button, told);
    } catch {
      told.textContent = "Chưa mở được micrô. Có thể ghi bằng ứng dụng của máy rồi chọn tệp ở trên.";
    }
  });
}
