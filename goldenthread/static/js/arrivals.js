// The list at the door without network: each press is kept here until the house has taken it. It works without this file,
// with a network. A press has a mark of its own, so that it is one however often it is told.
const list = document.querySelector("[data-arrivals]")
const told = document.querySelector("[data-told]")
const DRAWER = `arrival ${list.dataset.arrivals} `
const token = document.querySelector("input[name=csrfmiddlewaretoken]").value
const AT_ONCE = 200
let isTelling = false

// One drawer for each press: two windows on one device never write over each other.
const waiting = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(DRAWER))
    .map((name) => JSON.parse(localStorage.getItem(name)))
    .sort((one, other) => one.at - other.at)

function press(what) {
  const once = crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(6)), (n) => n.toString(36)).join("-")
  localStorage.setItem(DRAWER + once, JSON.stringify({ ...what, once, at: Date.now() }))
  show()
  tell()
}

async function tell() {
  if (isTelling) return
  isTelling = true
  // A press may come in while we speak; it waits for the next turn.
  const presses = waiting().slice(0, AT_ONCE)
  let isHeard = false
  try {
    const body = JSON.stringify({ presses: presses.map(({ at, ...more }) => ({ ...more, ago: Math.max(0, Date.now() - at) })) })
    const headers = { "X-CSRFToken": token, "Content-Type": "application/json" }
    const answer = await fetch(list.dataset.presses, { method: "POST", headers, body, redirect: "manual" })
    if (!answer.ok) return say(answer.status >= 500 ? "waiting" : "signin")
    const { taken, standings } = await answer.json()
    isHeard = true
    for (const once of taken) localStorage.removeItem(DRAWER + once)
    for (const [booking, standing] of Object.entries(standings)) write(booking, standing)
    show()
    if (presses.some(({ name }) => name)) location.reload()
  } catch {
    show()
  } finally {
    isTelling = false
    if (isHeard && waiting().length) tell()
  }
}

function show() {
  for (const { booking, standing } of waiting()) write(booking, standing)
  const names = waiting().filter(({ name }) => name).map(({ name }) => name)
  document.querySelector("[data-walked-in]").textContent = names.join(", ")
  say(waiting().length ? "waiting" : "done")
}

function write(booking, standing) {
  const line = document.getElementById(`b${booking}`)
  if (!line) return
  line.dataset.standing = standing
  line.querySelector("[data-words]").textContent = list.dataset[standing]
}

function say(what) {
  const words = told.dataset[what].replace("0", waiting().length)
  if (told.textContent !== words) told.textContent = words
}

list.addEventListener("submit", (event) => {
  const [standing, booking] = event.submitter?.value.split(" ") ?? []
  if (!booking) return
  // In this order: where nothing can be kept, the form goes its way.
  press({ standing, booking: Number(booking) })
  event.preventDefault()
})

// Two of one name stand there with what tells them apart.
const isListed = (name) =>
  [...list.querySelectorAll("[data-name]")].some(({ dataset }) => dataset.name === name || dataset.name.startsWith(`${name} (`))

document.querySelector("[data-walk-in]").addEventListener("submit", (event) => {
  const name = event.target.elements.name.value.trim()
  // Of somebody on the list it is asked whether this is somebody else. Without network there is nobody to ask.
  if (!name || (navigator.onLine && isListed(name.toLocaleLowerCase()))) return
  press({ standing: "here", name })
  event.preventDefault()
  event.target.reset()
})

// Found while it is typed; without this file, by a press.
document.querySelector("[data-find]").addEventListener("input", (event) => {
  const words = event.target.value.toLocaleLowerCase().split(/\s+/)
  for (const line of list.querySelectorAll("[data-name]"))
    line.hidden = !words.every((word) => line.dataset.name.includes(word))
})

show()
tell()
setInterval(tell, 15_000)
addEventListener("online", tell)
