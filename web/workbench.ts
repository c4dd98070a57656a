/** A draft on the bench: what is typed is tried while it is typed, and not lost before it is kept. */
import type { Answer, Asked, Bench, Fields } from './workbench/asked.ts'
import { hide, show } from './workbench/shown.ts'
import { forget, isTouched, keep, restore } from './workbench/typed.ts'

/** So long nobody types before the figures are read aloud. */
const rest = 1000

const root = document.querySelector<HTMLElement>('[data-bench]')
if (root) start(root, JSON.parse(root.dataset.bench ?? '') as Bench)

function start(root: HTMLElement, bench: Bench) {
  const forms = [...root.querySelectorAll<HTMLFormElement>('form[data-typed]')]
  for (const form of forms) restore(form)
  const trial = trying(root, bench)
  // Whoever opens a clause is about to type; the letter is on the page of everybody.
  if (root.querySelector('form[data-typed=clause]') || forms.some(isTouched)) trial.ask()

  for (const form of forms) {
    form.addEventListener('input', () => {
      keep(form)
      if (form.dataset.typed) trial.ask()
    })
    if (form.dataset.typed) form.addEventListener('focusin', trial.ask, { once: true })
  }

  let sent: EventTarget | null = null
  root.addEventListener('submit', ({ target }) => {
    sent = target
    if (target instanceof HTMLFormElement && forms.includes(target)) forget(target)
  })
  addEventListener('beforeunload', (event) => {
    if (forms.some((form) => form !== sent && isTouched(form))) event.preventDefault()
    sent = null
  })
}

/** Asks the worker about what stands in the forms: one question at a time, and of those that wait the newest alone. */
function trying(root: HTMLElement, bench: Bench) {
  let worker: Worker | undefined
  let isBusy = false
  let waits = false
  let resting: ReturnType<typeof setTimeout> | undefined

  const fieldsOf = (which: string): Fields | null => {
    const form = root.querySelector<HTMLFormElement>(`form[data-typed=${which}]`)
    return form && ([...new FormData(form)] as [string, string][])
  }

  function ask() {
    worker ??= begun()
    waits = isBusy
    if (isBusy) return
    isBusy = true
    worker.postMessage({ letter: fieldsOf('letter'), clause: fieldsOf('clause') } satisfies Asked)
  }

  function begun(): Worker {
    const made = new Worker(bench.worker)
    made.postMessage(bench)
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      isBusy = false
      answered(data)
      if (waits) ask()
    })
    return made
  }

  function answered(answer: Answer) {
    clearTimeout(resting)
    hide(root, '[data-unfit]', answer !== 'unfit')
    if (typeof answer === 'string') return
    show(root, answer, bench.language)
    if (answer.isEdited) resting = setTimeout(() => say(answer.effect?.said ?? ''), rest)
  }

  const said = root.querySelector('[data-said]')
  const say = (words: string) => {
    if (said) said.textContent = words
  }
  return { ask }
}
