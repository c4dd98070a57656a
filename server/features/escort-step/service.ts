/** What is done about escorts: teams are asked, by the proposal of a day or by hand, and say whether they come and came. */
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { assignmentRefused } from '@piket/domain/escort/assignment.ts'
import { escortClauses } from '@piket/domain/escort/escort-clause.ts'
import { usualEscortRules } from '@piket/domain/escort/escort-input.ts'
import { type EscortAnswer, escortAnswering, escortAnswerRefused } from '@piket/domain/escort/standing.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Activity, findActivity, rulesOf } from '../activity/service.ts'
import { markEscorted } from '../activity-step/service.ts'
import {
  activityEscorted,
  asEscorted,
  asTeam,
  type DayKept,
  dayKept,
  type Escort,
  heldOf,
  isToEscort,
  markOf,
  newOf,
  planOf,
} from '../escort/service.ts'
import { ownTeams, peopleOfTeams } from '../escort-team/service.ts'
import type { Ground } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addEscort, setEscort } from './queries.ts'

interface OnDay {
  readonly tx: Tx
  readonly ground: Ground
  readonly kept: DayKept
}

/** Does something about the escorts of a day, alone. */
async function onDay(
  source: Source,
  region: RegionAsListed,
  day: Day,
  work: (on: OnDay) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const ground = await rulesOf(source, region, day, day)
  if (isRefusal(ground)) return ground
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    work({ tx, ground, kept: await dayKept(tx, ground, day, { hold: true }) }),
  )
}

interface Asking {
  /** Given by the form: sent twice, it asks once. */
  readonly id: string
  readonly pairs: readonly { readonly activity: string; readonly team: string }[]
}

/** Asks teams along, and tells those of them who are on the staff list. */
async function ask(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { tx, ground, kept }: OnDay,
  { id, pairs }: Asking,
): Promise<void> {
  const at = new Date(source.clock.moment()).toISOString()
  const by = viewer.account
  for (const { activity, team } of pairs) {
    await addEscort(tx, { activity_id: activity, team_id: team, form_id: id, proposed_by: by, proposed_at: at })
    await record(tx, ground, kept, { kind: 'escort-proposed', by, activity, team })
  }
  const told = await peopleOfTeams(
    tx,
    pairs.map(({ team }) => team),
  )
  await tellOfArrival(
    tx,
    source,
    region,
    'escort_to_answer',
    told.filter((one) => one !== viewer.employee),
  )
}

interface Happening {
  readonly kind: string
  readonly by: string
  readonly activity: string
  readonly team: string
  readonly reason?: string
}

async function record(
  tx: Tx,
  { book }: Ground,
  { day, activities }: DayKept,
  { kind, by, activity, ...body }: Happening,
) {
  const agency = activities.find((one) => one.activity === activity)?.agency
  const [clause] = escortClauses(book, day)
  await recordEvent(tx, {
    actor: by,
    kind,
    subject: activity,
    ...(agency !== undefined && { agency }),
    ...(clause && { clause: `${clause.circular}/${clause.clause}` }),
    body,
  })
}

/** Asks the teams of the proposal that was read. Another one by now is refused: nobody asks for what they have not seen. */
export const proposeDay = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, day, mark }: { readonly id: string; readonly day: Day; readonly mark: string },
): Promise<Refusal | undefined> =>
  onDay(source, region, day, async (on) => {
    if (on.kept.escorts.some(({ form }) => form === id)) return undefined
    if (day < businessDay(source, region)) return { refused: 'escort-day-over' }
    const plan = planOf(on.kept)
    if ('refused' in plan || newOf(plan).length === 0 || markOf(plan) !== mark)
      return { refused: 'escort-proposal-stale' }
    await ask(source, region, viewer, on, { id, pairs: newOf(plan) })
    return undefined
  })

/** Asks one team along that somebody chose. */
export async function assignTeam(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, activity, team }: { readonly id: string; readonly activity: string; readonly team: string },
): Promise<{ readonly day: Day } | Refusal> {
  const row = await findActivity(source, region, activity)
  if (!row) return { refused: 'not-found' }
  const day = row.day as Day
  const refused = await onDay(source, region, day, async (on) => {
    const { kept } = on
    const sent = kept.escorts.find(({ form }) => form === id)
    if (sent) return sent.activity === activity && sent.team === team ? undefined : { refused: 'form-used' }
    if (day < businessDay(source, region)) return { refused: 'escort-day-over' }
    const wanted = activityIn(kept, activity)
    if (!isToEscort(wanted)) return { refused: 'escort-activity-closed' }
    const no = cannot(kept, { activity: wanted, team, beside: undefined })
    if (no) return no
    await ask(source, region, viewer, on, { id, pairs: [{ activity, team }] })
    return undefined
  })
  return refused ?? { day }
}

const activityIn = ({ activities }: DayKept, id: string): Activity => {
  const found = activities.find(({ activity }) => activity === id)
  if (!found) throw new Error(`Activity ${id} is not of its day.`)
  return found
}

/** Why a team cannot go along, beside what it has on its hands. @param beside the escort itself, once there is one */
function cannot(
  kept: DayKept,
  {
    activity,
    team: id,
    beside,
  }: { readonly activity: Activity; readonly team: string; readonly beside: string | undefined },
): Refusal | undefined {
  const team = kept.teams.find(({ team }) => team === id)
  if (!team) return { refused: 'escort-team-missing' }
  const taken = heldOf(kept)
    .filter((one) => one.team === id && one.escort !== beside)
    .map((one) => asEscorted(activityIn(kept, one.activity)))
  const refused = assignmentRefused(asTeam(kept, team), asEscorted(activity), taken, {
    adjacent: kept.adjacent,
    rules: usualEscortRules,
  })
  return refused && { refused }
}

const events: Readonly<Record<EscortAnswer, string>> = {
  accept: 'escort-accepted',
  hand_on: 'escort-handed-on',
  attend: 'escort-attended',
  miss: 'escort-missed',
}

/**
 * Says for a team whether it comes, or whether it came: one of it, or the task force for it. What somebody sends twice is
 * done once. A team that came makes its activity an escorted one.
 */
export async function answerEscort(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { escort: id, answer, words }: { readonly escort: string; readonly answer: EscortAnswer; readonly words: string },
): Promise<{ readonly day: Day } | Refusal> {
  const escorted = await activityEscorted(source, region, id)
  const row = escorted === undefined ? undefined : await findActivity(source, region, escorted)
  if (!row) return { refused: 'not-found' }
  const day = row.day as Day
  const refused = await onDay(source, region, day, async (on) => {
    const { tx, ground, kept } = on
    const escort = kept.escorts.find((one) => one.escort === id) as Escort
    const isOwn = (await ownTeams(tx, viewer)).has(escort.team)
    if (!isOwn && !may(viewer, 'arrange-escorts', { region: region.code })) return { refused: 'escort-not-yours' }
    const reason = words.trim() || null
    const { to } = escortAnswering[answer]
    if (escort.state === to && escort.saidBy === viewer.account && escort.reason === reason) return undefined
    const no =
      whyNot(kept, escort, answer) ??
      escortAnswerRefused(answer, { state: escort.state, day }, words, businessDay(source, region))
    if (no) return typeof no === 'string' ? { refused: no } : no
    const said_at = new Date(source.clock.moment()).toISOString()
    await setEscort(tx, id, { state: to, reason, said_by: viewer.account, said_at })
    const about = { activity: escort.activity, team: escort.team, ...(reason !== null && { reason }) }
    await record(tx, ground, kept, { kind: events[answer], by: viewer.account, ...about })
    if (answer === 'attend') {
      const by = viewer.employee ?? viewer.account
      await markEscorted(tx, source, region, { ground, activity: escort.activity, by, words: escort.teamName })
    }
    return undefined
  })
  return refused ?? { day }
}

/** A team comes to what is still cleared, and to no more than it can; it came to what was not called off. */
function whyNot(
  kept: DayKept,
  { escort, activity: id, team, state }: Escort,
  answer: EscortAnswer,
): Refusal | undefined {
  const activity = activityIn(kept, id)
  if (answer === 'accept' && state === 'proposed')
    return isToEscort(activity)
      ? cannot(kept, { activity, team, beside: escort })
      : { refused: 'escort-activity-closed' }
  const isOff = ['cancelled', 'postponed', 'refused'].includes(activity.state)
  return answer === 'attend' && isOff ? { refused: 'escort-activity-closed' } : undefined
}
