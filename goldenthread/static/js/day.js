// The page of the day, kept for when the network drops, and looked at anew once a minute. It works without this file.
const place = document.querySelector("[data-day]")
const MINUTE = 60_000

navigator.serviceWorker?.register(place.dataset.worker).then(async () => {
  const { active } = await navigator.serviceWorker.ready
  const parts = performance.getEntriesByType("resource").map(({ name }) => name)
  const ours = parts.filter((name) => name.startsWith(`${location.origin}/static/`))
  active.postMessage({ keep: [location.href, ...ours] })
})

async function look() {
  try {
    const answer = await fetch(location.href)
    if (answer.redirected || !answer.ok) throw new Error(answer.status)
    const keptAt = Number(answer.headers.get("X-Kept-At"))
    if (keptAt) return tellAge(keptAt)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const fresh = page.querySelector("[data-live]"), old = document.querySelector("[data-live]")
    // Whoever is in the middle of it is not interrupted.
    if (fresh && old.innerHTML !== fresh.innerHTML && !old.contains(document.activeElement)) old.replaceWith(fresh)
    tellAge()
  } catch {
    tellAge(since)
  }
}

let since = Date.now()

function tellAge(keptAt) {
  const line = document.querySelector("[data-age]")
  if (!keptAt) since = Date.now()
  place.dataset.keptAt = keptAt ?? ""
  line.hidden = !keptAt
  const minutes = Math.floor((Date.now() - keptAt) / MINUTE)
  line.textContent = keptAt ? line.dataset.age.replace("0", minutes) : ""
}

look()
setInterval(look, Number(place.dataset.every || 60) * 1000)
addEventListener("online", look)
addEventListener("offline", look)
