/** Puts what is tried in place of what the server has written, where the page has marked it. */
import { barOf, isShown, moveHeadings } from '@piket/domain/messages/effect-words.ts'
import { numberText } from '@piket/domain/messages/number-words.ts'
import type { Bench, Tried } from './asked.ts'

const impact = '[aria-labelledby=dampak]'
const strains = '[aria-labelledby=mustahil]'
const offices = '[aria-labelledby=kantor]'

type Effect = NonNullable<Tried['effect']>

/** Shows a trial. Nothing that has the focus is touched. */
export function show(root: HTMLElement, { isEdited, clause, clauses, effect }: Tried, language: Bench['language']) {
  for (const one of clauses) {
    const item = document.getElementById(one.id)
    if (!item || !root.contains(item)) continue
    say(item, '[data-sentence]', one.sentence)
    say(item, '[data-reached]', one.reached)
    hide(item, '[data-unsaved]', clause !== one.id)
  }
  hide(root, '[data-contradicts]', effect !== null)
  hide(root, impact, effect === null)
  hide(root, offices, effect === null)
  hide(root, `${offices} [data-unsaved]`, !isEdited)
  hide(root, strains, !effect || effect.strains.items.length === 0)
  hide(root, `${impact} [data-unsaved]`, !isEdited)
  hide(root, `${strains} [data-unsaved]`, !isEdited)
  if (!effect) return
  showImpact(root, effect, language)
  showOffices(root, effect)
  showStrains(root, effect)
}

function showImpact(root: HTMLElement, { title, lead, moves, days }: Effect, language: Bench['language']) {
  say(root, `${impact} h2`, title)
  say(root, `${impact} [data-lead]`, lead)
  say(root, `${impact} [data-days]`, days)
  for (const one of moveHeadings) {
    say(root, `[data-heading=${one}] [data-people]`, numberText(moves[one], language))
    hide(root, `[data-heading=${one}]`, !isShown(one, moves))
  }
  root.querySelector(`${impact} svg`)?.setAttribute('aria-label', title)
  for (const { heading, x, width } of barOf(moves)) {
    const part = root.querySelector(`[data-move=${heading}]`)
    part?.setAttribute('x', String(x))
    part?.setAttribute('width', String(width))
  }
}

function showStrains(root: HTMLElement, { strains: { title, lead, items } }: Effect) {
  say(root, `${strains} h2`, title)
  say(root, `${strains} [data-lead]`, lead)
  list(root, `${strains} ul`, items)
}

function showOffices(root: HTMLElement, { offices: { lead, unsettled, bars, agencies, left } }: Effect) {
  say(root, `${offices} [data-lead]`, lead)
  say(root, `${offices} [data-unsettled]`, unsettled)
  hide(root, `${offices} [data-unsettled]`, unsettled === '')
  for (const [at, { least, most, people }] of bars.entries()) {
    const bar = root.querySelectorAll(`${offices} [data-bar]`)[at]
    if (!bar) continue
    bar.querySelector('[data-least]')?.setAttribute('width', String(least))
    bar.querySelector('[data-most]')?.setAttribute('width', String(most))
    say(bar, '[data-range]', people)
  }
  list(root, `${offices} [data-agencies]`, agencies)
  list(root, `${offices} [data-left]`, left)
}

/** Fills a list anew from the model of an item that stands after it. */
function list(root: HTMLElement, where: string, items: readonly object[]) {
  const element = root.querySelector(where)
  const model = element?.nextElementSibling
  if (!element || !(model instanceof HTMLTemplateElement)) return
  element.replaceChildren(
    ...items.map((item) => {
      const made = model.content.cloneNode(true) as DocumentFragment
      for (const [slot, words] of Object.entries(item)) say(made, `[data-slot=${slot}]`, words)
      return made
    }),
  )
}

function say(within: ParentNode, where: string, words: string) {
  const element = within.querySelector(where)
  if (element && element.textContent !== words) element.textContent = words
}

export function hide(within: ParentNode, where: string, hidden: boolean) {
  const element = within.querySelector<HTMLElement>(where)
  if (element) element.hidden = hidden
}
