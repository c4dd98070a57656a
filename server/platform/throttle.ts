import { isIPv6 } from 'node:net'

interface Pace {
  /** So many of one key within the time. */
  readonly most: number
  /** In milliseconds. */
  readonly within: number
}

export interface Throttle {
  /** Seconds after which one more of the key is let through; 0: now. */
  waitOf(key: string, now: number): number
  /** Counts one of the key. */
  count(key: string, now: number): void
}

/** Whoever comes from more networks than this fills no memory: those counted longest ago are forgotten first. */
const mostKeys = 20_000

/** Lets so many through of each key. What it counts is kept in memory alone: who asked from where is written nowhere. */
export function throttle({ most, within }: Pace): Throttle {
  const counted = new Map<string, readonly number[]>()
  const recent = (key: string, now: number) => (counted.get(key) ?? []).filter((at) => now - within < at && at <= now)
  return {
    waitOf(key, now) {
      const times = recent(key, now)
      const first = times.at(-most)
      return first === undefined ? 0 : Math.ceil((first + within - now) / 1000)
    },
    count(key, now) {
      const times = [...recent(key, now), now].slice(-most)
      counted.delete(key)
      counted.set(key, times)
      const [oldest] = counted.keys()
      if (counted.size > mostKeys && oldest !== undefined) counted.delete(oldest)
    },
  }
}

/** The network that an address belongs to: of IPv6 the first four groups, for whoever has one has all of them. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after] = address.toLowerCase().split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  // An address of IPv4 that is written as one of IPv6 is told by its end.
  if (head.length === 0 && tail.at(-1)?.includes('.')) return tail.at(-1) as string
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
