/** What follows from a row, in words: hours, duties, bans, services, each with its clause. */
import type { Circular } from '../circular/schema.ts'
import { stretchWords } from '../circular/selector-words.ts'
import { clauseSentence } from '../circular/sentence.ts'
import type { UnitName } from '../circular/speech.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { Step } from './explain.ts'
import type { ClauseRef, Row } from './row.ts'

type Kind = 'duty' | 'ban' | 'service'

const kinds: Readonly<Record<Kind, Bilingual>> = {
  duty: { id: 'Kewajiban', en: 'Duty' },
  ban: { id: 'Larangan', en: 'Ban' },
  service: { id: 'Layanan', en: 'Service' },
}

/** The steps of an explanation that follow from the final place. */
export function consequenceSteps(
  { hours, windows, duties, bans, services }: Row,
  documents: ReadonlyMap<string, Circular>,
  unitName: UnitName,
): Step[] {
  const step =
    (kind: Kind) =>
    (ref: ClauseRef & { readonly certain?: boolean }): Step => {
      const { circular, clause, certain = true } = ref
      const doc = documents.get(circular)
      const found = doc?.clauses.find(({ id }) => id === clause)
      const said = doc && found ? clauseSentence(found, doc, unitName) : { id: `${circular}.`, en: `${circular}.` }
      const name = kinds[kind]
      return {
        step: kind,
        document: circular,
        clause,
        truth: certain || null,
        text: {
          id: `${name.id} menurut butir ${clause}${certain ? '' : ', belum diketahui apakah mengenai'}: ${said.id}`,
          en: `${name.en} by clause ${clause}${certain ? '' : ', not known whether it applies'}: ${said.en}`,
        },
      }
    }
  const text = hoursWords(hours, windows)
  return [
    ...(text ? [{ step: 'hours', document: null, clause: null, truth: isSaid(hours), text } as const] : []),
    ...duties.map(step('duty')),
    ...bans.map(step('ban')),
    ...services.map(step('service')),
  ]
}

const isSaid = (hours: Row['hours']) => (hours === 'undetermined' || hours === 'conflict' ? null : true)

/** `07:30-16:00/60` and the windows of presence as sentences; null where no clause says any. */
function hoursWords(hours: Row['hours'], windows: readonly string[]): Bilingual | null {
  const said = (language: keyof Bilingual) =>
    [hours === null ? [] : [inWords(hours)[language]], windows.length === 0 ? [] : [presence(windows, language)]]
      .flat()
      .join(' ')
  return hours === null && windows.length === 0 ? null : { id: said('id'), en: said('en') }
}

function inWords(hours: string): Bilingual {
  if (hours === 'undetermined')
    return { id: 'Jam kerja belum dapat ditentukan.', en: 'The hours of work cannot be determined.' }
  if (hours === 'conflict') return { id: 'Dua jam kerja bertabrakan.', en: 'Two hours of work collide.' }
  const [stretch = '', rest = '0'] = hours.split('/')
  const [from, to] = stretch.split('-')
  const at = (language: keyof Bilingual) => stretchWords(from, to, { language })
  return rest === '0'
    ? { id: `Jam kerja ${at('id')}.`, en: `Hours of work ${at('en')}.` }
    : {
        id: `Jam kerja ${at('id')}, istirahat ${rest} menit.`,
        en: `Hours of work ${at('en')}, break of ${rest} minutes.`,
      }
}

function presence(windows: readonly string[], language: keyof Bilingual): string {
  const each = windows.map((window) => {
    const space = window.lastIndexOf(' ')
    const [from, to] = window.slice(space + 1).split('-')
    return `${window.slice(0, space)} ${stretchWords(from, to, { language })}`
  })
  return language === 'id' ? `Presensi ${each.join(', ')}.` : `Check-in ${each.join(', ')}.`
}
