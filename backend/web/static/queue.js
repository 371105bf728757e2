// The queue needs no script. This adds a box that selects all rows, and the arrow keys from row to row.
const table = document.querySelector("[data-rows]");

function boxes() {
  return [...table.querySelectorAll("input[type=checkbox][name=chosen]")];
}

function addSelectAll() {
  const item = document.createElement("div");
  item.className = "govuk-checkboxes govuk-checkboxes--small";
  item.innerHTML =
    '<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="select-all">' +
    '<label class="govuk-label govuk-checkboxes__label" for="select-all">Select all on this page</label></div>';
  const all = item.querySelector("input");
  all.addEventListener("change", () => boxes().forEach((box) => (box.checked = all.checked)));
  table.addEventListener("change", () => (all.checked = boxes().every((box) => box.checked)));
  table.before(item);
}

// Only while a link or a box of a row has the focus, so that the keys do what they always do everywhere else.
function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const kind = event.target.matches("input[name=chosen]") ? "input[name=chosen]" : "th a";
  if (!step || !event.target.matches(kind)) {
    return;
  }
  const all = [...table.querySelectorAll(kind)];
  const next = all[all.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

if (table) {
  if (boxes().length > 1) {
    addSelectAll();
  }
  table.addEventListener("keydown", move);
}
