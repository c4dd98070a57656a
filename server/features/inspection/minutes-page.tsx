import type { Presence } from '@piket/domain/inspection/finding.ts'
import { signatureBox } from '@piket/domain/inspection/signature.ts'
import { Choice, Field } from '#platform/field.tsx'
import { longDay, numberText } from '#platform/language.ts'
import { Form, useTyped, useWrong } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Photo } from '../inspection-photo/service.ts'
import { PhotosCard } from './photos-page.tsx'
import type { Inspection, Visit } from './service.ts'
import type { Text } from './text.ts'

/** A visit with the words that its pages are written in. */
export interface MinutesProps {
  readonly view: View
  readonly slug: string
  readonly visit: Visit
  readonly photos: readonly Photo[]
  /** A moment in full, in the region's own time. */
  readonly moment: (at: Date) => string
  /** The viewer may ask those whom it names to explain. */
  readonly mayOpen: boolean
  readonly t: Text
}

/** What was found, in both directions, with names: those who read it may read the list. */
export function FindingsCard({ view, visit, presence, t }: MinutesProps & { readonly presence: Presence }) {
  const { findings, marks, personName } = visit
  const number = (count: number) => numberText(count, view.language)
  const { found, expected, letters, unmarked } = presence
  return (
    <section class="card stack-s" aria-labelledby="temuan">
      <h2 id="temuan">{t.findings(findings.length)}</h2>
      <p class="small">{t.presence(number(found), number(expected), number(letters), number(unmarked))}</p>
      {findings.length === 0 && <p>{marks.length === 0 ? t.noMarks : t.noFindings}</p>}
      <ul class="list">
        {findings.map(({ kind, clause, circular, people }) => (
          <li class="stack-s">
            <p>
              <strong>{t.finding[kind](people.length)}</strong>
            </p>
            <p class="small quiet">{clause.length > 0 ? t.cite(clause.join(', '), circular ?? '') : t.individual}</p>
            <p class="small">{people.map(personName).join(', ')}</p>
          </li>
        ))}
      </ul>
      <p class="small quiet">{t.findingsHint}</p>
    </section>
  )
}

export const ClosingCard = ({ slug, visit, t }: MinutesProps) => (
  <Form class="card stack-s" action={`/${slug}/sidak/${visit.inspection.id}/tutup`} aria-labelledby="tutup">
    <h2 id="tutup">{t.close}</h2>
    <Field name="catatan" label={t.remark} hint={t.remarkHint} rows={3} maxLength={2000} />
    <Field name="penerima" label={t.receiver} maxLength={120} />
    <Choice name="kata" label={t.word} options={Object.entries(t.words)} />
    <Pad name="ttd_tim" label={t.teamSignature} t={t} />
    <Pad name="ttd_kantor" label={t.officeSignature} t={t} />
    <p class="act">
      <button class="ds-button" type="submit">
        {t.close}
      </button>
    </p>
  </Form>
)

/** A pad to sign on. Without a script there is none, and the minutes are signed on paper. */
function Pad({ name, label, t }: { readonly name: string; readonly label: string; readonly t: Text }) {
  const path = useTyped(name, undefined)
  const wrong = useWrong(name, label)
  return (
    <fieldset class="ds-fieldset" data-sign hidden>
      <legend class="ds-label">{label}</legend>
      <p class="small quiet">{t.padHint}</p>
      {wrong && <p class="small strong">{wrong}</p>}
      <Signature path={path} label={t.padOf(label)} />
      <input type="hidden" name={name} value={path} />
      <button class="ds-button" data-variant="secondary" data-size="sm" type="button">
        {t.clear}
      </button>
    </fieldset>
  )
}

/** A drawn signature. */
const Signature = ({ path, label }: { readonly path: string | undefined; readonly label: string }) => (
  <svg class="signature" viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`} role="img" aria-label={label}>
    <path d={path} />
  </svg>
)

function Signed({ path, label }: { readonly path: string | null; readonly label: string }) {
  if (path === null) return null
  return (
    <figure>
      <Signature path={path} label={label} />
      <figcaption class="small quiet">{label}</figcaption>
    </figure>
  )
}

/** The closed minutes, with what the office replies. */
export function MinutesCard({ slug, visit, moment, mayOpen, t }: MinutesProps) {
  const { inspection, late, accountName } = visit
  const {
    teamSignature,
    officeSignature,
    closedAt,
    closedBy,
    officeName,
    officeWord,
    remark,
    reply,
    repliedAt,
    repliedBy,
  } = inspection
  return (
    <section class="card stack-s" aria-labelledby="berita">
      <h2 id="berita">{t.minutes(numberOf(inspection))}</h2>
      {closedAt && <p>{t.closedBy(accountName(closedBy ?? ''), moment(closedAt))}</p>}
      {remark && <p class="lines">{remark}</p>}
      {officeWord && (
        <p class="small">
          {officeName && `${t.receiver}: ${officeName}. `}
          {t.word} {t.words[officeWord]}.
        </p>
      )}
      <Signed path={teamSignature} label={t.teamSignature} />
      <Signed path={officeSignature} label={t.officeSignature} />
      {late.length > 0 && <p class="small">{t.late(late.length)}</p>}
      <h3>{t.reply}</h3>
      {reply ? <p class="lines">{reply}</p> : <p>{t.noReply}</p>}
      {repliedAt && <p class="small quiet">{t.replied(accountName(repliedBy ?? ''), moment(repliedAt))}</p>}
      <p class="act">
        <a class="ds-button" data-variant="secondary" href={`/${slug}/sidak/${inspection.id}/berita-acara`}>
          {t.paper}
        </a>
        {mayOpen && (
          <a class="ds-button" data-variant="secondary" href={`/${slug}/kasus/buka/sidak/${inspection.id}`}>
            {t.openCase}
          </a>
        )}
      </p>
    </section>
  )
}

/** The number of minutes, as it is cited. */
export const numberOf = ({ number, day }: Pick<Inspection, 'number' | 'day'>): string => `${number}/${day.slice(0, 4)}`

interface OfficeProps {
  readonly view: View
  readonly slug: string
  readonly unit: string
  readonly inspections: readonly Inspection[]
  readonly t: Text
}

/** The inspections of one office, for its head. */
export const OfficePage = ({ view, slug, unit, inspections, t }: OfficeProps) => (
  <Shell view={view} title={t.officeTitle} here="unit">
    <div class="head">
      <h1>{t.officeTitle}</h1>
    </div>
    <section class="card">
      {inspections.length === 0 && <p>{t.officeNone}</p>}
      <ul class="list">
        {inspections.map((one) => (
          <li>
            <a href={`/${slug}/unit/${encodeURIComponent(unit)}/sidak/${one.id}`}>{longDay(one.day, view.language)}</a>{' '}
            <span class="small quiet">{one.closedAt ? t.minutes(numberOf(one)) : t.states.begun}</span>
          </li>
        ))}
      </ul>
    </section>
  </Shell>
)

interface OfficeVisitProps extends MinutesProps {
  readonly unit: string
  readonly presence: Presence
  readonly replies: boolean
}

/** One inspection, as the head of the office reads it and replies. */
export function OfficeVisitPage(props: OfficeVisitProps) {
  const { view, slug, unit, visit, photos, moment, replies, t } = props
  const { inspection } = visit
  const own = `/${slug}/unit/${encodeURIComponent(unit)}/sidak`
  return (
    <Shell view={view} title={`${t.title}: ${inspection.name}`} here="unit">
      <p class="small">
        <a href={own}>{t.officeTitle}</a>
      </p>
      <div class="head">
        <div>
          <h1>{inspection.name}</h1>
          <p>{longDay(inspection.day, view.language)}</p>
          {inspection.begunAt && <p class="small">{t.begun(moment(inspection.begunAt))}</p>}
        </div>
      </div>
      <FindingsCard {...props} />
      {inspection.closedAt && <MinutesCard {...props} />}
      <PhotosCard {...{ photos, moment, t }} visit={`${own}/${inspection.id}`} closedAt={inspection.closedAt} />
      {inspection.closedAt && replies && inspection.reply === null && (
        <Form class="card stack-s" action={`${own}/${inspection.id}`} aria-labelledby="jawab">
          <h2 id="jawab">{t.replyForm}</h2>
          <Field name="jawaban" label={t.reply} hint={t.replyHint} rows={4} maxLength={2000} />
          <p class="act">
            <button class="ds-button" type="submit">
              {t.send}
            </button>
          </p>
        </Form>
      )}
    </Shell>
  )
}
