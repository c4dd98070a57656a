import type { Day } from '@piket/domain/calendar/day.ts'
import { employmentWords, jobWords, positionWords, type Vocabulary, wordFor } from '@piket/domain/messages/words.ts'
import { type StaffColumn, staffColumns } from '@piket/domain/objection/staff-columns.ts'
import { dayText, type Language } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { OwnData } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly own: OwnData
  /** A moment in the region's own time. */
  readonly moment: (at: number) => string
  readonly t: Text
}

/** What is held about the person who asks, and who read it. */
export function OwnDataPage({ view, slug, own: { held, reads, staffRecord }, moment, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <a class="ds-button" data-variant="secondary" href={`/${slug}/data-saya.json`} download>
          {t.take}
        </a>
      </div>
      <div class="cols even">
        <section class="card" aria-labelledby="disimpan">
          <h2 id="disimpan">{t.heldTitle}</h2>
          <p class="small quiet">{t.droppedLead}</p>
          <ul class="list">
            {[...held].map(([table, rows]) => (
              <li class="row">
                <span class="grow">{t.tables[table] ?? table}</span>
                <span class="small quiet">{t.rows(rows.length)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="card stack-s" aria-labelledby="pembaca">
          <h2 id="pembaca">{t.readsTitle}</h2>
          <p class="small quiet">{t.readsLead}</p>
          {reads.length === 0 && <p>{t.noReads}</p>}
          <ul class="list">
            {reads.map(({ by, fields, agency, times, lastAt }) => (
              <li class="row">
                <div class="grow">
                  <p>{by.name ?? t.system}</p>
                  <p class="small quiet">
                    {by.title && `${by.title} · `}
                    {[...new Set(fields.map((field) => t.read[field] ?? t.health))].join(', ')}
                    {agency !== null && ` ${t.ofAgency}`} · {t.times(times)}
                  </p>
                </div>
                <span class="small quiet">{moment(lastAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section class="card stack-s" aria-labelledby="keliru">
        <h2 id="keliru">{t.wrongTitle}</h2>
        <p>{t.wrong}</p>
        <p>
          <a href={`/${slug}/keberatan`}>{t.objections}</a>
          {' · '}
          <a href={`/${slug}/disiplin`}>{t.absence}</a>
        </p>
        <ul class="list">
          {staffRecord.map(({ column, value }) => (
            <li class="row">
              <span class="grow">
                {capital(staffColumns[column][language])}: {value === null ? t.empty : said(column, value, language, t)}
              </span>
              <a
                class="small"
                href={`/${slug}/keberatan?${new URLSearchParams({ kolom: column })}`}
                aria-label={t.isWrongOf(staffColumns[column][language])}
              >
                {t.isWrong}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const vocabularies: Readonly<Partial<Record<StaffColumn, Vocabulary>>> = {
  employment: employmentWords,
  job: jobWords,
  position: positionWords,
}

/** What a column holds, in words where it holds a word of the rules. */
const said = (column: StaffColumn, value: string, language: Language, t: Text): string => {
  if (column === 'birth_on') return dayText(value as Day, language)
  const vocabulary = vocabularies[column]
  return vocabulary ? wordFor(vocabulary, value)[language] : (t.values[column]?.[value] ?? value)
}
