// A session can be dragged to another hour and room. It leads where the press beside it leads, with the form filled in: there one sees
// what the move would do, and does it.
const BEGINS = 8;
let move = null;

const cellAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-spot]");

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
  location.assign(`${card.dataset.move}?${cell.dataset.spot}&since=${card.dataset.since}`);
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
