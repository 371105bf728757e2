// "Leave this page quickly": clears the screen at once, signs out, and takes this page's place in the history.
// Without scripts the button is a plain link to the same site.

const PRESSES = 3;
const WITHIN = 5000; // milliseconds for pressing Shift three times, as GOV.UK's own component has it

function leave(link) {
  const csrf = document.querySelector('form[action="/sign-out"] [name="csrf"]')?.value;
  document.title = "Weather";
  document.body.replaceChildren();
  signOut(csrf);
  window.location.replace(link.href);
}

function signOut(csrf) {
  // The button's page is often open in front of somebody who must not read it: nor may a way back stay open.
  if (csrf) {
    navigator.sendBeacon("/sign-out", new URLSearchParams({ csrf }));
  }
}

export function watchExit() {
  const link = document.querySelector("[data-fd-exit]");
  if (!link) {
    return;
  }
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link);
  });

  let pressed = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      pressed = [];
      return;
    }
    const now = Date.now();
    pressed = [...pressed.filter((at) => now - at < WITHIN), now];
    if (pressed.length >= PRESSES) {
      leave(link);
    }
  });

  // A page from the browser's own memory could show what was left: ask the server for it again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      window.location.reload();
    }
  });
}
