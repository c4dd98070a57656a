import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { questionWords, readingInUse } from '@piket/domain/circular/question-words.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Question } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { fewestCounted } from '@piket/domain/decision/public-view.ts'
import type { ComponentChildren } from 'preact'
import { along } from '#platform/along.ts'
import { longDay, momentText, numberText } from '#platform/language.ts'
import { Bar, type BarProps, folding, Notice, TakenAlong } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { AgencyDay, OpenQuestion, RegionDay } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly found: RegionDay
  /** Proposals are taken as in force from this day. */
  readonly simulate: Day | undefined
  readonly hasProposals: boolean
  readonly unitName: UnitName
  readonly t: Text
}

/** Since when a page is known, and that personal particulars are known later where they are. */
export const knownWords = (
  { known, personalLater }: Pick<RegionDay, 'known' | 'personalLater'>,
  zone: string,
  language: View['language'],
  t: Text,
): string => `${t.known(momentText(known, zone, language))}${personalLater ? `; ${t.personalNow}` : ''}`

export function RegionDayPage({ view, slug, zone, found, simulate, hasProposals, unitName, t }: Props) {
  const { day, total, agencies, inForce, questions } = found
  const number = (value: number) => numberText(value, view.language)
  const query = along(view.address, { tanggal: day })
  const open = agencies.reduce((sum, { leftOpen, turns }) => sum + (leftOpen ? turns : 0), 0)
  return (
    <Shell view={view} title={`${t.dayTitle}, ${longDay(day, view.language)}`} here="hari">
      <div class="head">
        <div>
          <h1>{longDay(day, view.language)}</h1>
          <p>
            {t.kind[found.kind]} · {knownWords(found, zone, view.language, t)}
          </p>
        </div>
        <DayForm day={day} address={view.address} t={t} />
      </div>
      {simulate !== undefined && (
        <Notice tone="unknown">
          <p>{t.simulated(longDay(simulate, view.language))}</p>
        </Notice>
      )}
      {found.withoutDecree && (
        <Notice tone="unknown">
          <p>{t.withoutDecree}</p>
        </Notice>
      )}
      <dl class="stats">
        <Stat label={t.office} value={number(total.office)} note={t.ofStaff(number(total.staff))} />
        <Stat label={t.home} value={number(total.home)} />
        <Stat label={t.field} value={number(total.field)} />
        <Stat label={t.leave} value={number(total.leave)} />
        {total.off > 0 && <Stat label={t.off} value={number(total.off)} />}
        {total.turns > 0 && (
          <Stat
            label={t.turns}
            value={number(total.turns)}
            note={open > 0 ? t.leftOpenCount(number(open)) : undefined}
          />
        )}
        <Stat label={t.gap} value={number(total.gap)} note={total.gap > 0 ? t.gapNote : undefined} />
        {total.conflict > 0 && <Stat label={t.conflict} value={number(total.conflict)} />}
        {total.undetermined > 0 && <Stat label={t.undetermined} value={number(total.undetermined)} />}
      </dl>
      <section class="card stack" aria-labelledby="surat">
        <h2 id="surat">{t.inForce}</h2>
        {inForce.length === 0 && <p>{t.nothingInForce}</p>}
        {inForce.length > 0 && (
          <ul class="list">
            {inForce.map(({ doc }) => (
              <li>
                <a href={`/${slug}/edaran/${doc.id}${query}`}>{citation(doc, doc.id)[view.language]}</a>
                <p class="small" lang="id">
                  {doc.title}
                </p>
              </li>
            ))}
          </ul>
        )}
        {hasProposals && simulate === undefined && (
          <p>
            {t.proposals} <a href={`/${slug}${along(view.address, { tanggal: day, simulasi: day })}`}>{t.simulate}</a>
          </p>
        )}
      </section>
      <section class="card stack" aria-labelledby="opd">
        <h2 id="opd">{t.agencies}</h2>
        {agencies.length > 0 && <FindForm action={`/${slug}/pegawai`} day={day} address={view.address} t={t} />}
        <AgencyTable
          agencies={agencies}
          href={(page, unit) => `/${slug}/${page}/${encodeURIComponent(unit)}${query}`}
          language={view.language}
          t={t}
        />
      </section>
      {questions.length > 0 && (
        <Questions questions={questions} slug={slug} query={query} unitName={unitName} language={view.language} t={t} />
      )}
    </Shell>
  )
}

const Stat = ({
  label,
  value,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly note?: string | undefined
}) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {value}
      {note && <small>{note}</small>}
    </dd>
  </div>
)

interface DayFormProps {
  readonly day: Day
  readonly address: string
  /** What the page asks beside the day, and goes on asking on another one. */
  readonly asked?: Readonly<Record<string, string | null>>
  readonly t: Text
}

/** Another day, without script: a link to each side and a form. */
export function DayForm({ day, address, asked = {}, t }: DayFormProps) {
  const toDay = (to: Day) => along(address, { tanggal: to, ...asked })
  return (
    <form class="act day" method="get" data-auto>
      <a class="ds-button" data-variant="secondary" data-size="sm" href={toDay(addDays(day, -1))} rel="prev">
        <span aria-hidden="true">←</span>
        <span class="ds-sr-only">{t.before}</span>
      </a>
      <label class="ds-sr-only" for="tanggal">
        {t.date}
      </label>
      <input id="tanggal" type="date" name="tanggal" value={day} required />
      {Object.entries(asked).map(
        ([name, value]) => value !== null && <input type="hidden" name={name} value={value} />,
      )}
      <TakenAlong address={address} />
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t.show}
      </button>
      <a class="ds-button" data-variant="secondary" data-size="sm" href={toDay(addDays(day, 1))} rel="next">
        <span aria-hidden="true">→</span>
        <span class="ds-sr-only">{t.after}</span>
      </a>
    </form>
  )
}

interface FindProps {
  /** Which page answers; the own one where it is left out. */
  readonly action?: string
  readonly day: Day
  readonly search?: string
  readonly address: string
  /** What narrows the search beside the name. */
  readonly children?: ComponentChildren
  readonly t: Text
}

/** Looks for people by part of the name. */
export function FindForm({ action, day, search = '', address, children, t }: FindProps) {
  return (
    <form class="act find" method="get" action={action}>
      <label class="ds-sr-only" for="cari">
        {t.findName}
      </label>
      <input id="cari" type="search" name="cari" value={search} placeholder={t.findName} maxLength={80} />
      {children}
      <input type="hidden" name="tanggal" value={day} />
      <TakenAlong address={address} />
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t.find}
      </button>
    </form>
  )
}

interface TableProps {
  readonly agencies: readonly AgencyDay[]
  readonly href: (page: 'opd' | 'jadwal', unit: string) => string
  readonly language: View['language']
  readonly t: Text
}

function AgencyTable({ agencies, href, language, t }: TableProps) {
  const number = (value: number) => numberText(value, language)
  if (agencies.length === 0) return <p>{t.empty}</p>
  return (
    <table class="ds-table fold" {...folding.table}>
      <thead {...folding.rows}>
        <tr {...folding.row}>
          <th {...folding.column} scope="col">
            {t.agency}
          </th>
          <th {...folding.column} scope="col">
            {t.seats}
          </th>
          <th {...folding.column} scope="col" class="num">
            {t.staff}
          </th>
          <th {...folding.column} scope="col" class="num">
            {t.home}
          </th>
          <th {...folding.column} scope="col" class="num">
            {t.gap}
          </th>
          <th {...folding.column} scope="col" class="num">
            {t.undetermined}
          </th>
        </tr>
      </thead>
      <tbody {...folding.rows}>
        {agencies.map((agency) => (
          <tr {...folding.row}>
            <th {...folding.header} scope="row">
              <a href={href('opd', agency.unit)}>{agency.name}</a>
            </th>
            <td {...folding.cell} data-l={t.seats}>
              <SeatBar agency={agency} rosterHref={href('jadwal', agency.unit)} language={language} t={t} />
            </td>
            <td {...folding.cell} class="num" data-l={t.staff}>
              {number(agency.staff)}
            </td>
            <td {...folding.cell} class="num" data-l={t.home}>
              {number(agency.home)}
            </td>
            <td {...folding.cell} class={agency.gap > 0 ? 'num' : 'num nil'} data-l={t.gap}>
              {agency.gap > 0 ? number(agency.gap) : '–'}
            </td>
            <td
              {...folding.cell}
              class={agency.undetermined + agency.conflict > 0 ? 'num' : 'num nil'}
              data-l={t.undetermined}
            >
              {agency.undetermined + agency.conflict > 0 ? number(agency.undetermined + agency.conflict) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Seats filled against the quota, in both directions. */
export function SeatBar({
  agency,
  rosterHref,
  language,
  t,
}: {
  readonly agency: AgencyDay
  readonly rosterHref: string
  readonly language: View['language']
  readonly t: Text
}) {
  const number = (value: number) => numberText(value, language)
  const { office, staff, turns, seats, leftOpen } = agency
  const { limits } = seats
  const base = Math.max(1, staff)
  if (!limits) {
    const label = `${number(office)} · ${t.noQuota}`
    return <Labelled label={label} value={office / base} tone="office" />
  }
  const ceiling = limits.capped
  const bound = ceiling ? limits.max : limits.min
  const label = ceiling ? t.atMost(office, bound) : t.atLeast(office, bound)
  const ticks = { cap: ceiling ? limits.max / base : undefined, floor: limits.min > 0 ? limits.min / base : undefined }
  if (leftOpen)
    return (
      <Labelled label={label} value={office / base} tone="conflict" {...ticks}>
        , <a href={rosterHref}>{t.leftOpen}</a>
      </Labelled>
    )
  if (turns > 0) return <Labelled label={`${label}, ${t.waiting}`} value={office / base} tone="unknown" {...ticks} />
  const full = ceiling && office > limits.max
  const bare = office < limits.min
  const verdict = full ? t.tooFull : bare ? t.tooEmpty : undefined
  return (
    <Labelled
      label={verdict ? `${label}: ${verdict}` : label}
      value={office / base}
      tone={verdict ? 'conflict' : 'office'}
      {...ticks}
    />
  )
}

/** A bar under its words; what follows them may hold a link. */
function Labelled({ children, ...bar }: BarProps & { readonly children?: ComponentChildren }) {
  return (
    <div>
      <span class="small">
        {bar.label}
        {children}
      </span>
      <Bar {...bar} />
    </div>
  )
}

interface QuestionProps {
  readonly questions: readonly OpenQuestion[]
  readonly slug: string
  readonly query: string
  readonly unitName: UnitName
  readonly language: View['language']
  readonly t: Text
}

function Questions({ questions, slug, query, unitName, language, t }: QuestionProps) {
  const effect = ({ question, answer, moved }: OpenQuestion, { id, impossible }: Question['readings'][number]) => {
    if (id === readingInUse(question, answer)) return t.used
    if (impossible !== undefined) return t.impossible
    const people = moved.get(id) ?? null
    if (people === null) return t.few(fewestCounted)
    return people === 0 ? t.nobody : t.people(people)
  }
  return (
    <section class="card stack" aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{t.questions}</h2>
      <p class="small quiet">{t.questionsLead}</p>
      <ul class="list">
        {questions.map((one) => (
          <li class="stack-s">
            <p lang="id">
              <a href={`/${slug}/edaran/${one.doc.id}${query}#${one.question.id}`}>{one.question.text}</a>
            </p>
            <p class="small quiet">{questionWords(one.question, one.answer)[language]}</p>
            <ul class="stack-s small">
              {one.question.readings.map((reading) => (
                <li>
                  {readingWords(one.doc, reading, unitName)
                    .map((said) => said[language])
                    .join('; ') ||
                    (reading.note ?? t.asWritten)}{' '}
                  – <strong>{effect(one, reading)}</strong>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
