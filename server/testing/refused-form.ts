/** What a test asks of a form that is refused: where the refusal stands, and whether what was typed is still there. */
import { sql } from 'kysely'
import { documentOf, wordsOf } from './page.ts'
import type { ServedRegion } from './served-region.ts'

export interface RefusedOnPage {
  readonly status: number
  /** The stable code, as the page shows it. */
  readonly code: string
  /** The address of the form in which the refusal stands; null: it stands at the top of the page. */
  readonly at: string | null
  /** What its fields hold; of choices, what is chosen. */
  readonly typed: Readonly<Record<string, string>>
  /** What is said at each field. */
  readonly wrong: Readonly<Record<string, string>>
  /** Under which label each field stands. */
  readonly labels: Readonly<Record<string, string>>
  /** What is said above the form. */
  readonly said: string
}

interface Answer {
  readonly statusCode: number
  readonly body: string
}

/** What a page says of the form that was refused. */
export function refusedIn({ statusCode, body }: Answer): RefusedOnPage {
  const notice = documentOf(body).querySelector('.notice:has([role=alert])')
  const form = notice?.closest('form') ?? null
  const inputs = [...(form?.querySelectorAll('[name]') ?? [])].filter(
    (one) =>
      one.tagName !== 'BUTTON' &&
      (!/^(radio|checkbox)$/.test(one.getAttribute('type') ?? '') || one.hasAttribute('checked')),
  )
  const held = (one: (typeof inputs)[number]) =>
    one.tagName === 'SELECT'
      ? (one.querySelector('option[selected]')?.getAttribute('value') ?? '')
      : (one.getAttribute('value') ?? one.textContent ?? '')
  // Of a group of choices, the group is described, and its inputs have the name.
  const wrong = [...(form?.querySelectorAll('[id$="-salah"]') ?? [])].map((words) => {
    const about = form?.querySelector(`[aria-describedby~="${words.id}"]`)
    return [about?.getAttribute('name') ?? about?.querySelector('[name]')?.getAttribute('name'), wordsOf(words)]
  })
  const labels = inputs.map((one) => {
    const label = form?.querySelector(`label[for="${one.id}"]`) ?? one.closest('fieldset')?.querySelector('legend')
    return [one.getAttribute('name'), wordsOf(label ?? null)]
  })
  return {
    status: statusCode,
    code: wordsOf(notice?.querySelector('a.code') ?? null),
    at: form?.getAttribute('action') ?? null,
    typed: Object.fromEntries(inputs.map((one) => [one.getAttribute('name'), held(one)])),
    wrong: Object.fromEntries(wrong),
    labels: Object.fromEntries(labels),
    said: wordsOf(notice?.querySelector('[role=alert]') ?? null),
  }
}

/** Sends a form as a page without script does. `written`: how many events it left. */
export async function sendForm(
  { app, database }: Pick<ServedRegion, 'app' | 'database'>,
  piket: string | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<RefusedOnPage & { readonly body: string; readonly written: number }> {
  const eventsLeft = async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from event`.execute(database.owner)
    return rows[0]?.count ?? 0
  }
  const before = await eventsLeft()
  const answer = await app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    ...(piket !== undefined && { cookies: { piket } }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  return { ...refusedIn(answer), body: answer.body, written: (await eventsLeft()) - before }
}
