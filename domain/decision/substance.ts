import type { ClauseRef, Finding } from './row.ts'

/**
 * What a row says to the person: where and how strictly, when, with which duties, bans and services. Which document and
 * clause says it, and what lost against it, is left out.
 */
export const substanceOf = (finding: Finding) => ({
  place: finding.place,
  force: finding.force,
  hours: finding.hours,
  windows: finding.windows,
  duties: finding.duties.map(unnamed),
  bans: finding.bans.map(unnamed),
  services: finding.services.map(unnamed),
  missing: finding.missing.map(({ letter }) => letter),
  undetermined: finding.undetermined?.code ?? null,
  override: finding.override,
})

function unnamed<T extends ClauseRef>(one: T): Omit<T, keyof ClauseRef> {
  const { circular: _circular, clause: _clause, ...rest } = one
  return rest
}
