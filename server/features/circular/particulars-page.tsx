/** What stands beside the clauses: life, relations, lists, notes of the check. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { groupEntries } from '@piket/domain/circular/check-text.ts'
import { sourceWords } from '@piket/domain/circular/cite-words.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { instantWords, unitWithin } from '@piket/domain/circular/selector-words.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { factValueWords, schemeWords } from '@piket/domain/messages/fact-words.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import {
  basisWords,
  channelWords,
  eventWords,
  officeWords,
  positionWords,
  relationWords,
  weekdayWords,
  wordFor,
} from '@piket/domain/messages/words.ts'
import { dayText, type Language } from '#platform/language.ts'
import type { LetterMarks } from '../signing/service.ts'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'
import { changesMade } from './wording-page.tsx'

interface Said {
  readonly language: Language
  readonly t: Text
}

/** How units and regions are called. */
export interface Names {
  /** The id itself where nobody knows. */
  readonly unit: (unit: string) => string
  readonly region: (slug: string) => string
}

interface ParticularsProps extends Said {
  readonly filed: FiledCircular
  readonly letter: LetterMarks | undefined
  readonly slug: string
}

export function Particulars({ filed, letter, slug, language, t }: ParticularsProps) {
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
            issuer.channel && t.channel(wordFor(channelWords, issuer.channel)[language]),
          ]
            .filter(Boolean)
            .join(' · ')}
          {issuer.note && (
            <>
              {' · '}
              <span lang="id">{issuer.note}</span>
            </>
          )}
        </dd>
        <dt>{t.issued}</dt>
        <dd>
          {doc.issued_on === null ? t.unknown : dayText(doc.issued_on.slice(0, 10) as Day, language)}
          {doc.presented_on && ` · ${t.presented(dayText(doc.presented_on, language))}`}
        </dd>
        <dt>{t.recorded}</dt>
        <dd>
          {recorded === null ? t.always : dayText(recorded.slice(0, 10) as Day, language)} ({provenText(recordedBy, t)})
        </dd>
        <dt>{t.period}</dt>
        <dd>{periodText(doc, language, t)}</dd>
        <dt>{t.filed}</dt>
        <dd>{t.versions(version)}</dd>
        <dt>{t.sha}</dt>
        <dd class="code">{sha256}</dd>
        {letter && (
          <>
            <dt>{t.letter}</dt>
            <dd>
              <a href={`/${slug}/edaran/${doc.id}/surat.pdf`}>{t.letterOf(letter.signedBy)}</a>
              {letter.isSame && ` · ${t.letterSame}`}
              {letter.differs !== null && ` · ${t.letterDiffers(letter.differs)}`}
            </dd>
            <dd class="code">{letter.sha256}</dd>
          </>
        )}
        <dt>{t.sources}</dt>
        {doc.sources.map((source) => (
          <dd>
            <SourceText source={source} language={language} t={t} />
          </dd>
        ))}
      </dl>
      <p class="small">
        <a href={`${doc.id}/naskah.pdf`}>{t.asLetter}</a> · <a href={`${doc.id}/naskah.yaml`}>{t.file}</a>
      </p>
    </section>
  )
}

/** Which field of the document proves since when it was known. */
function provenText(field: string, t: Text): string {
  const [name = ''] = field.split('.').slice(-1)
  return t.proves[name as keyof Text['proves']] ?? field
}

interface SourceProps extends Said {
  readonly source: Circular['sources'][number]
}

/** Who wrote, on which day and which weekday they gave, and whose words they are. */
function SourceText({ source, language, t }: SourceProps) {
  const { said_on, weekday, by, note } = source
  const on = said_on && dayText(said_on, language)
  const said = weekday ? `${on} (${t.sourceWeekday(weekdayWords[weekday][language])})` : on
  return (
    <>
      {[sourceWords(source)[language], said, by].filter(Boolean).join(' · ')}
      {note && (
        <>
          {' · '}
          <span lang="id">{note}</span>
        </>
      )}
    </>
  )
}

interface RelationsProps extends Said {
  readonly names: Names
  readonly doc: Circular
  readonly others: readonly FiledCircular[]
  /** Another document as it read before this one. */
  readonly before: (target: string) => Circular | undefined
  readonly slug: string
  /** Goes along to the other documents. */
  readonly query: string
}

export function Relations({ doc, others, before, slug, query, names, language, t }: RelationsProps) {
  const byId = new Map(others.map((other) => [other.id, other.doc]))
  const named = (id: string) =>
    byId.has(id) ? <a href={`/${slug}/edaran/${id}${query}`}>{citation(byId.get(id), id)[language]}</a> : id
  const towards = others.flatMap(({ doc: other }) =>
    other.relations.filter(({ target }) => target === doc.id).map(({ type }) => ({ type, other })),
  )
  if (doc.relations.length + doc.basis.length + towards.length === 0) return null
  return (
    <section class="card stack-s" aria-labelledby="hubungan">
      <h2 id="hubungan">{t.relations}</h2>
      <ul class="list">
        {doc.relations.map((relation) => {
          const { type, target, drops, adds, note } = relation
          return (
            <li>
              {relationWords[type][language]} {target === null ? <em>{t.targetUnknown}</em> : named(target)}
              {drops && <p class="small">{t.drops(schemeText(drops, language))}</p>}
              {adds && <p class="small">{t.adds(schemeText(adds, language))}</p>}
              {note && (
                <p class="small quiet" lang="id">
                  {note}
                </p>
              )}
              {changesMade(relation, target === null ? undefined : before(target), names.unit, language).map((one) => (
                <p class="small">{one}</p>
              ))}
            </li>
          )
        })}
        {towards.map(({ type, other }) => (
          <li>
            {named(other.id)} {relationWords[type][language]} {t.thisDocument}
          </li>
        ))}
      </ul>
      {doc.basis.length > 0 && (
        <>
          <h3>{t.chain}</h3>
          <ul class="list small">
            {doc.basis.map(({ type, of, region, number, date, note }) => (
              <li>
                {[
                  wordFor(basisWords, type)[language],
                  wordFor(basisOfWords, of)[language],
                  region && names.region(region),
                  number,
                  date && dayText(date, language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {note && (
                  <>
                    {' · '}
                    <span lang="id">{note}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const basisOfWords = { ...officeWords, ...schemeWords }

const schemeText = (keys: readonly string[], language: Language) =>
  keys.map((key) => wordFor(schemeWords, key)[language]).join(', ')

interface GroupsProps extends Said {
  readonly doc: Circular
  readonly unitName: (unit: string) => string
}

export function Groups({ doc, unitName, language, t }: GroupsProps) {
  const entries = Object.entries(doc.groups)
  if (entries.length === 0) return null
  const said = (unit: string) => unitWithin(unit, unitName, { language })
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
                {wordFor(factValueWords, body)[language]} ({t.outside})
              </li>
            ))}
          </ul>
        </div>
      ))}
      {doc.stated_counts?.map(({ of, stated }) => {
        const named = of.reduce((sum, name) => sum + groupEntries(doc, name).length, 0)
        return <p class="small">{t.counted(stated, named)}</p>
      })}
    </section>
  )
}

interface NotesProps extends Said {
  readonly doc: Circular
  readonly problems: readonly Problem[]
}

/** What the text leaves unclear, as facts: codes and advice belong to `piket check`, for whoever keeps the file. */
export function Notes({ doc, problems, language, t }: NotesProps) {
  const told = problems.filter(({ code }) => !saidElsewhere(doc, code))
  if (told.length === 0) return null
  return (
    <details class="card">
      <summary>
        {t.problems} ({told.length})
      </summary>
      <ul class="list small">
        {told.map(({ finding }) => (
          <li>{finding[language]}</li>
        ))}
      </ul>
    </details>
  )
}

/** A question says itself what waits for its answer, and the period when an open end is reviewed. */
export const saidElsewhere = ({ in_force: { review } }: Circular, code: string): boolean =>
  code === 'PKT-606' || (code === 'PKT-501' && review !== undefined)

/** From when until when, and on what it hangs. */
export function periodText({ in_force }: Circular, language: Language, t: Text): string {
  const { from, until, while: condition, review } = in_force
  const day = (moment: string) => instantWords(moment)[language]
  const event = (name: string) => wordFor(eventWords, name)[language]
  const start = from === null ? t.noStart : typeof from === 'string' ? t.from(day(from)) : t.waits(event(from.event))
  const end = until === null ? t.open : typeof until === 'string' ? t.until(day(until)) : t.waits(event(until.event))
  const period = from === null && until === null ? [t.periodUnknown] : [start, end]
  return [...period, condition && t.whileEvent(event(condition.event)), review && t.review(dayText(review, language))]
    .filter(Boolean)
    .join(', ')
}
