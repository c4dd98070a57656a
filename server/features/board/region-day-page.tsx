import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { along } from '#platform/along.ts'
import { type Language, longDay, numberText } from '#platform/language.ts'
import { folding, Notice } from '#platform/parts.tsx'
import { Link, peopleHref } from '#platform/people-link.tsx'
import { Questions } from '#platform/questions.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { DayHead } from './day-head-page.tsx'
import { FindForm } from './find-form-page.tsx'
import { SeatBar } from './seat-bar-page.tsx'
import type { AgencyDay, RegionDay } from './service.ts'
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
  /** Whether the viewer may look for people of the whole region. */
  readonly mayFind: boolean
  readonly t: Text
}

export function RegionDayPage({ view, slug, zone, found, simulate, hasProposals, unitName, mayFind, t }: Props) {
  const { day, total, agencies, inForce, questions } = found
  const number = (value: number) => numberText(value, view.language)
  const query = along(view.address, { tanggal: day })
  const open = agencies.reduce((sum, { leftOpen, turns }) => sum + (leftOpen ? turns : 0), 0)
  return (
    <Shell view={view} title={`${t.dayTitle}, ${longDay(day, view.language)}`} here="hari">
      <DayHead
        view={view}
        zone={zone}
        day={day}
        known={found.known}
        personalLater={found.personalLater}
        simulate={simulate}
        about={t.kind[found.kind]}
        t={t}
      >
        <h1>{longDay(day, view.language)}</h1>
      </DayHead>
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
              <Cited doc={doc} href={`/${slug}/edaran/${doc.id}${query}`} language={view.language} />
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
        {mayFind && agencies.length > 0 && (
          <FindForm action={`/${slug}/pegawai`} day={day} address={view.address} t={t} />
        )}
        <AgencyTable
          agencies={agencies}
          href={(page, unit) => peopleHref(view, unit, `/${slug}/${page}/${encodeURIComponent(unit)}${query}`)}
          language={view.language}
          t={t}
        />
      </section>
      <Questions
        questions={questions}
        day={day}
        href={({ doc, question }) => `/${slug}/edaran/${doc.id}${query}#${question.id}`}
        unitName={unitName}
        language={view.language}
      />
    </Shell>
  )
}

interface CitedProps {
  readonly doc: Circular
  readonly href: string
  readonly language: Language
}

/** A document and its title, which is said once where it is cited by it. */
function Cited({ doc, href, language }: CitedProps) {
  const cited = citation(doc, doc.id)[language]
  return (
    <li>
      <a href={href}>{cited}</a>
      {!cited.includes(doc.title) && (
        <p class="small" lang="id">
          {doc.title}
        </p>
      )}
    </li>
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

interface TableProps {
  readonly agencies: readonly AgencyDay[]
  /** undefined: the viewer may not read people of the unit. */
  readonly href: (page: 'opd' | 'jadwal', unit: string) => string | undefined
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
              <Link href={href('opd', agency.unit)}>{agency.name}</Link>
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
