import type { Day } from '@piket/domain/calendar/day.ts'
import { type Language, longDay } from './language.ts'
import { Notice } from './parts.tsx'

const text = {
  id: (day: string) =>
    `Simulasi: usulan dianggap berlaku sejak ${day}. Ini bukan keputusan, dan keterangan pribadi tidak dilihat.`,
  en: (day: string) =>
    `Simulation: the proposal is taken as in force from ${day}. This is no decision, and personal particulars are not looked at.`,
} as const satisfies Record<Language, unknown>

interface Props {
  /** Proposals are taken as in force from this day; undefined: they are not, and nothing is said. */
  readonly since: Day | undefined
  readonly language: Language
}

/** Says on every page that shows what a proposal would do that it is none of the law. */
export const SimulationNotice = ({ since, language }: Props) =>
  since === undefined ? null : (
    <Notice tone="unknown">
      <p>{text[language](longDay(since, language))}</p>
    </Notice>
  )
