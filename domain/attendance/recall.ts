/** Calling somebody to the office: an order with a reason and a deadline, and what the person answers. */
import type { Place } from '../decision/row.ts'
import type { Bilingual } from '../messages/problem.ts'
import { isRefused, type Refused, refuser } from '../messages/refused.ts'

export const recallReasons = {
  meeting: { id: 'rapat', en: 'meeting' },
  important_gathering: { id: 'pertemuan penting', en: 'important gathering' },
  urgent_service: { id: 'layanan mendesak', en: 'urgent service' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type RecallReason = keyof typeof recallReasons

export const recallStates = ['ordered', 'acknowledged', 'declined', 'arrived', 'no_show'] as const
export type RecallState = (typeof recallStates)[number]

export interface Recall {
  readonly person: string
  readonly reason: RecallReason
  /** Where to, as people say it: `Loket 2`. */
  readonly to: string
  readonly orderedAt: number
  readonly arriveByAt: number
  readonly state: RecallState
  readonly answeredAt: number | null
  /** Why the person cannot come. */
  readonly declinedFor: string | null
  /** A superior heard the answer by telephone: the person's own word takes its place. */
  readonly heard: boolean
  readonly arrivedAt: number | null
  /** The last time a notice went out; neither channel proves that it was read. */
  readonly noticeAt: number
}

const refuse = refuser({
  'recall-on-leave': {
    id: 'Pegawai ini sedang cuti, jadi tidak dapat dipanggil. Pilih pegawai lain.',
    en: 'This person is on leave and cannot be recalled. Choose somebody else.',
  },
  'recall-on-travel': {
    id: 'Pegawai ini sedang dinas luar, jadi tidak dapat dipanggil. Pilih pegawai lain.',
    en: 'This person is on official travel and cannot be recalled. Choose somebody else.',
  },
  'recall-on-education': {
    id: 'Pegawai ini sedang tugas belajar, jadi tidak dapat dipanggil. Pilih pegawai lain.',
    en: 'This person is away for study and cannot be recalled. Choose somebody else.',
  },
  'recall-day-off': {
    id: 'Hari ini libur bagi pegawai ini. Panggil pada hari kerjanya.',
    en: 'It is a day off for this person. Recall them on a working day.',
  },
  'recall-at-office-already': {
    id: 'Pegawai ini sudah di kantor atau memang bertugas di kantor hari ini.',
    en: 'This person is at the office already, or is to be there today.',
  },
  'recall-open-already': {
    id: 'Pegawai ini sudah dipanggil dan panggilannya belum selesai.',
    en: 'This person has been recalled already and the recall is open.',
  },
  'recall-reason-not-allowed': {
    id: 'Alasan ini tidak ada dalam butir yang berlaku. Pilih alasan dari daftar.',
    en: 'The clause in force does not name this reason. Choose one from the list.',
  },
  'recall-no-clause': {
    id: 'Tidak ada butir yang berlaku yang mewajibkan pegawai ini datang bila dipanggil.',
    en: 'No clause in force obliges this person to come when called.',
  },
  'recall-deadline-too-short': {
    id: 'Batas hadir terlalu dekat. Beri waktu yang cukup untuk sampai.',
    en: 'The deadline is too near. Leave enough time to get there.',
  },
  'recall-decline-reason-missing': {
    id: 'Tulis alasan mengapa Anda berhalangan.',
    en: 'Write why you cannot come.',
  },
  'recall-answered-already': {
    id: 'Panggilan ini sudah dijawab.',
    en: 'This recall has been answered already.',
  },
  'recall-arrived-already': {
    id: 'Pegawai ini sudah tercatat hadir.',
    en: 'This person is recorded as there already.',
  },
  'recall-closed': {
    id: 'Panggilan ini sudah selesai. Hubungi atasan Anda.',
    en: 'This recall is over. Speak to your superior.',
  },
  'recall-heard-when': {
    id: 'Jam telepon harus antara saat pegawai dipanggil dan sekarang.',
    en: 'The telephone call must lie between the order and now.',
  },
  'recall-word-missing': {
    id: 'Tulis bagaimana panggilan ini diselesaikan.',
    en: 'Write how this recall was settled.',
  },
  'recall-still-open': {
    id: 'Batas hadir belum lewat.',
    en: 'The deadline has not passed yet.',
  },
})

export type RecallRefusal = ReturnType<typeof refuse>['refused']
type No = Refused<RecallRefusal>

const minute = 60_000

export interface RecallOrder extends Pick<Recall, 'person' | 'reason' | 'to' | 'orderedAt' | 'arriveByAt'> {
  /** Where the person is to be now, by the decision. */
  readonly planned: Place
  /** Whether the person has checked in at the office and not left. */
  readonly atOffice: boolean
  /** Reasons that the clause names; none: no clause in force lets the person be called. */
  readonly allowed: readonly RecallReason[]
  /** Recalls of the person on that day. */
  readonly earlier: readonly Recall[]
  /** Least time to get there. */
  readonly noticeMinutes?: number
}

/** Shorter notice than this is an order to fail. */
export const leastNotice = 30

const unavailable: Partial<Record<Place, RecallRefusal>> = {
  leave: 'recall-on-leave',
  travel: 'recall-on-travel',
  education: 'recall-on-education',
  off: 'recall-day-off',
  office: 'recall-at-office-already',
}

/** Orders somebody to the office, or says why that cannot be. */
export function orderRecall(order: RecallOrder): Recall | No {
  const { person, reason, to, orderedAt, arriveByAt, planned, atOffice, allowed, earlier } = order
  const no = unavailable[planned]
  if (no) return refuse(no)
  if (atOffice) return refuse('recall-at-office-already')
  if (earlier.some(isOpen)) return refuse('recall-open-already')
  if (allowed.length === 0) return refuse('recall-no-clause')
  if (!allowed.includes(reason)) return refuse('recall-reason-not-allowed')
  if (arriveByAt - orderedAt < (order.noticeMinutes ?? leastNotice) * minute) return refuse('recall-deadline-too-short')
  return {
    person,
    reason,
    to,
    orderedAt,
    arriveByAt,
    state: 'ordered',
    answeredAt: null,
    declinedFor: null,
    heard: false,
    arrivedAt: null,
    noticeAt: orderedAt,
  }
}

/** Whether the person is still awaited. */
export const isOpen = ({ state }: Recall): boolean => state === 'ordered' || state === 'acknowledged'

/** Whether the answer is somebody else's word for the person, who may still say it themself. */
const isHearsay = ({ state, heard }: Recall): boolean => heard && (state === 'acknowledged' || state === 'declined')

/** "I am coming", also by somebody who had said that they cannot. Said twice it is said once. */
export function acknowledge(recall: Recall, at: number): Recall | No {
  if (recall.state === 'acknowledged' && !recall.heard) return recall
  if (!isOpen(recall) && recall.state !== 'declined') return refuse('recall-closed')
  // After the deadline it would make somebody missing who was said not to come.
  if (recall.state === 'declined' && at > recall.arriveByAt) return refuse('recall-closed')
  return { ...recall, state: 'acknowledged', answeredAt: at, declinedFor: null, heard: false }
}

/** "I cannot come", with a reason; also by somebody who had said to come. */
export function decline(recall: Recall, why: string, at: number): Recall | No {
  if (recall.state === 'declined' && !recall.heard) return refuse('recall-answered-already')
  if (!isOpen(recall) && !isHearsay(recall)) return refuse('recall-closed')
  if (why.trim() === '') return refuse('recall-decline-reason-missing')
  return { ...recall, state: 'declined', answeredAt: at, declinedFor: why.trim(), heard: false }
}

/**
 * What can be answered now, the usual answer first. Who is known to come can still say that they cannot, and who cannot
 * that they come after all, while there is time to.
 */
export const openAnswers = (recall: Recall, now: number): RecallAnswered['answer'][] =>
  (['acknowledged', 'declined'] as const).filter((answer) =>
    answer === 'declined'
      ? isOpen(recall) || isHearsay(recall)
      : recall.state === 'ordered' || ((recall.state === 'declined' || isHearsay(recall)) && now <= recall.arriveByAt),
  )

/** The person is there. Who comes late, or after all, has come. */
export const arrive = (recall: Recall, at: number): Recall | No =>
  recall.state === 'arrived' ? refuse('recall-arrived-already') : { ...recall, state: 'arrived', arrivedAt: at }

/** Closes a recall to which nobody came: a case for the superior, never a sanction. */
export function noShow(recall: Recall, now: number): Recall | No {
  if (!isOpen(recall)) return refuse('recall-closed')
  return now <= recall.arriveByAt ? refuse('recall-still-open') : { ...recall, state: 'no_show' }
}

/** An answer as it was given, by whichever way it came. */
export interface RecallAnswered {
  readonly at: number
  readonly answer: 'acknowledged' | 'declined'
  /** Why the person cannot come. */
  readonly why: string
}

/**
 * An answer that a superior heard by telephone. It mends one that was heard before; against the person's own word it
 * stands only where that is older, and says something else.
 */
export function hear(recall: Recall, { at, answer, why }: RecallAnswered, now: number): Recall | No {
  const called = recall.orderedAt - (recall.orderedAt % minute)
  const since = recall.heard ? called : (recall.answeredAt ?? called)
  if (at < since || at > now) return refuse('recall-heard-when')
  if (recall.state === answer && !recall.heard) return refuse('recall-answered-already')
  const next = answer === 'acknowledged' ? acknowledge(recall, now) : decline(recall, why, now)
  return isRefused(next) ? next : { ...next, answeredAt: at, heard: true }
}

/** The recall as it was ordered, and the answer that it keeps. */
function unanswered(recall: Recall): { readonly ordered: Recall; readonly kept: RecallAnswered | undefined } {
  const { answeredAt: at, declinedFor } = recall
  const answer = declinedFor === null ? 'acknowledged' : 'declined'
  return {
    ordered: { ...recall, state: 'ordered', answeredAt: null, declinedFor: null, heard: false, arrivedAt: null },
    kept: at === null ? undefined : { at, answer, why: declinedFor ?? '' },
  }
}

/**
 * How a recall stands after everything that was said and done: answers, and check-ins at the office. An answer that was
 * heard by telephone has its place among the person's own, by its time. Whoever is there has said all there was to say.
 */
export function courseOf(
  recall: Recall,
  {
    answers,
    came,
    now,
  }: { readonly answers: readonly RecallAnswered[]; readonly came: readonly number[]; readonly now: number },
): Recall {
  const { ordered, kept } = unanswered(recall)
  const [shown] = came.filter((at) => at >= recall.orderedAt && at <= now).toSorted((a, b) => a - b)
  const arrival = recall.arrivedAt ?? shown
  const all = [...answers, ...(kept ? [kept] : [])].filter(({ at }) => arrival === undefined || at <= arrival)
  let course = ordered
  for (const one of all.toSorted((a, b) => a.at - b.at)) {
    const { at, answer, why } = one
    const next = answer === 'acknowledged' ? acknowledge(course, at) : decline(course, why, at)
    // What was heard was held against the answers known then, and comes after an older own no.
    if (one === kept && recall.heard) course = { ...recall, state: answer, arrivedAt: null }
    else if (!isRefused(next)) course = next
  }
  const there = arrival === undefined ? undefined : arrive(course, arrival)
  if (there && !isRefused(there)) return there
  const missed = noShow(course, now)
  return isRefused(missed) ? course : missed
}

/** What the superior writes of a recall to which nobody came: excused, or kept as a matter to talk about. */
export const settlements = ['excused', 'kept'] as const
export type Settlement = (typeof settlements)[number]

/** The superior's word for a recall to which nobody came; it has to say something. */
export const settlingWord = (recall: Recall, word: string, now: number): { readonly word: string } | No => {
  const missed = recall.state === 'no_show' ? recall : noShow(recall, now)
  if (isRefused(missed)) return missed
  return word.trim() === '' ? refuse('recall-word-missing') : { word: word.trim() }
}

/**
 * The reasons for which clauses let people be called: those that one of them names, and every reason where one names
 * none.
 */
export const reasonsOf = (clauses: readonly { readonly for?: readonly string[] | undefined }[]): RecallReason[] =>
  (Object.keys(recallReasons) as RecallReason[]).filter((reason) =>
    clauses.some(({ for: named }) => named === undefined || named.includes(reason)),
  )

/** Minutes until the deadline, negative after it; of somebody who came: how early they came. */
export const minutesLeft = ({ arriveByAt, arrivedAt }: Recall, now: number): number =>
  Math.floor((arriveByAt - (arrivedAt ?? now)) / minute)

/** Without an answer for as long as this, somebody calls. */
export const silentAfter = 8

/** Who has not answered since the last notice: to be told again, by another channel. */
export const silent = (recalls: readonly Recall[], now: number, afterMinutes = silentAfter): Recall[] =>
  recalls.filter(({ state, noticeAt }) => state === 'ordered' && now - noticeAt >= afterMinutes * minute)

/** A notice has gone out once more. */
export const remind = (recall: Recall, at: number): Recall | No =>
  isOpen(recall) ? { ...recall, noticeAt: at } : refuse('recall-closed')
