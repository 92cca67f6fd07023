// Passkeys, as an addition: without this file, or in a browser that knows none, a code by letter does everything.
(() => {
  const place = document.querySelector("[data-passkey]")
  if (!place || !window.PublicKeyCredential || !window.webauthnJSON) return

  const form = place.querySelector("form")
  const sorry = place.querySelector("[data-sorry]")
  const button = form.querySelector("button")
  const ask = { create: window.webauthnJSON.create, get: window.webauthnJSON.get }[place.dataset.passkey]

  place.hidden = false
  document.querySelector("[data-without-passkeys]")?.remove()

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    sorry.hidden = button.disabled = true
    try {
      const token = form.elements.csrfmiddlewaretoken.value
      const answer = await fetch(place.dataset.options, { method: "POST", headers: { "X-CSRFToken": token } })
      if (!answer.ok) throw new Error(answer.status)
      form.elements.credential.value = JSON.stringify(await ask(await answer.json()))
      form.submit()
    } catch {
      sorry.hidden = button.disabled = false
      sorry.tabIndex = -1
      sorry.focus()
    }
  })
})()
