/** What is said and decided in a case, each in its turn, and who is told of the next one. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { type CaseAnswer, caseAnswerFault } from '@piket/domain/case/case.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  type CaseFile,
  type CaseStep,
  caseNow,
  casesDue,
  holdCases,
  isDue,
  mayFollow,
  measuresOpen,
  superiorsBy,
  turnIn,
} from '../case/service.ts'
import { tellDeciders } from '../decider/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addStep, markTurn } from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

type Said = Pick<CaseStep, 'move' | 'words' | 'by' | 'as'> & Partial<Pick<CaseStep, 'outcome' | 'clause' | 'measure'>>

interface Saying {
  readonly employee: string
  readonly id: string
  readonly by: string
  /** Somebody else than the person. */
  readonly viewer?: Viewer
}

/** What somebody says in a case, in their turn. Said again, it is said once. */
const say = (
  source: Source,
  region: RegionAsListed,
  { employee, id, by, viewer }: Saying,
  move: CaseStep['move'],
  make: (tx: Tx, file: CaseFile, superiors: ReadonlySet<string>) => Promise<Said | Refusal>,
  isSame: (kept: CaseStep) => boolean,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    await holdCases(tx, employee)
    const file = await caseNow(tx, source, region, employee, id)
    if (!file) return { refused: 'not-found' }
    // Of a case out of reach nothing is told, not even that there is none.
    const superiors = viewer ? await superiorsBy(tx, source, region, viewer) : new Set<string>()
    if (viewer && !mayFollow(region, viewer, superiors, file)) return { refused: 'not-found' }
    const kept = file.steps.find((step) => step.move === move)
    if (kept) return kept.by === by && isSame(kept) ? undefined : { refused: 'case-not-your-turn' }
    const said = await make(tx, file, superiors)
    if ('refused' in said) return said
    await addStep(tx, {
      employee_id: employee,
      case_id: id,
      move,
      words: said.words.trim(),
      outcome: said.outcome ?? null,
      clause: said.clause ?? null,
      measure_id: said.measure?.measure ?? null,
      measure_version: said.measure?.version ?? null,
      made_by: said.by,
      made_as: said.as,
      made_at: new Date(source.clock.moment()).toISOString(),
    })
    const clause = said.clause ?? file.clauses[0]
    await recordEvent(tx, {
      actor: said.by,
      kind: `case-${move.replace('_', '-')}`,
      subject: employee,
      agency: file.agency,
      ...(clause !== undefined && { clause }),
      body: { id, as: said.as, ...(said.outcome && { outcome: said.outcome, measure: said.measure?.measure ?? null }) },
    })
    await passOn(tx, source, region, employee, id)
    return undefined
  })

const wordsAre = (words: string) => (kept: CaseStep) => kept.words === words.trim()

/** The person explains. Until somebody has decided it is never too late. */
export const clarify = (source: Source, region: RegionAsListed, employee: string, id: string, words: string) =>
  say(
    source,
    region,
    { employee, id, by: employee },
    'clarify',
    async (_, { standing: { phase }, steps }) => {
      const isDecided = steps.some(({ move }) => move === 'decide')
      if (isDecided || phase === 'closed') return { refused: 'case-not-your-turn' }
      if (words.trim() === '') return { refused: 'case-words-missing' }
      return { move: 'clarify', words, by: employee, as: 'self' }
    },
    wordsAre(words),
  )

/** The person appeals, once. */
export const appealCase = (source: Source, region: RegionAsListed, employee: string, id: string, words: string) =>
  say(
    source,
    region,
    { employee, id, by: employee },
    'appeal',
    async (_, { standing: { phase } }) => {
      if (phase !== 'appealable') return { refused: 'case-not-your-turn' }
      if (words.trim() === '') return { refused: 'case-words-missing' }
      return { move: 'appeal', words, by: employee, as: 'self' }
    },
    wordsAre(words),
  )

interface Asked {
  readonly employee: string
  readonly id: string
}

/** The superior says what they think of it. */
export function viewCase(source: Source, region: RegionAsListed, viewer: Viewer, asked: Asked, words: string) {
  const by = viewer.employee ?? viewer.account
  return say(
    source,
    region,
    { ...asked, by, viewer },
    'view',
    async (_, file, superiors) => {
      if (turnIn(viewer, superiors, file) !== 'view') return { refused: 'case-not-your-turn' }
      if (words.trim() === '') return { refused: 'case-words-missing' }
      return { move: 'view', words, by, as: 'superior' }
    },
    wordsAre(words),
  )
}

/** The desk that has the word decides. @param round 1, or 2 of an appeal: sent again it decides no other one */
export function decideCase(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  asked: Asked,
  { round, ...answer }: CaseAnswer & { readonly round: 1 | 2 },
) {
  const by = viewer.employee ?? viewer.account
  const move = round === 1 ? 'decide' : 'decide_appeal'
  return say(
    source,
    region,
    { ...asked, by, viewer },
    move,
    async (tx, file, superiors) => {
      const { level, phase } = file.standing
      const isItsRound = phase === (round === 1 ? 'decision' : 'appeal')
      if (!isItsRound || level === null || turnIn(viewer, superiors, file) !== 'decide')
        return { refused: 'case-not-your-turn' }
      const open = await measuresOpen(tx, file)
      const fault = caseAnswerFault(answer, file.clauses, open)
      if (fault) return { refused: fault }
      const { outcome, reason, clause, measure } = answer
      const taken = open.find((one) => one.measure === measure) ?? null
      return { move, words: reason, outcome, clause, measure: taken, by, as: level }
    },
    (kept) =>
      kept.outcome === answer.outcome &&
      kept.words === answer.reason.trim() &&
      kept.clause === answer.clause &&
      (kept.measure?.measure ?? null) === answer.measure,
  )
}

/** Tells of the turn that a case has come to, once, and writes down that it has. @returns whether it has moved */
export async function passOn(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  employee: string,
  id: string,
): Promise<boolean> {
  const file = await caseNow(tx, source, region, employee, id)
  if (!file || !isDue(file)) return false
  const { phase, level } = file.standing
  const closed_at = phase === 'closed' ? new Date(source.clock.moment()).toISOString() : null
  await markTurn(tx, employee, id, { phase, level, closed_at })
  const kind = phase === 'closed' ? 'case-closed' : 'case-passed-on'
  const [clause] = file.clauses
  await recordEvent(tx, {
    actor: 'case',
    kind,
    subject: employee,
    agency: file.agency,
    ...(clause !== undefined && { clause }),
    body: { id, phase, level, outcome: file.standing.outcome },
  })
  if (phase === 'appealable' || phase === 'closed') await tellOfArrival(tx, source, region, 'case_answered', [employee])
  const post = phase === 'view' ? 'superior' : level
  if (post) {
    const { agency } = file
    await tellDeciders(tx, source, region, { kind: 'case_to_answer', employee, posts: [post], by: employee, agency })
  }
  return true
}

/** Passes on what has come to another turn by the passing of time. @returns how many have */
export async function passOnWhatIsDue(source: Source, region: RegionAsListed): Promise<number> {
  let moved = 0
  for (const { employee, id } of await casesDue(source, region)) {
    const isMoved = await as(source.db, inRegion(region), async (tx) => {
      await holdCases(tx, employee)
      return passOn(tx, source, region, employee, id)
    })
    if (isMoved) moved++
  }
  return moved
}
