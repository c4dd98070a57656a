import { presenceOf } from '@piket/domain/inspection/finding.ts'
import { type MarkKind, type Standing, standingOf } from '@piket/domain/inspection/mark.ts'
import { Field } from '#platform/field.tsx'
import { longDay, numberText } from '#platform/language.ts'
import { PlaceChip } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell } from '#platform/shell.tsx'
import { ClosingCard, FindingsCard, MinutesCard, type MinutesProps } from './minutes-page.tsx'
import { PhotosCard } from './photos-page.tsx'
import type { Listed } from './service.ts'

interface VisitProps extends MinutesProps {
  /** A moment as a time of the region's day. */
  readonly time: (at: number) => string
  /** The viewer marks and closes. */
  readonly inspects: boolean
  /** Marks the session without telling its token: a page that is kept on the phone belongs to it. */
  readonly session: string
  /** When the page is made, in milliseconds since 1970. */
  readonly now: number
  /** A new UUID for each form. */
  readonly newId: () => string
}

/** A visit: whom to look for, what was seen, and the minutes. */
export function VisitPage(props: VisitProps) {
  const { view, slug, visit, photos, moment, inspects, session, newId, t } = props
  const { inspection, list, marks } = visit
  const { id, begunAt, closedAt } = inspection
  const standing = standingOf(marks)
  const isOpen = begunAt !== null && closedAt === null
  return (
    <Shell
      view={view}
      title={`${t.title}: ${inspection.name}`}
      here="sidak"
      session={isOpen && inspects ? session : undefined}
      script={isOpen && inspects ? view.assets.inspection : undefined}
    >
      <p class="small">
        <a href={`/${slug}/sidak`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{inspection.name}</h1>
          <p>
            {longDay(inspection.day, view.language)} ·{' '}
            {inspection.draw ? (
              <a href={`/${slug}/sidak/undian/${inspection.draw}`}>{t.drawn}</a>
            ) : (
              t.chosen(inspection.reason ?? '')
            )}
          </p>
          {begunAt && <p class="small">{t.begun(moment(begunAt))}</p>}
        </div>
      </div>
      {!begunAt && inspects && (
        <Form class="card stack-s" action={`/${slug}/sidak/${id}/mulai`}>
          <p>{t.beginHint}</p>
          <p class="act">
            <button class="ds-button" type="submit">
              {t.begin}
            </button>
          </p>
        </Form>
      )}
      {begunAt && (
        <div class="cols">
          <div class="stack">
            <Kit {...props} list={list} standing={standing} isOpen={isOpen} />
            <PhotosCard
              {...{ photos, closedAt, moment, t }}
              visit={`/${slug}/sidak/${id}`}
              form={isOpen && inspects ? newId() : undefined}
            />
          </div>
          <div class="stack">
            <FindingsCard {...props} presence={presenceOf(list, standing)} />
            {isOpen && inspects && <ClosingCard {...props} />}
            {closedAt && <MinutesCard {...props} />}
          </div>
        </div>
      )}
    </Shell>
  )
}

interface KitProps extends VisitProps {
  readonly list: readonly Listed[]
  readonly standing: ReadonlyMap<string, Standing>
  readonly isOpen: boolean
}

const isDue = ({ place }: Listed) => place === 'office' || place === 'other_office'

function Kit(props: KitProps) {
  const { view, list, isOpen, inspects, visit, slug, now, t } = props
  const due = list.filter(isDue)
  const others = list.filter((one) => !isDue(one))
  const given = {
    region: slug,
    inspection: visit.inspection.id,
    account: view.viewer?.account,
    made: now,
    marks: t.marks,
    words: t.phone,
  }
  return (
    <div class="stack" {...(isOpen && inspects && { 'data-inspection': JSON.stringify(given) })}>
      <p class="small strong" data-said role="status" />
      {isOpen && inspects && <p class="small quiet">{t.noteHint}</p>}
      <section class="card" aria-labelledby="daftar">
        <header>
          <h2 id="daftar">{t.due(numberText(due.length, view.language))}</h2>
        </header>
        {due.length === 0 && <p>{t.nobodyDue}</p>}
        <ul class="list">
          {due.map((one) => (
            <PersonLine {...props} one={one} />
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <details class="card ds-details" open={due.length === 0}>
          <summary>{t.others(numberText(others.length, view.language))}</summary>
          <ul class="list">
            {others.map((one) => (
              <PersonLine {...props} one={one} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function PersonLine(props: KitProps & { readonly one: Listed }) {
  const { view, slug, visit, standing, time, inspects, isOpen, newId, one, t } = props
  const { person, place, excused, clause, evidence, since } = one
  const name = visit.personName(person)
  const stands = standing.get(person)
  const offered: readonly MarkKind[] = isDue(one) ? ['found', 'absent', 'letter'] : ['misplaced', 'letter', 'absent']
  return (
    <li class="stack-s" data-person={person}>
      <p class="row">
        <strong>{name}</strong> <PlaceChip place={place} language={view.language} />
      </p>
      <p class="small quiet">
        {t.evidence(evidence, since === null ? null : time(since))}
        {clause.length > 0 && ` · ${t.clause(clause.join(', '))}`}
        {excused && ` · ${t.excused}`}
      </p>
      <p class="small" data-standing>
        {stands &&
          t.standing(t.marks[stands.mark.kind], visit.accountName(stands.mark.inspector), time(stands.mark.at))}
        {stands?.mark.note && ` · ${stands.mark.note}`}
      </p>
      {stands?.differing.map((other) => (
        <p class="small">{t.differs(t.marks[other.kind], visit.accountName(other.inspector))}</p>
      ))}
      {isOpen && inspects && (
        <Form class="stack-s" action={`/${slug}/sidak/${visit.inspection.id}/tanda`} of={{ pegawai: person }}>
          <input type="hidden" name="nomor" value={newId()} />
          <p class="act">
            {offered.map((kind) => (
              <button
                class="ds-button"
                data-variant={stands?.mark.kind === kind ? undefined : 'secondary'}
                data-size="sm"
                type="submit"
                name="tanda"
                value={kind}
                aria-label={t.markOf(t.marks[kind], name)}
              >
                {t.marks[kind]}
              </button>
            ))}
          </p>
          <Field name="catatan" id={`catatan-${person}`} label={t.noteOf(name)} maxLength={500} autocomplete="off" />
        </Form>
      )}
    </li>
  )
}
