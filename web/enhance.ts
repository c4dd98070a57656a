/** What a page gains from script: a date or a filter applies as soon as it is chosen. Everything works without. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto]')) {
  form.addEventListener('change', () => form.requestSubmit())
}
