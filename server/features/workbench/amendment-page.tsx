import { dayOf } from '@piket/domain/calendar/day.ts'
import { changesOf, isOvertaken } from '@piket/domain/circular/amendment.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { dayText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { BenchProps } from './bench-page.tsx'

/** What an amendment changes, in the words of its letter; and that its document reads otherwise by now. */
export function Amendment({ draft, slug, bench: { base }, unitName, view: { language }, form, t }: BenchProps) {
  if (!base || draft.endedAs !== null) return null
  const { doc, first } = draft
  const { until } = doc.in_force
  const changes = readingWords(base.doc, { id: 'set', set: changesOf(doc, base) }, unitName)
  const moved = typeof until === 'string' && until !== base.until ? [t.newEnd(dayText(dayOf(until), language))] : []
  const said = [...changes.map((one) => one[language]), ...moved]
  return (
    <>
      {isOvertaken(first, base) && (
        <Notice tone="conflict">
          <p>{t.overtaken}</p>
          {form && (
            <Form action={`/${slug}/konsep/${draft.id}/lanjutan`}>
              <input type="hidden" name="lanjutan" value={form()} />
              <p class="act">
                <button class="ds-button" type="submit">
                  {t.goOn}
                </button>
              </p>
            </Form>
          )}
        </Notice>
      )}
      <section class="card stack-s" aria-labelledby="yang-diubah">
        <h2 id="yang-diubah">{t.amends}</h2>
        <p>
          <a href={`/${slug}/edaran/${base.doc.id}`}>{citation(base.doc, base.doc.id)[language]}</a>
        </p>
        {said.length === 0 && <p>{t.amendsNothing}</p>}
        <ul class="list">
          {said.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
