/** What travels for the first page of a board of sixty people, on a first and on a repeated visit. */
import { servedBench, unit } from './page/region.ts'

export interface PageBench {
  readonly 'page.first_bytes': number
  readonly 'page.repeat_bytes': number
  readonly 'page.script_bytes': number
  readonly 'page.style_bytes': number
}

/** Weighs what a browser would fetch. */
export async function pageBench(): Promise<PageBench> {
  await using served = await servedBench()
  const { app, assets, cookie } = served
  const weigh = async (url: string) => {
    const headers = { 'accept-encoding': 'br', cookie: `${cookie.name}=${cookie.value}` }
    const { statusCode, rawPayload } = await app.inject({ url, headers })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`)
    return rawPayload.length
  }
  const html = await weigh(`/bench/opd/${unit.unit}`)
  const [style, script] = await Promise.all([
    weigh(assets.theme),
    assets.enhance === undefined ? 0 : weigh(assets.enhance),
  ])
  return {
    'page.first_bytes': html + style + script,
    'page.repeat_bytes': html,
    'page.script_bytes': script,
    'page.style_bytes': style,
  }
}
