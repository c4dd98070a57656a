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
    <StableCode of={refusal} language={language} />
  </Notice>
)

/** The stable code of a no. Its explanation opens beside the page: what was typed into a form is not left behind. */
export const StableCode = ({ of: { refused }, language }: { readonly of: Refusal; readonly language: Language }) => (
  <p class="small quiet">
    {text[language].code}{' '}
    <a class="code" href={codeHref(refused)} target="_blank" rel="noopener">
      {refused}
    </a>{' '}
    {text[language].beside}
  </p>
)
