import type { Day } from '@piket/domain/calendar/day.ts'
import { complaintKinds, firstComplaintDay } from '@piket/domain/complaint/complaint.ts'
import { Choice, Field, Radios } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { kinds, mostOfContact, mostWords } from './schema.ts'
import type { Named } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly today: Day
  readonly units: { readonly listed: readonly Named[]; readonly others: readonly Named[] }
  /** Which service the form begins with. */
  readonly unit: string
  /** By which the form is told from every other one. */
  readonly mark: string
  readonly t: Text
}

/** The form by which anybody complains of a service. */
export function ComplaintPage({ view, slug, today, units, unit, mark, t }: Props) {
  const named = (some: readonly Named[]) => some.map((one) => [one.unit, one.name] as const)
  const groups = [
    [t.listed, named(units.listed)],
    [t.others, named(units.others)],
  ] as const
  return (
    <Shell view={view} title={t.title} here="layanan">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/layanan`}>{t.board}</a>
          <a href={`/${slug}/pengaduan/lacak`}>{t.track}</a>
        </p>
      </div>
      <Form class="card stack" action={`/${slug}/pengaduan`}>
        <input type="hidden" name="tanda" value={mark} />
        <div class="ds-sr-only" aria-hidden="true">
          <label for="situs">{t.trap}</label>
          <input id="situs" name="situs" tabIndex={-1} autocomplete="off" />
        </div>
        <Radios
          name="jenis"
          label={t.what}
          options={kinds.map((kind) => [kind, complaintKinds[kind][view.language]])}
        />
        <Choice
          name="unit"
          label={t.unit}
          value={unit}
          options={[['', '…'], ...groups.filter(([, options]) => options.length > 0)]}
        />
        <Field
          name="hari"
          type="date"
          label={t.day}
          hint={t.dayHint}
          value={today}
          min={firstComplaintDay(today)}
          max={today}
        />
        <Field name="kata" label={t.words} hint={t.wordsHint} rows={5} maxLength={mostWords} />
        <Field name="kontak" label={t.contact} hint={t.contactHint} maxLength={mostOfContact} autocomplete="off" />
        <div class="act">
          <button class="ds-button" type="submit">
            {t.send}
          </button>
        </div>
        <p class="small quiet">{t.whoReads}</p>
      </Form>
    </Shell>
  )
}
