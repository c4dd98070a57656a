import type { Instant } from '@piket/domain/calendar/day.ts'
import { type Language, timeText } from './language.ts'

const text = {
  id: {
    offline: 'Luring. Isian Anda aman di ponsel dan terkirim saat ada sinyal.',
    asOf: (time: string) => `Data pukul ${time}`,
  },
  en: {
    offline: 'Offline. What you enter is safe on the phone and is sent when there is a signal.',
    asOf: (time: string) => `As of ${time}`,
  },
}

interface Props {
  /** When the page was written. */
  readonly asOf: Instant
  readonly language: Language
}

/** Says of a page that a phone keeps, where there is no signal, that it is not of now. */
export const OfflineNotice = ({ asOf, language }: Props) => (
  <div class="notice offline-only" data-color="neutral" role="status">
    <div>
      {text[language].offline} <span class="quiet nowrap">{text[language].asOf(timeText(asOf, language))}</span>
    </div>
  </div>
)
