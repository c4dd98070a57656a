import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { asApp } from '#platform/connect.ts'
import { type Db, openDb } from '#platform/db.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly templateUrl: string
  }
}

export interface TestDatabase extends AsyncDisposable {
  /** As the product connects: owns nothing, sees only what `as` allows. */
  readonly db: Db
  /** As the owner connects: for facts a test takes as given. */
  readonly owner: Db
  readonly ownerUrl: string
  readonly appUrl: string
}

/** A database of its own for one test file: a clone of the migrated template. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `piket_test_${randomUUID().replaceAll('-', '')}`
  const admin = new URL(template)
  admin.pathname = 'postgres'
  await statement(admin, `create database ${name} template ${template.pathname.slice(1)}`)
  template.pathname = name
  const ownerUrl = template.href
  const appUrl = asApp(ownerUrl)
  const [owner, db] = [openDb(ownerUrl), openDb(appUrl)]
  return {
    db,
    owner,
    ownerUrl,
    appUrl,
    async [Symbol.asyncDispose]() {
      await Promise.all([db.destroy(), owner.destroy()])
      await statement(admin, `drop database ${name} with (force)`)
    },
  }
}

/** An empty database of its own, without any migration. */
export async function openEmptyDatabase(): Promise<{ readonly url: string } & AsyncDisposable> {
  const admin = new URL(inject('templateUrl'))
  admin.pathname = 'postgres'
  const name = `piket_test_${randomUUID().replaceAll('-', '')}`
  await statement(admin, `create database ${name}`)
  return {
    url: Object.assign(new URL(admin), { pathname: name }).href,
    [Symbol.asyncDispose]: () => statement(admin, `drop database ${name} with (force)`),
  }
}

async function statement(url: URL, text: string) {
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(text).finally(() => client.end())
}
