/** Asks the interface for machines as somebody who has signed in, as programs do. */
import type { ServedRegion } from './served-region.ts'

export type Sessions = Readonly<Record<string, string>>

/** The smallest file that is a PDF. */
export const smallPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

/** @param sessions the cookie of each who asks, by name; a name without one has not signed in */
export function apiOf(app: ServedRegion['app'], sessions: Sessions, region = '63.98') {
  const url = (path: string) => `/api/v1/regions/${region}/${path}`
  const cookies = (who: string) => {
    const piket = sessions[who]
    return piket === undefined ? {} : { piket }
  }
  return {
    get: (path: string, who: string) => app.inject({ url: url(path), cookies: cookies(who) }),
    post: (path: string, body: object, who: string) =>
      app.inject({ method: 'POST', url: url(path), cookies: cookies(who), payload: body }),
    /** Sends a form with a letter; without one where there is none. */
    send: (
      path: string,
      fields: Readonly<Record<string, string>>,
      who: string,
      letter: Buffer | undefined = smallPdf,
    ) => {
      const part = (head: string, body: string) =>
        `--batas\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
      const all = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value))
      const file = part('name="letter"; filename="s.pdf"', letter.toString('latin1'))
      return app.inject({
        method: 'POST',
        url: url(path),
        cookies: cookies(who),
        headers: { 'content-type': 'multipart/form-data; boundary=batas' },
        payload: Buffer.from(`${all.join('')}${letter.length > 0 ? file : ''}--batas--\r\n`, 'latin1'),
      })
    },
  }
}
