import { may } from '@piket/domain/access/permission.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { ComponentChildren } from 'preact'
import type { View } from './shell.tsx'

/** The address of a page that names people of a unit; undefined where the viewer may not read it. */
export const peopleHref = ({ viewer }: View, unit: string, href: string): string | undefined =>
  viewer && may(viewer, 'read-people', { region: viewer.region, agency: agencyOf(unit) }) ? href : undefined

/** A link; without an address its words alone. */
export const Link = ({
  href,
  children,
}: {
  readonly href: string | undefined
  readonly children: ComponentChildren
}) => (href === undefined ? children : <a href={href}>{children}</a>)
