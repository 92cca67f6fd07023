// Livelier forms. Every form works without this file.

// After a page with something to look at, begin where it is told.
document.querySelector(".summary")?.focus();

// A code may be pasted as "402 917", or with the sentence around it: only its digits stay.
for (const code of document.querySelectorAll("input[autocomplete='one-time-code']")) {
  const tidy = (text) => text.replace(/\D/g, "").slice(0, 6);
  code.addEventListener("paste", (event) => {
    const digits = tidy(event.clipboardData?.getData("text") ?? "");
    if (!digits) return;
    event.preventDefault();
    code.value = digits;
  });
  code.addEventListener("change", () => {
    code.value = tidy(code.value);
  });
}
