/** The routes of an app, as they were added. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { buildApp } from '@piket/server/app.tsx'
import type { ServedRegion } from '@piket/server/testing/served-region.ts'

type App = ServedRegion['app']
type RouteOptions = Parameters<App['route']>[0]

export interface Route {
  readonly method: string
  readonly url: string
  readonly may: string
  /** Its own statement asks who may, where no guard can be taken away. */
  readonly isProven: boolean
  /** Only for who has proved lately who they are. */
  readonly demandsProof: boolean
  /** What of somebody it shows, and writes down that it did. */
  readonly reads: string | undefined
}

/** Builds an app and lists its routes; `changed` may alter a route before it is added. HEAD is GET without its answer. */
export async function appWithRoutes<Built>(
  build: () => Promise<Built>,
  changed: (route: RouteOptions) => void = () => {},
): Promise<{ readonly app: Built; readonly routes: readonly Route[] }> {
  const routes: Route[] = []
  const watch = (message: unknown) => {
    const { fastify } = message as { readonly fastify: App }
    fastify.addHook('onRoute', (route) => {
      changed(route)
      for (const method of [route.method].flat().filter((one) => one !== 'HEAD'))
        routes.push({
          method,
          url: route.url,
          may: `${route.config?.may}`,
          isProven: route.config?.provenBy !== undefined,
          demandsProof: route.config?.proof !== undefined,
          reads: route.config?.reads,
        })
    })
  }
  subscribe('fastify.initialization', watch)
  try {
    const app = await build()
    return { app, routes: routes.toSorted((a, b) => order(a.url, b.url) || order(a.method, b.method)) }
  } finally {
    unsubscribe('fastify.initialization', watch)
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The same app on the same database, with every permission taken away from its routes. */
export const appWithoutGuards = ({ database: { db }, app: { clock, assets, release } }: ServedRegion) =>
  appWithRoutes(
    () => buildApp({ db, clock, assets, release }),
    (route) => {
      route.config = { ...route.config, may: 'public' }
    },
  )
