/** What a document keeps without ruling: figures, measures, observations. */
import { isDay } from '@piket/domain/calendar/day.ts'
import { citeWords } from '@piket/domain/circular/cite-words.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { factFieldWords, factValueWords, factWords } from '@piket/domain/messages/fact-words.ts'
import { wordFor } from '@piket/domain/messages/words.ts'
import { dayText, type Language, monthText, nameOfSlug, numberText } from '#platform/language.ts'
import type { Names } from './particulars-page.tsx'
import type { Text } from './text.ts'

interface Said {
  readonly doc: Circular
  readonly names: Names
  readonly language: Language
  readonly t: Text
}

export function Figures(said: Said) {
  const { doc, language, t } = said
  const { figures = [], observations = [], measures = [] } = doc
  return (
    <>
      {figures.length > 0 && (
        <section class="card stack" aria-labelledby="angka">
          <h2 id="angka">{t.figures}</h2>
          {figures.map((figure) => (
            <div class="stack-s">
              <h3>{wordFor(factWords, figure.what)[language]}</h3>
              {figure.total !== undefined && (
                <Sum total={figure.total} parts={figure.parts} language={language} t={t} />
              )}
              <Fields entry={figure} hidden={['what', 'total', 'parts']} {...said} />
            </div>
          ))}
        </section>
      )}
      {measures.length > 0 && (
        <Facts id="program" title={t.measures} entries={measures} hidden={['id', 'what']} {...said} />
      )}
      {observations.length > 0 && (
        <Facts id="kejadian" title={t.observations} entries={observations} hidden={['what', 'people']} {...said} />
      )}
    </>
  )
}

interface FactsProps extends Said {
  readonly id: string
  readonly title: string
  readonly entries: readonly { readonly what: string; readonly people?: unknown }[]
  readonly hidden: readonly string[]
}

function Facts({ id, title, entries, hidden, ...said }: FactsProps) {
  return (
    <section class="card stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="list small">
        {entries.map((entry) => (
          <li>
            <strong>{wordFor(factWords, entry.what)[said.language]}</strong>
            <Fields entry={entry} hidden={hidden} {...said} />
            {Array.isArray(entry.people) && (
              <ul>
                {entry.people.map((person: Readonly<Record<string, unknown>>) => (
                  <li>{personText(person, said)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Name, post and body of somebody; who is not on the region's staff is said to be from outside. */
function personText(
  { name, title, post, body, body_kind, outside, role }: Readonly<Record<string, unknown>>,
  said: Said,
) {
  const { language, t } = said
  const at = typeof body !== 'string' ? undefined : outside === true ? nameOfSlug(body) : fieldText('unit', body, said)
  const known = [name, title ?? post, at, body_kind].filter(Boolean).map((field) => valueText(field, language))
  return [...known, outside === true ? t.outside : '', role ? valueText(role, language) : ''].filter(Boolean).join(', ')
}

interface FieldsProps extends Said {
  readonly entry: object
  readonly hidden: readonly string[]
}

/** The fields of an entry in words; what is not known (null) is left out. */
function Fields({ entry, hidden, ...said }: FieldsProps) {
  const shown = Object.entries(entry).filter(
    ([key, value]) => !hidden.includes(key) && value !== null && value !== undefined,
  )
  return (
    <p class="quiet">
      {shown
        .map(([key, value]) => `${wordFor(factFieldWords, key)[said.language]}: ${fieldText(key, value, said)}`)
        .join(' · ')}
    </p>
  )
}

/** A value in words; units and regions by their names. */
function fieldText(key: string, value: unknown, { doc, names, language }: Said): string {
  if (typeof value !== 'string') return valueText(value, language)
  if (key === 'cite') return citeWords(doc, value)[language]
  const named = key === 'unit' || key === 'agency' ? names.unit(value) : key === 'region' ? names.region(value) : value
  return named === value ? valueText(value, language) : named
}

function valueText(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join(', ')
  const text = String(value)
  if (isDay(text)) return dayText(text, language)
  if (/^\d{4}-\d{2}$/.test(text)) return monthText(text, language)
  // A key is one word of the vocabulary; anything else is text of the document.
  return text in factValueWords ? wordFor(factValueWords, text)[language] : text
}

interface SumProps extends Pick<Said, 'language' | 't'> {
  readonly total: number
  readonly parts: Readonly<Record<string, number>> | undefined
}

/** A total with its parts, added up again before it is shown. */
function Sum({ total, parts, language, t }: SumProps) {
  const entries = Object.entries(parts ?? {})
  const right = entries.reduce((sum, [, part]) => sum + part, 0) === total
  return (
    <>
      <p class="sum">
        <span>{numberText(total, language)}</span>
        {entries.map(([name, part], position) => (
          <>
            <i>{position === 0 ? '=' : '+'}</i>
            <span>
              {numberText(part, language)}
              <small>{wordFor(factFieldWords, name)[language]}</small>
            </span>
          </>
        ))}
      </p>
      {entries.length > 0 && <p class="small">{right ? t.sumRight : t.sumWrong}</p>}
    </>
  )
}
