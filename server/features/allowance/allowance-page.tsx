import { bandKinds } from '@piket/domain/attendance/allowance-facts.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { Choice, Field } from '#platform/field.tsx'
import { monthText } from '#platform/language.ts'
import { BesideLink } from '#platform/paging.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { BandForm } from './schema.ts'
import type { AllowanceMonth } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly own: AllowanceMonth
  /** As it was typed; a new form has only its number. */
  readonly typed: Partial<BandForm> & Pick<BandForm, 'nomor'>
  readonly refusal: Refusal | undefined
  readonly t: Text
}

/** The facts of a month to take along, and the bands of the region's regulation. */
export function AllowancePage({ view, own, typed, refusal, t }: Props) {
  const { region, month, closed } = own
  const here = `/${region.slug}/tpp`
  const first = `${month}-01` as Day
  const toMonth = (day: Day) => `${here}?bulan=${day.slice(0, 7)}`
  return (
    <Shell view={view} title={t.title} here="semua-opd">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <nav class="act" aria-label={t.title}>
        <BesideLink to={addDays(first, -1)} href={toMonth} rel="prev">
          {t.earlier}
        </BesideLink>
        <strong>{monthText(first, view.language)}</strong>
        <BesideLink to={addDays(first, 31)} href={toMonth} rel="next">
          {t.later}
        </BesideLink>
      </nav>
      <section class="card stack-s">
        <p>
          {t.closed(closed.length)}
          {region.demoDay !== null && ` ${t.fixedDay}`}
        </p>
        {closed.length > 0 && (
          <p class="act">
            <a class="ds-button" href={`${here}.xlsx?bulan=${month}`}>
              {t.xlsx}
            </a>
            <a class="ds-button" data-variant="secondary" href={`${here}.csv?bulan=${month}`}>
              {t.csv}
            </a>
          </p>
        )}
        <p class="small quiet">{t.readDown}</p>
      </section>
      {refusal && <RefusalNotice refusal={refusal} title={t.failed} language={view.language} />}
      <div class="cols even">
        <Bands own={own} here={here} t={t} />
        <NewBand here={here} month={month} typed={typed} t={t} />
      </div>
    </Shell>
  )
}

interface BandsProps {
  readonly own: AllowanceMonth
  readonly here: string
  readonly t: Text
}

const Bands = ({ own: { bands }, here, t }: BandsProps) => (
  <section class="card stack-s" aria-labelledby="jenjang">
    <h2 id="jenjang">{t.bandsTitle}</h2>
    <p class="small quiet">{t.bandsLead}</p>
    {bands.length === 0 && <p>{t.noBands}</p>}
    <ul class="list">
      {bands.map(({ band, kind, atLeast, atMost, label, regulation }) => (
        <li class="row">
          <div class="grow">
            <p class="strong">{label}</p>
            <p class="small quiet">
              {t.kinds[kind]}: {t.range(atLeast, atMost)} · {regulation}
            </p>
          </div>
          <Form action={`${here}/jenjang/${band}/cabut`}>
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              aria-label={`${t.withdraw} ${label}`}
            >
              {t.withdraw}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  </section>
)

interface NewBandProps extends Pick<Props, 'typed' | 't'> {
  readonly here: string
  readonly month: string
}

const NewBand = ({ here, month, typed, t }: NewBandProps) => (
  <section class="card stack-s" aria-labelledby="tambah">
    <h2 id="tambah">{t.addTitle}</h2>
    <Form class="stack-s" action={`${here}?bulan=${month}`}>
      <input type="hidden" name="nomor" value={typed.nomor} />
      <Choice
        name="jenis"
        label={t.kind}
        options={bandKinds.map((kind) => [kind, t.kinds[kind]])}
        value={typed.jenis}
      />
      <Field name="dari" label={t.from} value={typed.dari === undefined ? undefined : `${typed.dari}`} required />
      <Field name="sampai" label={t.until} hint={t.untilHint} value={`${typed.sampai ?? ''}`} />
      <Field name="nama" label={t.label} hint={t.labelHint} value={typed.nama} maxLength={80} required />
      <Field
        name="peraturan"
        label={t.regulation}
        hint={t.regulationHint}
        value={typed.peraturan}
        maxLength={200}
        required
      />
      <button class="ds-button" type="submit">
        {t.add}
      </button>
    </Form>
  </section>
)
