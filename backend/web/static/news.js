// While a person may write, the page looks by itself whether something was said; nothing typed is lost.

const EVERY_MILLISECONDS = 4000;
const chat = document.getElementById("chat");
const announcer = document.getElementById("announcer");

function place() {
  return chat.querySelector("[data-news]");
}

function messages() {
  return [...chat.querySelectorAll(".fd-message")];
}

async function look() {
  const address = place()?.dataset.news;
  if (!address || document.hidden || chat.querySelector("[aria-busy]")) {
    return;
  }
  const answer = await fetch(address, { credentials: "same-origin", redirect: "error" }).catch(() => null);
  if (answer?.status !== 200) {
    return;
  }
  const html = await answer.text();
  // A message may have been sent while this was under way: then the page is newer already.
  if (place()?.dataset.news === address && !chat.querySelector("[aria-busy]")) {
    show(html);
  }
}

function show(html) {
  const before = document.getElementById("text");
  const { value, selectionStart, selectionEnd } = before ?? {};
  const focused = document.activeElement === before;
  const heard = messages().length;
  chat.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  window.htmx?.process(chat);
  const box = document.getElementById("text");
  if (box && value) {
    box.value = value;
  }
  if (box && focused) {
    box.focus({ preventScroll: true });
    box.setSelectionRange(selectionStart, selectionEnd);
  }
  announce(messages().slice(heard));
}

function announce(said) {
  announcer.replaceChildren(
    ...said.map((message) => {
      const line = document.createElement("p");
      line.textContent = message.innerText;
      return line;
    }),
  );
  said.at(-1)?.scrollIntoView({ block: "nearest" });
}

setInterval(look, EVERY_MILLISECONDS);
