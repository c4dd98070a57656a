/** Lets this page open without a signal. Where the browser keeps none, everything else works. */
export async function keptPages(): Promise<ServiceWorker | null | undefined> {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register('/pekerja.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage([location.pathname])
  return active
}
