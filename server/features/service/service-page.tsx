import type { Board } from '@piket/domain/decision/board.ts'
import type { RowService } from '@piket/domain/decision/row.ts'
import { protocolWords, serviceWords, wordFor } from '@piket/domain/messages/words.ts'
import type { Language } from '#platform/language.ts'
import { folding } from '#platform/parts.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly services: Board['services']
  /** Of a circular, where its clauses stand. */
  readonly law: (service: Pick<RowService, 'circular' | 'clause'>) => string
  readonly language: Language
  readonly t: Text
}

const tones: Readonly<Record<string, string>> = { open: 'office', limited: 'unknown', closed: 'leave' }

/** State, hours, protocol and basis of a unit on a day, as cells of a row. */
export const ServiceCells = ({ services, law, language, t }: Props) => (
  <>
    <td {...folding.cell} data-l={t.state}>
      {services.map((service) => (
        <span class="place" data-place={tones[service.public] ?? 'unknown'}>
          {capital(wordFor(serviceWords, service.public)[language])}
        </span>
      ))}
    </td>
    <td {...folding.cell} data-l={t.hours}>
      {services.map((service) => hoursText(service, t)).join(', ')}
    </td>
    <td {...folding.cell} data-l={t.protocol}>
      {protocolsOf(services, language) || '–'}
    </td>
    <td {...folding.cell} data-l={t.why} class="small">
      {services.map((service, at) => (
        <>
          {at > 0 && ', '}
          <a href={law(service)}>{t.clause(service.clause)}</a>
        </>
      ))}
    </td>
  </>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const protocolsOf = (services: Board['services'], language: Language) =>
  services.flatMap(({ protocol }) => (protocol === null ? [] : [wordFor(protocolWords, protocol)[language]])).join(', ')

function hoursText({ hours, public: state }: RowService, t: Text): string {
  if (hours === null) return state === 'closed' ? '–' : t.asUsual
  if (hours === 'not_decided') return t.notDecided
  if (hours === 'undetermined') return t.undetermined
  return state === 'limited' ? t.limited(hours) : hours
}
