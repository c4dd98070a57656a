import { complaintKinds } from '@piket/domain/complaint/complaint.ts'
import { Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { mostOfAnswer } from './schema.ts'
import type { ComplaintRead } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly read: ComplaintRead
  /** UUID of the form that plans a visit; undefined: the viewer plans none. */
  readonly visit: string | undefined
  /** Whether the viewer may ask those who lead the agency to explain. */
  readonly opensCases: boolean
  readonly moment: (at: Date) => string
  readonly t: Text
}

/** One complaint, with what the desk can do now. */
export function ComplaintReadPage({ view, slug, read, visit, opensCases, moment, t }: Props) {
  const { complaint, takenBy } = read
  const path = `/${slug}/pengaduan/meja`
  const title = `${t.number(complaint.number)}: ${complaint.name}`
  return (
    <Shell view={view} title={title} here="layanan">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{complaintKinds[complaint.kind][view.language]}</p>
        </div>
        <p class="act">
          <a href={path}>{t.back}</a>
        </p>
      </div>
      <div class="cols">
        <section class="card stack-s" aria-labelledby="cerita">
          <h2 id="cerita">{t.words}</h2>
          <p class="lines">{complaint.words}</p>
          <dl class="facts">
            <dt>{t.day}</dt>
            <dd>
              {longDay(complaint.day, view.language)} ·{' '}
              <a href={`/${slug}/layanan?${new URLSearchParams({ tanggal: complaint.day, cari: complaint.unit })}`}>
                {t.boardOfDay}
              </a>
            </dd>
            <dt>{t.received}</dt>
            <dd>{moment(complaint.receivedAt)}</dd>
            <dt>{t.contact}</dt>
            <dd>{complaint.contact ?? t.noContact}</dd>
          </dl>
          {complaint.contact !== null && <p class="small quiet">{t.contactHint}</p>}
        </section>
        <div class="stack">
          <section class="card stack-s" aria-labelledby="jawab">
            <h2 id="jawab">{t.answerTitle}</h2>
            {takenBy !== null && complaint.takenAt && (
              <p class="small">{t.taken(takenBy, moment(complaint.takenAt))}</p>
            )}
            <Answer read={read} path={path} moment={moment} t={t} />
          </section>
          {opensCases && (
            <section class="card stack-s" aria-labelledby="kasus">
              <h2 id="kasus">{t.case}</h2>
              <p>{t.caseLead}</p>
              <p class="act">
                <a class="ds-button" data-variant="secondary" href={`/${slug}/kasus/buka/pengaduan/${complaint.id}`}>
                  {t.openCase}
                </a>
              </p>
            </section>
          )}
          {visit !== undefined && (
            <Form class="card stack-s" action={`/${slug}/sidak`} aria-labelledby="sidak">
              <h2 id="sidak">{t.visit}</h2>
              <p>{t.visitLead}</p>
              <input type="hidden" name="nomor" value={visit} />
              <input type="hidden" name="opd" value={complaint.agency} />
              <input type="hidden" name="alasan" value={t.reason(complaint.number)} />
              <p class="act">
                <button class="ds-button" data-variant="secondary" type="submit">
                  {t.plan}
                </button>
              </p>
            </Form>
          )}
        </div>
      </div>
    </Shell>
  )
}

function Answer({
  read: { complaint, answeredBy },
  path,
  moment,
  t,
}: Pick<Props, 'read' | 'moment' | 't'> & { readonly path: string }) {
  if (complaint.answeredAt)
    return (
      <>
        <p class="lines">{complaint.answer}</p>
        <p class="small quiet">{t.answered(answeredBy ?? '', moment(complaint.answeredAt))}</p>
      </>
    )
  return (
    <>
      {complaint.takenAt === null && (
        <Form action={`${path}/${complaint.id}/tangani`}>
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.takeUp}
            </button>
          </p>
        </Form>
      )}
      <Form class="stack-s" action={`${path}/${complaint.id}/jawaban`}>
        <Field name="jawaban" label={t.answer} hint={t.answerHint} rows={4} maxLength={mostOfAnswer} />
        <p class="act">
          <button class="ds-button" type="submit">
            {t.send}
          </button>
        </p>
      </Form>
    </>
  )
}
