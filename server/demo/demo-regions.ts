import type { Day } from '@piket/domain/calendar/day.ts'
import { bontang } from './bontang.ts'
import type { DemoRegion } from './demo-region.ts'
import { kotawaringinTimur } from './kotawaringin-timur.ts'
import { kutaiKartanegara } from './kutai-kartanegara.ts'
import { muaraSelasih } from './muara-selasih.ts'
import { paser } from './paser.ts'

/**
 * The five demonstration regions.
 * @param today the business day of the invented region, the only one that lives on the real clock
 */
export const demoRegions = (today: Day): DemoRegion[] => [
  paser(),
  kotawaringinTimur(),
  kutaiKartanegara(),
  bontang(),
  muaraSelasih(today),
]
