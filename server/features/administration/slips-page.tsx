import { numberText } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { Slip } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slips: readonly Slip[]
  /** Where the code is used, in full. */
  readonly address: string
  readonly back: string
  /** Names of units; an outside body is called as it is written. */
  readonly unitName: (unit: string) => string
  readonly t: Text
}

/** Invitations to print and cut: one a person. */
export const SlipsPage = ({ view, slips, address, back, unitName, t }: Props) => (
  <Shell view={view} title={t.slips}>
    <div class="head no-print">
      <div>
        <h1>{t.slips}</h1>
        <p>{t.slipsLead(numberText(slips.length, view.language))}</p>
      </div>
      <a class="ds-button" data-variant="secondary" data-size="sm" href={back}>
        {t.back}
      </a>
    </div>
    <ul class="cols even slips">
      {slips.map(({ name, login, code, of }) => (
        <li class="card stack-s">
          <p>
            <strong>{name}</strong>
            {of !== null && <span class="small quiet"> {unitName(of)}</span>}
          </p>
          <dl class="facts">
            <dt>{t.address}</dt>
            <dd class="code">{address}</dd>
            <dt>{t.login}</dt>
            <dd class="code">{login}</dd>
            <dt>{t.code}</dt>
            <dd class="code strong">{code}</dd>
          </dl>
          <p class="small quiet">{t.slipHint}</p>
        </li>
      ))}
    </ul>
  </Shell>
)
