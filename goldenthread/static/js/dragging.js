// A session can be dragged to another hour and room. Each has a press that does the same: this sends the same form.
const form = document.querySelector("#move");
const BEGINS = 8;
let move = null;

const cellAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-room]");

function mark(cell) {
  if (move.cell === cell) return;
  move.cell?.classList.remove("drop-here");
  cell?.classList.add("drop-here");
  move.cell = cell;
}

function end() {
  mark(null);
  move.card.classList.remove("dragged");
  move = null;
}

function drop(card, cell) {
  const { day, from, which, room } = cell.dataset;
  const spot = { day, from_time: from, which, room, since: card.dataset.since };
  for (const [name, value] of Object.entries(spot)) {
    form.elements[name].disabled = false;
    form.elements[name].value = value;
  }
  form.action = card.dataset.move;
  form.submit();
}

for (const card of document.querySelectorAll("[data-move]")) {
  const handle = document.createElement("span");
  handle.className = "drag-handle no-print";
  handle.setAttribute("aria-hidden", "true");
  handle.textContent = "⠿";
  card.prepend(handle);
  handle.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    move = { card, x: event.clientX, y: event.clientY, cell: null, begun: false };
  });
  handle.addEventListener("pointermove", (event) => {
    if (!move) return;
    const [x, y] = [event.clientX - move.x, event.clientY - move.y];
    if (!move.begun && Math.hypot(x, y) < BEGINS) return;
    move.begun = true;
    card.classList.add("dragged");
    mark(cellAt(event));
  });
  handle.addEventListener("pointerup", (event) => {
    if (!move) return;
    const { begun } = move;
    const cell = begun && cellAt(event);
    end();
    if (cell && !cell.contains(card)) drop(card, cell);
  });
  handle.addEventListener("pointercancel", () => move && end());
}
