import { type DeviationKind, deviationWords } from '@piket/domain/attendance/day-state.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { Field } from '#platform/field.tsx'
import { timeText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { reasonField } from './schema.ts'
import type { UnitDayProps } from './unit-day-page.tsx'

/** The statement: one tap when nothing deviates, one reason for each kind of deviation otherwise. */
export function StatementCard({ view: { language }, unit, form, t }: UnitDayProps) {
  const { region, agency, sum, figures, stated, due, now, offset } = unit
  const { counts, deviations } = sum
  const time = (moment: number) => timeText(instantAt(moment, offset), language)
  const kinds = Object.keys(deviationWords).filter((kind): kind is DeviationKind =>
    deviations.some((one) => one.kind === kind),
  )
  const away = counts.excused + counts.elsewhere
  return (
    <section class="card stack" aria-labelledby="pernyataan">
      <h2 id="pernyataan">{t.statement}</h2>
      <p>
        {t.sum(counts.at_office, counts.at_home, counts.in_field, away, counts.not_recorded, counts.not_due)}.{' '}
        {figures.officeMost !== null && figures.tooFull === 0 && t.quotaKept(figures.officeMost, figures.people)}{' '}
        {stated === undefined && t.dueBy(time(due))}
      </p>
      {(sum.tooFull > 0 || sum.tooEmpty > 0 || sum.lacking.length > 0) && (
        <Notice tone="conflict">
          <ul>
            {sum.tooFull > 0 && <li>{t.tooFull(sum.tooFull, figures.officeMost ?? 0)}</li>}
            {sum.tooEmpty > 0 && <li>{t.tooEmpty(sum.tooEmpty)}</li>}
            {sum.lacking.map((one) => (
              <li>{t.lacking(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {stated && (
        <p role="status">
          <strong>{t.sent(time(stated.stated.getTime()), stated.version)}</strong>{' '}
          {stated.stated > stated.due && t.sentLate} {stated.acting && t.sentActing}
        </p>
      )}
      {form !== undefined && (
        <Form class="stack" action={`/${region.slug}/unit/${encodeURIComponent(agency)}`}>
          <input type="hidden" name="id" value={form} />
          {stated === undefined && now > due && <p class="small">{t.overdue}</p>}
          {kinds.map((kind) => {
            const field = reasonField(kind)
            const count = deviations.filter((one) => one.kind === kind).length
            return (
              <Field name={field} label={t.reasonFor(deviationWords[kind][language], count)} maxLength={300} required />
            )
          })}
          {kinds.length > 0 && (
            <>
              <p class="small quiet">{t.reasonHint}</p>
              <Field name="catatan" label={t.note} maxLength={300} />
            </>
          )}
          <div class="act">
            <button class="ds-button" type="submit" data-variant={stated ? 'secondary' : undefined}>
              {stated ? t.again : kinds.length > 0 ? t.confirmDeviating : t.confirm}
            </button>
            {kinds.length > 0 && (
              <a class="small" href="?saring=berbeda#daftar">
                {t.deviates(deviations.length)}
              </a>
            )}
          </div>
          <p class="small">
            <a href={`/${region.slug}/unit/${encodeURIComponent(agency)}/layar`}>{t.screens}</a>
            {' · '}
            <a href={`/${region.slug}/unit/${encodeURIComponent(agency)}/tempat`}>{t.placesOfUnit}</a>
            {' · '}
            <a href={`/${region.slug}/unit/${encodeURIComponent(agency)}/saluran`}>{t.channelsOfUnit}</a>
            {' · '}
            <a href={`/${region.slug}/unit/${encodeURIComponent(agency)}/daftar-hadir`}>{t.paperList}</a>
            {' · '}
            <a href={`/${region.slug}/presensi/mesin`}>{t.machines}</a>
            {' · '}
            <a href={`/${region.slug}/unit/${encodeURIComponent(agency)}/izin`}>{t.absences}</a>
          </p>
        </Form>
      )}
    </section>
  )
}
