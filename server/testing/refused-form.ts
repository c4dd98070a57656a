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
  /** How many events the answer left. */
  readonly written: number
  readonly body: string
}

/** Sends a form as a page without script does. */
export async function sendForm(
  { app, database }: Pick<ServedRegion, 'app' | 'database'>,
  piket: string | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<RefusedOnPage> {
  const events = () => sql<{ count: number }>`select count(*)::int as count from event`.execute(database.owner)
  const before = await events()
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    ...(piket !== undefined && { cookies: { piket } }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  const after = await events()
  const notice = documentOf(body).querySelector('.notice:has([role=alert])')
  const form = notice?.closest('form') ?? null
  const inputs = [...(form?.querySelectorAll('[name]') ?? [])].filter(
    (one) => one.getAttribute('type') !== 'radio' || one.hasAttribute('checked'),
  )
  const held = (one: (typeof inputs)[number]) =>
    one.tagName === 'SELECT'
      ? (one.querySelector('option[selected]')?.getAttribute('value') ?? '')
      : (one.getAttribute('value') ?? one.textContent ?? '')
  return {
    status: statusCode,
    code: wordsOf(notice?.querySelector('a.code') ?? null),
    at: form?.getAttribute('action') ?? null,
    typed: Object.fromEntries(inputs.map((one) => [one.getAttribute('name'), held(one)])),
    wrong: Object.fromEntries(
      inputs
        .filter((one) => one.hasAttribute('aria-invalid'))
        .map((one) => [
          one.getAttribute('name'),
          wordsOf(form?.querySelector(`[id="${one.getAttribute('id')}-salah"]`) ?? null),
        ]),
    ),
    written: (after.rows[0]?.count ?? 0) - (before.rows[0]?.count ?? 0),
    body,
  }
}
