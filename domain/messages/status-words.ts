/** What authorities say of a place from day to day, in words: zones, levels, the air, the alert, the sector of a unit. */
import type { Vocabulary } from './words.ts'

export const statusWords = {
  zone: { id: 'zona', en: 'zone' },
  level: { id: 'level', en: 'level' },
  air_quality: { id: 'mutu udara', en: 'air quality' },
  alert: { id: 'status siaga', en: 'alert' },
  traffic: { id: 'lalu lintas', en: 'traffic' },
  sector: { id: 'sektor', en: 'sector' },
  weekday: { id: 'hari', en: 'weekday' },
} satisfies Vocabulary

export const statusValueWords = {
  red: { id: 'merah', en: 'red' },
  orange: { id: 'oranye', en: 'orange' },
  yellow: { id: 'kuning', en: 'yellow' },
  green: { id: 'hijau', en: 'green' },
  good: { id: 'baik', en: 'good' },
  moderate: { id: 'sedang', en: 'moderate' },
  unhealthy: { id: 'tidak sehat', en: 'unhealthy' },
  very_unhealthy: { id: 'sangat tidak sehat', en: 'very unhealthy' },
  hazardous: { id: 'berbahaya', en: 'hazardous' },
  essential: { id: 'esensial', en: 'essential' },
  nonessential: { id: 'nonesensial', en: 'non-essential' },
  critical: { id: 'kritikal', en: 'critical' },
  ordinary: { id: 'biasa', en: 'ordinary' },
  normal: { id: 'normal', en: 'normal' },
  waspada: { id: 'waspada', en: 'watch' },
  siaga: { id: 'siaga', en: 'alert' },
  awas: { id: 'awas', en: 'warning' },
} satisfies Vocabulary
