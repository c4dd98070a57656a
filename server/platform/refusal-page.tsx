import { type Refusal, refusals } from './refusal.ts'
import { StableCode } from './refusal-notice.tsx'
import { Shell, type View } from './shell.tsx'

const text = {
  id: {
    region: (name: string) => `Ke hari ini di ${name}`,
    regions: 'Ke daftar daerah',
    back: 'Tekan Kembali pada peramban: isian Anda masih ada.',
  },
  en: {
    region: (name: string) => `To today in ${name}`,
    regions: 'To the list of regions',
    back: 'Press Back in the browser: what you typed is still there.',
  },
}

const isOfForm = ({ refused }: Refusal) => refused === 'form-invalid' || refused === 'form-unreadable'

/** An expected no, as people read it: what happened and what to do next, with its stable code. */
export function RefusalPage({ view, refusal }: { readonly view: View; readonly refusal: Refusal }) {
  const { language, region } = view
  const t = text[language]
  const { meaning, fix } = refusals[refusal.refused]
  const what = meaning[language].replace(/\.$/, '')
  return (
    <Shell view={view} title={what}>
      <div class="card stack">
        <h1>{what}</h1>
        {refusal.detail && <p>{refusal.detail[language]}</p>}
        {isOfForm(refusal) && <p>{t.back}</p>}
        <p>{fix[language]}</p>
        <ul class="stack-s">
          {refusal.instead && (
            <li>
              <a href={refusal.instead.href}>{refusal.instead.words[language]}</a>
            </li>
          )}
          {region && (
            <li>
              <a href={`/${region.slug}`}>{t.region(region.name)}</a>
            </li>
          )}
          <li>
            <a href="/">{t.regions}</a>
          </li>
        </ul>
        <StableCode of={refusal} language={language} />
      </div>
    </Shell>
  )
}
