// The chat without reloads: new messages are announced, focus stays where the person is, nothing typed is lost.

const chat = document.getElementById("chat");
const announcer = document.getElementById("announcer");
let sent = null; // the words that are on their way; null while a button's answer is
let unsent = ""; // what stands in the text box when the answer comes, other than those words
let heard = 0; // messages that were on the page before the answer came

function box() {
  return document.getElementById("text");
}

function messages() {
  return [...chat.querySelectorAll(".fd-message")];
}

function showNewest({ quietly = false } = {}) {
  const newest = chat.querySelector("#latest") ?? document.getElementById("question");
  const calm = quietly || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  newest?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

function announce() {
  const said = messages().slice(heard).filter((message) => !message.matches(".fd-message--person"));
  announcer.replaceChildren(
    ...said.map((message) => {
      const line = document.createElement("p");
      line.textContent = message.innerText;
      return line;
    }),
  );
}

function trouble(title, sentences) {
  const place = document.getElementById("trouble");
  if (!place) {
    return;
  }
  const panel = document.createElement("div");
  panel.className = "fd-trouble";
  panel.setAttribute("role", "alert");
  const heading = document.createElement("h2");
  heading.className = "govuk-heading-s";
  heading.textContent = title;
  panel.append(heading, ...sentences);
  place.replaceChildren(panel);
  panel.scrollIntoView({ block: "center" });
}

function paragraph(text) {
  const made = document.createElement("p");
  made.className = "govuk-body";
  made.textContent = text;
  return made;
}

// An answer that is a whole page (an error, the door speaking while the backend is away): its words are shown here.
function wordsOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main") ?? page.body;
  return [...main.querySelectorAll("h1, h2, p, li")].map((part) => part.textContent.trim()).filter(Boolean);
}

// In another tab, so that what was written stays here until it can be sent.
function offerToSignIn(place) {
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = "/sign-in?next=/chat";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Sign in (opens in a new tab)";
  const line = paragraph("");
  line.append(link);
  place.append(line);
  window.addEventListener("focus", renewForms, { once: true });
}

// Forms carry a token of the session: after signing in again, or in another tab, there is a new one.
async function renewForms() {
  const answer = await fetch("/chat/messages", { credentials: "same-origin", redirect: "error" }).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector('[name="csrf"]');
  for (const field of document.querySelectorAll('[name="csrf"]')) {
    field.value = fresh?.value ?? field.value;
  }
}

document.body.addEventListener("htmx:configRequest", (event) => {
  sent = event.detail.elt.matches(".fd-write") ? box().value : null;
  heard = messages().length;
});

document.body.addEventListener("htmx:beforeRequest", () => {
  document.getElementById("question")?.setAttribute("aria-busy", "true");
});

document.body.addEventListener("htmx:afterRequest", () => {
  document.getElementById("question")?.removeAttribute("aria-busy");
});

document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  // The door points at #trouble itself when it has something to say that the transcript does not show.
  if (xhr.getResponseHeader("HX-Retarget") === "#trouble") {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    return;
  }
  if (xhr.status === 200 && xhr.responseText.includes('id="question"') && !/<html[\s>]/i.test(xhr.responseText)) {
    // Somebody may have begun to write while a button's or an earlier message's answer was under way.
    unsent = box().value === sent ? "" : box().value;
    return;
  }
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  const said = wordsOf(xhr.responseText);
  trouble(said[0] ?? "Your message was not sent", said.slice(1).map(paragraph));
});

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === chat && unsent) {
    box().value = unsent;
  }
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "trouble") {
    if (event.detail.xhr.status === 401) {
      offerToSignIn(event.detail.target);
    } else if (event.detail.xhr.status === 403) {
      renewForms();
    }
    event.detail.target.scrollIntoView({ block: "center" });
    return;
  }
  if (event.detail.target !== chat) {
    return;
  }
  const pressed = event.detail.requestConfig?.elt?.matches(".fd-buttons, .fd-items");
  announce();
  showNewest();
  // After a button the finger is on the buttons: opening a phone's keyboard would hide the next question.
  (pressed ? document.getElementById("question") : box())?.focus({ preventScroll: true });
});

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(name, () => {
    trouble("Your message was not sent", [
      paragraph("We cannot reach the service. What you wrote is still in the box: try again in a minute."),
      paragraph("If anyone is in danger, call 999."),
    ]);
  });
}

// A message that is changed after it could not be sent is another message, and must not be taken for the first.
document.body.addEventListener("input", (event) => {
  const delivery = event.target === box() ? box().form.elements.delivery : null;
  if (delivery) {
    delivery.value = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
});

// Enter makes a new line, as in any text box; Ctrl or Cmd with Enter sends.
document.body.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === box()) {
    event.preventDefault();
    box().form.requestSubmit();
  }
});

if (messages().length) {
  showNewest({ quietly: true });
}
