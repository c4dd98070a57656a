import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { accountRefusals } from './refusals/account.ts'
import { activityRefusals } from './refusals/activity.ts'
import { allowanceRefusals } from './refusals/allowance.ts'
import { ambassadorRefusals } from './refusals/ambassador.ts'
import { caseRefusals } from './refusals/case.ts'
import { checkInRefusals } from './refusals/check-in.ts'
import { clauseAnswerRefusals } from './refusals/clause-answer.ts'
import { complaintRefusals } from './refusals/complaint.ts'
import { correctionRefusals } from './refusals/correction.ts'
import { coverageRefusals } from './refusals/coverage.ts'
import { dataRefusals } from './refusals/data.ts'
import { draftRefusals } from './refusals/draft.ts'
import { escortRefusals } from './refusals/escort.ts'
import { fingerprintRefusals } from './refusals/fingerprint.ts'
import { inspectionRefusals } from './refusals/inspection.ts'
import { meetingRefusals } from './refusals/meeting.ts'
import { objectionRefusals } from './refusals/objection.ts'
import { permitRefusals } from './refusals/permit.ts'
import { pilotSiteRefusals } from './refusals/pilot-site.ts'
import { recallRefusals } from './refusals/recall.ts'
import { requestRefusals } from './refusals/request.ts'
import { simulationRefusals } from './refusals/simulation.ts'
import { situationRefusals } from './refusals/situation.ts'
import { voucherRefusals } from './refusals/voucher.ts'
import { webhookRefusals } from './refusals/webhook.ts'
import { workRefusals } from './refusals/work.ts'

/** Every expected no over HTTP, in words. Codes are stable and never reused. */
export const refusals = {
  ...requestRefusals,
  ...accountRefusals,
  ...activityRefusals,
  ...allowanceRefusals,
  ...ambassadorRefusals,
  ...caseRefusals,
  ...checkInRefusals,
  ...complaintRefusals,
  ...voucherRefusals,
  ...fingerprintRefusals,
  ...correctionRefusals,
  ...clauseAnswerRefusals,
  ...coverageRefusals,
  ...draftRefusals,
  ...escortRefusals,
  ...objectionRefusals,
  ...inspectionRefusals,
  ...meetingRefusals,
  ...workRefusals,
  ...permitRefusals,
  ...pilotSiteRefusals,
  ...recallRefusals,
  ...simulationRefusals,
  ...situationRefusals,
  ...webhookRefusals,
  ...dataRefusals,
} as const

export type RefusalCode = keyof typeof refusals

export interface Refusal {
  readonly refused: RefusalCode
  /** The clause that forbids it, as cited in the circular. */
  readonly clause?: string
  /** What happened and what to do next, in words for people. */
  readonly detail?: Bilingual
  /** What is wrong with fields of a form, by their names. */
  readonly fields?: Readonly<Record<string, Bilingual>>
  /** Seconds after which it is worth trying again. */
  readonly after?: number
  /** A page near the one asked for, and what it is called. */
  readonly instead?: { readonly href: string; readonly words: Bilingual }
}

/** Nos in which whoever asks has no part; the database may be the cause, so nothing is asked of it to say them. */
export const oursToMend: ReadonlySet<RefusalCode> = new Set(['internal-error', 'try-soon'])

/** Tells a refusal from a result. */
export const isRefusal = (value: object): value is Refusal => 'refused' in value

/** The page that lists every code. */
export const codesHref = '/masalah'

/** The page that says what a code means and what to do. */
export const codeHref = (code: string): string => `${codesHref}/${code}`

/** The refusal as machines read it (RFC 9457). They hand its words on to people whose language they do not know. */
export function problem({ refused, clause, detail }: Refusal) {
  const { status, meaning, fix } = refusals[refused]
  const words = detail ?? { id: `${meaning.id} ${fix.id}`, en: `${meaning.en} ${fix.en}` }
  return {
    type: codeHref(refused),
    title: refused,
    status,
    code: refused,
    ...(clause !== undefined && { clause }),
    detail: `${words.id} / ${words.en}`,
  }
}
