// The list at the door without network: each press is kept here until the house has taken it. It works without this file,
// with a network. A press has a mark of its own, so that it is one however often it is told.
const list = document.querySelector("[data-arrivals]")
const told = document.querySelector("[data-told]")
const find = document.querySelector("[data-find]")
const DRAWER = `arrival ${list.dataset.arrivals} `
const token = document.querySelector("input[name=csrfmiddlewaretoken]").value
const AT_ONCE = 200
const PARTS = { coming: "coming", here: "here", late: "here", left: "gone", apologies: "gone", absent: "gone" }
let isTelling = false

// Names as they are typed at the door: without accents, capitals and marks, as the house finds them (kit/name_order.py).
const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ß: "ss" }

const plain = (name) =>
  name
    .toLowerCase()
    .replace(/[øłđðþæœıß]/g, (letter) => PLAIN[letter])
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}\s@]/gu, "")
    .trim()

const order = (one, other) => plain(one).localeCompare(plain(other)) || one.localeCompare(other)

const holds = (name, typed) => plain(typed).split(/\s+/).every((word) => plain(name).includes(word))

// Two of one name stand there with what tells them apart, in brackets.
const isListed = (name, names) => names.some((listed) => plain(listed.split(" (")[0]) === plain(name))

// One drawer for each press: two windows on one device never write over each other.
const waiting = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(DRAWER))
    .map((name) => JSON.parse(localStorage.getItem(name)))
    .sort((one, other) => one.at - other.at)

const nameOn = (line) => line.querySelector("a").textContent
const kind = (standing) => list.querySelector(`template[data-for=${standing}]`)
const part = (name) => list.querySelector(`[data-part=${name}]`)

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
    const { taken, said, standings, counts, tables } = await answer.json()
    isHeard = true
    for (const once of taken) localStorage.removeItem(DRAWER + once)
    for (const [booking, standing] of Object.entries(standings)) write(booking, standing)
    for (const [name, n] of Object.entries(counts)) count(name, () => n)
    if (said.length) tellOf(said.join(" "))
    show()
    if (presses.some(({ name }) => name)) location.reload()
    lookForTables(tables)
  } catch {
    show()
  } finally {
    isTelling = false
    if (isHeard && waiting().length) tell()
  }
}

// Other tables hold now, and people ask at the door where they sit. Once: what was kept on this device may be older.
function lookForTables(tables) {
  if (tables === list.dataset.tables || waiting().length || document.activeElement.matches("input")) return
  if (sessionStorage.getItem(DRAWER) === tables) return
  sessionStorage.setItem(DRAWER, tables)
  location.reload()
}

function show() {
  for (const { booking, standing } of waiting()) write(booking, standing)
  const names = waiting().filter(({ name }) => name).map(({ name }) => name)
  document.querySelector("[data-walked-in]").textContent = names.join(", ")
  say(waiting().length ? "waiting" : "done")
}

function write(booking, standing) {
  const line = document.getElementById(`b${booking}`)
  if (!line || line.dataset.standing === standing) return
  line.dataset.standing = standing
  const fresh = kind(standing).content.cloneNode(true)
  for (const old of line.querySelectorAll("button, em")) old.remove()
  for (const button of fresh.querySelectorAll("button")) {
    button.value += ` ${booking}`
    button.setAttribute("aria-label", `${button.getAttribute("aria-label")}: ${nameOn(line)}`)
  }
  line.prepend(...fresh.querySelectorAll("button"))
  line.querySelector("a").after(...fresh.querySelectorAll("em"))
  move(line, part(PARTS[standing]))
}

function move(line, to) {
  const from = line.closest("[data-part]")
  if (from === to) return
  const below = [...to.querySelectorAll("li")].find((other) => order(nameOn(line), nameOn(other)) < 0)
  to.querySelector("ul").insertBefore(line, below ?? null)
  count(from.dataset.part, (n) => n - 1)
  count(to.dataset.part, (n) => n + 1)
  fold()
}

function count(name, counted) {
  for (const number of document.querySelectorAll(`[data-count=${name}]`)) {
    const n = String(counted(Number(number.textContent)))
    if (number.textContent !== n) number.textContent = n
  }
}

function fold() {
  for (const section of list.querySelectorAll("[data-part]")) section.hidden = !section.querySelector("li:not([hidden])")
  list.querySelector(".empty").hidden = Boolean(list.querySelector("li:not([hidden])"))
}

function say(what) {
  const words = told.dataset[what].replace("0", waiting().length)
  if (told.textContent !== words) told.textContent = words
}

const tellOf = (words) => (document.querySelector("[data-last]").textContent = words)

// Nobody is lost who uses no mouse: on to the next name, or to where one is typed; after a slip, to the same name.
function goOn(line, standing, next) {
  if (standing === "coming") return line.querySelector("button").focus()
  if (!find.value && next) return next.querySelector("button").focus()
  find.value = ""
  looked()
  find.focus()
}

list.addEventListener("submit", (event) => {
  const [standing, booking] = event.submitter?.value.split(" ") ?? []
  if (!booking) return
  const line = event.submitter.closest("li"), lines = [...list.querySelectorAll("[data-part=coming] li:not([hidden])")]
  const at = lines.indexOf(line)
  // In this order: where nothing can be kept, the form goes its way.
  press({ standing, booking: Number(booking) })
  event.preventDefault()
  const table = ["here", "late"].includes(standing) ? line.querySelector("small")?.textContent.trim() : ""
  tellOf(`${kind(standing).dataset.says.replace("0", nameOn(line))} ${table ? `${table}.` : ""}`.trim())
  goOn(line, standing, lines[at + 1] ?? lines[at - 1])
})

// A key that is held down is one press.
list.addEventListener("keydown", (event) => event.repeat && event.key === "Enter" && event.preventDefault())

document.querySelector("[data-walk-in]").addEventListener("submit", (event) => {
  const name = event.target.elements.name.value.trim(), names = [...list.querySelectorAll("li")].map(nameOn)
  // Of somebody on the list it is asked whether this is somebody else. Without network there is nobody to ask.
  if (!name || (navigator.onLine && isListed(name, names))) return
  press({ standing: "here", name })
  event.preventDefault()
  event.target.reset()
})

// Found while it is typed; without this file, by a press.
function looked() {
  for (const line of list.querySelectorAll("li")) line.hidden = !holds(nameOn(line), find.value)
  fold()
}

find.addEventListener("input", looked)
find.form.addEventListener("submit", (event) => {
  // A list that came with some names only is asked for anew.
  if (document.getElementById("door").elements.q) return
  event.preventDefault()
  list.querySelector("li:not([hidden]) button")?.focus()
})

show()
tell()
setInterval(tell, 15_000)
addEventListener("online", tell)
