// Counts the time down on the room screen. Without this file the page tells it anew every half minute.
const room = document.querySelector("[data-day]")
let shown, since

setInterval(() => {
  const left = document.querySelector("[data-left]")
  if (!left) return
  if (left !== shown) {
    shown = left
    // A page that was kept is as old as it is.
    since = Number(room.dataset.keptAt) || Date.now()
  }
  const seconds = Math.max(0, Number(left.dataset.left) - (Date.now() - since) / 1000)
  const words = seconds < 60 ? `0:${String(Math.floor(seconds)).padStart(2, "0")}` : `${Math.ceil(seconds / 60)} ${left.dataset.unit}`
  if (left.textContent !== words) left.textContent = words
}, 500)
