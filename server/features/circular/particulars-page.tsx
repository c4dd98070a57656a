/** What stands beside the clauses: life, relations, lists, figures, notes of the check. */
import { type Day, isDay } from '@piket/domain/calendar/day.ts'
import type { Circular, Group } from '@piket/domain/circular/schema.ts'
import { unitWords } from '@piket/domain/circular/selector-words.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { factFieldWords, factValueWords, factWords } from '@piket/domain/messages/fact-words.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { kindWords, officeWords, positionWords, relationWords, wordFor } from '@piket/domain/messages/words.ts'
import { dayText, type Language, numberText } from '#platform/language.ts'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'

interface Said {
  readonly language: Language
  readonly t: Text
}

export function Particulars({ filed, language, t }: { readonly filed: FiledCircular } & Said) {
  const { doc, recorded, recordedBy, version, sha256 } = filed
  const { issuer } = doc
  const announced =
    issuer.announced_by &&
    t.announced(issuer.announced_by, issuer.announced_as ? wordFor(officeWords, issuer.announced_as)[language] : '')
  return (
    <section class="card stack-s" aria-labelledby="riwayat">
      <h2 id="riwayat">{t.lifecycle}</h2>
      <dl class="facts small">
        <dt>{t.issuer}</dt>
        <dd>
          {[
            wordFor(officeWords, issuer.office)[language],
            issuer.signed_by ? t.signed(issuer.signed_by) : t.signerUnknown,
            announced,
          ]
            .filter(Boolean)
            .join(' · ')}
        </dd>
        <dt>{t.issued}</dt>
        <dd>{doc.issued_on === null ? t.unknown : dayText(doc.issued_on.slice(0, 10) as Day, language)}</dd>
        <dt>{t.recorded}</dt>
        <dd>
          {recorded === null ? t.always : dayText(recorded.slice(0, 10) as Day, language)} ({t.proves(recordedBy)})
        </dd>
        <dt>{t.period}</dt>
        <dd>{periodText(doc, language, t)}</dd>
        <dt>{t.filed}</dt>
        <dd>{t.versions(version)}</dd>
        <dt>{t.sha}</dt>
        <dd class="code">{sha256}</dd>
        <dt>{t.sources}</dt>
        <dd lang="id">
          {doc.sources.map(({ publisher, by }) => [publisher, by].filter(Boolean).join(' – ')).join('; ')}
        </dd>
      </dl>
      <p class="small">
        <a href={`${doc.id}/naskah.yaml`}>{t.file}</a>
      </p>
    </section>
  )
}

interface RelationsProps extends Said {
  readonly doc: Circular
  readonly others: readonly FiledCircular[]
  readonly slug: string
}

export function Relations({ doc, others, slug, language, t }: RelationsProps) {
  const byId = new Map(others.map((other) => [other.id, other.doc]))
  const named = (id: string) =>
    byId.has(id) ? <a href={`/${slug}/edaran/${id}`}>{citation(byId.get(id), id)[language]}</a> : id
  const towards = others.flatMap(({ doc: other }) =>
    other.relations.filter(({ target }) => target === doc.id).map(({ type }) => ({ type, other })),
  )
  if (doc.relations.length + doc.basis.length + towards.length === 0) return null
  return (
    <section class="card stack-s" aria-labelledby="hubungan">
      <h2 id="hubungan">{t.relations}</h2>
      <ul class="list">
        {doc.relations.map(({ type, target, note }) => (
          <li>
            {relationWords[type][language]} {target === null ? <em>{t.targetUnknown}</em> : named(target)}
            {note && (
              <p class="small quiet" lang="id">
                {note}
              </p>
            )}
          </li>
        ))}
        {towards.map(({ type, other }) => (
          <li>
            {named(other.id)} {relationWords[type][language]} {language === 'id' ? 'surat ini' : 'this document'}
          </li>
        ))}
      </ul>
      {doc.basis.length > 0 && (
        <>
          <h3>{t.chain}</h3>
          <ul class="list small">
            {doc.basis.map(({ type, of, number, date, note }) => (
              <li lang="id">
                {[
                  wordFor(kindWords, type)[language],
                  wordFor(officeWords, of)[language],
                  number,
                  date && dayText(date, language),
                  note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface GroupsProps extends Said {
  readonly groups: Readonly<Record<string, Group>>
  readonly unitName: (unit: string) => string
}

export function Groups({ groups, unitName, language, t }: GroupsProps) {
  const entries = Object.entries(groups)
  if (entries.length === 0) return null
  const said = (unit: string) => unitWords(unit, unitName, { language })
  return (
    <section class="card stack" aria-labelledby="daftar">
      <h2 id="daftar">{t.groups}</h2>
      {entries.map(([name, { label_id, complete, units = [], items = {}, positions = [], outside = [] }]) => (
        <div class="stack-s">
          <h3 lang="id">
            {label_id ?? name}
            {complete === false && ` (${t.examples})`}
          </h3>
          <ul class="small">
            {units.map((unit) => (
              <li>{said(unit)}</li>
            ))}
            {Object.entries(items).map(([number, own]) => (
              <li>
                {number}. {own.map(said).join(', ')}
              </li>
            ))}
            {positions.map((position) => (
              <li>{wordFor(positionWords, position)[language]}</li>
            ))}
            {outside.map((body) => (
              <li>
                {body} ({t.outside})
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

export function Figures({ doc, language, t }: { readonly doc: Circular } & Said) {
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
              <Fields entry={figure} hidden={['what', 'total', 'parts']} language={language} />
            </div>
          ))}
        </section>
      )}
      {measures.length > 0 && (
        <Facts id="program" title={t.measures} entries={measures} hidden={['id', 'what']} language={language} />
      )}
      {observations.length > 0 && (
        <Facts
          id="kejadian"
          title={t.observations}
          entries={observations}
          hidden={['what', 'people']}
          language={language}
        />
      )}
    </>
  )
}

interface FactsProps {
  readonly id: string
  readonly title: string
  readonly entries: readonly { readonly what: string; readonly people?: unknown }[]
  readonly hidden: readonly string[]
  readonly language: Language
}

function Facts({ id, title, entries, hidden, language }: FactsProps) {
  return (
    <section class="card stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="list small">
        {entries.map((entry) => (
          <li>
            <strong>{wordFor(factWords, entry.what)[language]}</strong>
            <Fields entry={entry} hidden={hidden} language={language} />
            {Array.isArray(entry.people) && (
              <ul>
                {entry.people.map((person: Readonly<Record<string, unknown>>) => (
                  <li>
                    {[person.name, person.title ?? person.post, person.body, person.role]
                      .filter(Boolean)
                      .map((field) => valueText(field, language))
                      .join(', ')}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The fields of an entry in words; what is not known (null) is left out. */
function Fields({
  entry,
  hidden,
  language,
}: {
  readonly entry: object
  readonly hidden: readonly string[]
  readonly language: Language
}) {
  const shown = Object.entries(entry).filter(
    ([key, value]) => !hidden.includes(key) && value !== null && value !== undefined,
  )
  return (
    <p class="quiet">
      {shown
        .map(([key, value]) => `${wordFor(factFieldWords, key)[language]}: ${valueText(value, language)}`)
        .join(' · ')}
    </p>
  )
}

function valueText(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join(', ')
  const text = String(value)
  if (isDay(text)) return dayText(text, language)
  // A key is one word of the vocabulary; anything else is text of the document.
  return text in factValueWords ? wordFor(factValueWords, text)[language] : text
}

interface SumProps extends Said {
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

export function Notes({ problems, language, t }: { readonly problems: readonly Problem[] } & Said) {
  if (problems.length === 0) return null
  return (
    <details class="card">
      <summary>
        {t.problems} ({problems.length})
      </summary>
      <ul class="list small">
        {problems.map(({ code, finding, fix }) => (
          <li>
            <span class="code">{code}</span> {finding[language]} <span class="quiet">{fix[language]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** From when until when, and on what it hangs. */
export function periodText({ in_force }: Circular, language: Language, t: Text): string {
  const { from, until, while: condition, review } = in_force
  const day = (moment: string) =>
    `${dayText(moment.slice(0, 10) as Day, language)}${moment.slice(10).replace('T', ' ')}`
  const start =
    from === null ? t.noStart : typeof from === 'string' ? t.from(day(from)) : t.waits(from.event.replaceAll('_', ' '))
  const end =
    until === null
      ? t.open
      : typeof until === 'string'
        ? t.until(day(until))
        : t.waits(until.event.replaceAll('_', ' '))
  return [
    start,
    end,
    condition && t.whileEvent(condition.event.replaceAll('_', ' ')),
    review && t.review(dayText(review, language)),
  ]
    .filter(Boolean)
    .join(', ')
}
