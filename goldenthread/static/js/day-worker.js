// Keeps the pages of one day on this device, for when the network drops. It never changes anything in the house.
const KEPT = `day of ${new URL(registration.scope).pathname}`
const KEPT_AT = "X-Kept-At"
const PATIENCE = 4000
const A_FEW_DAYS = 3 * 24 * 60 * 60 * 1000

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())))
// A page that was open before we were here tells us what it is made of.
addEventListener("message", (event) => event.waitUntil(Promise.allSettled(event.data.keep.map(keep))))

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url)
  if (request.method !== "GET" || url.origin !== location.origin) return
  if (url.pathname.startsWith("/static/")) event.respondWith(unchanging(request))
  else if (request.url.startsWith(registration.scope)) event.respondWith(page(event))
})

// The network first; after some patience, or without one, what we have. Never older than a few days.
async function page(event) {
  const { request } = event
  const fresh = fetch(request).then((answer) => remember(request, answer))
  event.waitUntil(fresh.catch(() => {}))
  const kept = await ours(request)
  if (!kept) return fresh
  const waited = new Promise((done) => setTimeout(done, PATIENCE, kept))
  return Promise.race([fresh.catch(() => kept), waited])
}

async function remember(request, answer) {
  const cache = await caches.open(KEPT)
  // Signed out, or not meant for whoever holds this device now: what we kept goes.
  if (!answer.ok || answer.redirected || answer.type === "opaqueredirect") {
    if (answer.status < 500) await cache.delete(request.url)
    return answer
  }
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, Date.now())
  await cache.put(request.url, new Response(await answer.clone().blob(), { headers }))
  return answer
}

async function ours(request) {
  const cache = await caches.open(KEPT)
  const kept = (await cache.match(request.url)) ?? (await cache.match(request.url, { ignoreSearch: true }))
  return kept && isYoung(kept) ? kept : undefined
}

// Names of static files hold what is in them, so they never change.
async function unchanging(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone())
  return answer
}

async function keep(url) {
  const answer = await fetch(url)
  if (new URL(url).pathname.startsWith("/static/")) {
    if (answer.ok) await (await caches.open(KEPT)).put(url, answer)
  } else await remember(new Request(url), answer)
}

function isYoung(kept) {
  return Date.now() - Number(kept.headers.get(KEPT_AT)) < A_FEW_DAYS
}

async function forget() {
  const cache = await caches.open(KEPT)
  for (const request of await cache.keys()) {
    const kept = await cache.match(request)
    if (kept.headers.has(KEPT_AT) && !isYoung(kept)) await cache.delete(request)
  }
}
