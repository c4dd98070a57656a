/**
 * Lets the page that is shown open without a signal. Where the browser keeps none, everything else works.
 * @param session marks whose pages may be shown
 */
export async function keepPage(session: string): Promise<void> {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register('/pekerja.js')
  const files = [...document.querySelectorAll<HTMLLinkElement & HTMLScriptElement>('link[rel=stylesheet], script[src]')]
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({
    session,
    page: location.pathname,
    files: files.map((file) => new URL(file.href || file.src).pathname),
  })
}
