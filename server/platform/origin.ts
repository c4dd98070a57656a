import type { FastifyRequest } from 'fastify'

/** The address of Piket as people reach it: as it is set, else as they have just asked. */
export const originOf = (
  { origin }: { readonly origin?: string | undefined },
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => origin ?? `${protocol}://${host}`
