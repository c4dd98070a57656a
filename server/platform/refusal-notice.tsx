import type { Language } from './language.ts'
import { Notice } from './parts.tsx'
import { type Refusal, refusals } from './refusal.ts'

interface Props {
  readonly refusal: Refusal
  /** What did not happen. */
  readonly title: string
  readonly language: Language
}

/** An expected no above the form that was sent: what is wrong, and what to do. */
export const RefusalNotice = ({ refusal, title, language }: Props) => (
  <Notice tone="conflict" title={title}>
    <p role="alert">
      {(refusal.detail ?? refusals[refusal.refused].meaning)[language]} {refusals[refusal.refused].fix[language]}
    </p>
  </Notice>
)
