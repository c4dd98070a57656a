import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { usualEscortRules } from '@piket/domain/escort/escort-input.ts'
import type { EscortPlan } from '@piket/domain/escort/escort-result.ts'
import { longDay } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { BesideLink } from '#platform/paging.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell } from '#platform/shell.tsx'
import { EscortedCard, type Props } from './escorted-page.tsx'
import type { Text } from './text.ts'

/** Who goes along with the activities of a day. */
export function DayPage(props: Props) {
  const { view, slug, day, t } = props
  const { language } = view
  const href = (to: Day) => `/${slug}/pendamping/hari?tanggal=${to}`
  const all = day.activities.filter(({ open }) => open).length
  const missing = day.activities.filter(({ open, escorts }) => open && escorts.every(isGone)).length
  return (
    <Shell view={view} title={t.title} here="kegiatan">
      <div class="head">
        <div>
          <h1>{t.heading(longDay(day.day, language))}</h1>
          {all > 0 && <p>{t.summary(all, missing)}</p>}
        </div>
        {day.arranges && (
          <p>
            <a href={`/${slug}/pendamping`}>{t.teams}</a>
          </p>
        )}
      </div>
      <nav class="act" aria-label={t.title}>
        <BesideLink to={addDays(day.day, -1)} href={href} rel="prev">
          {t.earlier}
        </BesideLink>
        {day.day !== day.today && <a href={`/${slug}/pendamping/hari`}>{t.today}</a>}
        <BesideLink to={addDays(day.day, 1)} href={href} rel="next">
          {t.later}
        </BesideLink>
        <a href={`/${slug}/kegiatan?tanggal=${day.day}`}>{t.calendar}</a>
      </nav>
      {day.waitingDays.length > 0 && (
        <Notice tone="neutral" title={t.alsoAsked}>
          <ul>
            {day.waitingDays.map((one) => (
              <li>
                <a href={href(one)}>{longDay(one, language)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {day.arranges && day.day >= day.today && <Proposal {...props} />}
      {day.activities.length === 0 && <p class="card">{t.none}</p>}
      {day.activities.map((one) => (
        <EscortedCard one={one} {...props} />
      ))}
      <Clauses {...props} />
    </Shell>
  )
}

const isGone = ({ state }: { readonly state: string }) => state === 'handed_on' || state === 'absent'

/** What the engine proposes, how good that is, and the button that asks the teams. */
function Proposal({ view, slug, day, form, t }: Props) {
  const { plan } = day
  if (plan === null) return null
  if ('refused' in plan)
    return (
      <Notice tone="conflict" title={t.noProposal}>
        <p>{plan.words[view.language]}</p>
      </Notice>
    )
  const fresh = plan.escorts.filter(({ cost }) => cost !== null)
  if (fresh.length === 0) return null
  const activityOf = new Map(day.activities.map(({ activity }) => [activity.activity, activity]))
  const teamOf = new Map(day.teams.map((team) => [team.team, team]))
  const action = `/${slug}/pendamping/hari?tanggal=${day.day}`
  return (
    <Form class="card stack-s" action={action} aria-labelledby="usulan">
      <h2 id="usulan">{t.proposal(fresh.length)}</h2>
      <ul class="list">
        {fresh.map(({ activity, team }) => {
          const { purpose = '', villageName = '', from = '', until = '' } = activityOf.get(activity) ?? {}
          const { name, village, district } = teamOf.get(team) ?? {}
          return (
            <li>
              <div>
                <p>
                  <strong>{name}</strong>
                </p>
                <p class="small">
                  {[purpose, villageName].filter(Boolean).join(', ')} · {t.hours(from, until)}
                </p>
                <p class="small quiet">{village ? t.kinds.village : district ? t.kinds.district : t.kinds.joint}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <p class="small">{bound(plan, t)}</p>
      <p class="small quiet">{travel(t)}</p>
      <input type="hidden" name="nomor" value={form()} />
      <input type="hidden" name="hari" value={day.day} />
      <input type="hidden" name="sidik" value={day.mark} />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.propose}
        </button>
      </div>
    </Form>
  )
}

function bound({ status, escorted, cost, bound }: EscortPlan, t: Text): string {
  if (status === 'exact') return t.exact
  return bound.escorted > escorted ? t.mayEscortMore(escorted, bound.escorted) : t.mayCostLess(cost, bound.cost)
}

/** How far everything counts as, with one border between any two districts. */
function travel(t: Text): string {
  const { minutesToLeave, minutesPerBorder, ownDistrict, border, jointTeam } = usualEscortRules
  return t.travel(minutesToLeave + minutesPerBorder, ownDistrict, ownDistrict + border, jointTeam)
}

/** What the circulars say of teams that go along. */
function Clauses({ view, slug, day: { law, clauses }, t }: Props) {
  if (clauses.length === 0) return null
  return (
    <section class="card stack" aria-labelledby="dasar">
      <h2 id="dasar">{t.basis}</h2>
      {clauses.map(({ circular, clause }) => {
        const doc = law.documents.get(circular)
        return (
          doc && <Law doc={doc} id={clause} unitName={law.unitName} slug={slug} query="" language={view.language} />
        )
      })}
    </section>
  )
}
