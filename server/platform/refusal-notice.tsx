import type { Language } from './language.ts'
import { Notice } from './parts.tsx'
import { codeHref, type Refusal, refusals } from './refusal.ts'

interface Props {
  readonly refusal: Refusal
  /** What did not happen. */
  readonly title: string
  readonly language: Language
  /** The page opens at it. */
  readonly focused?: boolean
}

const text = {
  id: { code: 'Kode untuk petugas TI:', beside: '(penjelasannya terbuka di tab baru)' },
  en: { code: 'Code for the IT officer:', beside: '(explained in a new tab)' },
}

/** An expected no above the form that was sent: what is wrong, and what to do. */
export const RefusalNotice = ({ refusal, title, language, focused }: Props) => (
  <Notice tone="conflict" title={title} focused={focused}>
    <p role="alert">
      {(refusal.detail ?? refusals[refusal.refused].meaning)[language]} {refusals[refusal.refused].fix[language]}
    </p>
    <p class="small quiet">
      {text[language].code} {/* Beside the form: what was typed into it stays here. */}
      <a class="code" href={codeHref(refusal.refused)} target="_blank" rel="noopener">
        {refusal.refused}
      </a>{' '}
      {text[language].beside}
    </p>
  </Notice>
)
