import { sql } from 'kysely'
import type { Shown } from '../kernel/contract'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'
import type { words } from './card-contract'
import type { WordKind } from './contract'

type NewWord = Pick<Row<'showcase_words'>, 'org_id' | 'word_id' | 'member_id' | 'kind' | 'text' | 'left_on'>

/** False where this very word is there already. */
export async function addWord(db: Db, row: NewWord): Promise<boolean> {
  const added = await db
    .insertInto('showcase_words')
    .values({ ...row, state: 'waiting', published_at: null })
    .onConflict((conflict) => conflict.columns(['org_id', 'word_id']).doNothing())
    .returning('word_id')
    .executeTakeFirst()
  return added !== undefined
}

export const findWord = (db: Db, orgId: string, wordId: string): Promise<{ kind: WordKind; text: string } | undefined> =>
  db.selectFrom('showcase_words').select(['kind', 'text']).where('org_id', '=', orgId).where('word_id', '=', wordId).executeTakeFirst()

type WordChange = Pick<Row<'showcase_words'>, 'state'> & Partial<Pick<Row<'showcase_words'>, 'published_at'>>

export const changeWord = (db: Db, orgId: string, wordId: string, change: WordChange) =>
  db.updateTable('showcase_words').set(change).where('org_id', '=', orgId).where('word_id', '=', wordId).execute()

export async function countWords(db: Db, orgId: string, memberId: string): Promise<{ waiting: number; published: number }> {
  const { rows } = await sql<{ waiting: number; published: number }>`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'published')::int as published
    from showcase_words where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  return rows[0] ?? { waiting: 0, published: 0 }
}

/** The last that were published, the latest first. */
export async function listPublishedWords(
  db: Db,
  orgId: string,
  memberId: string,
  limit: number,
): Promise<Shown<typeof words.output>['words']> {
  const { rows } = await sql<Shown<typeof words.output>['words'][number]>`
    select w.word_id as "wordId", w.kind, w.text, w.left_on as "leftOn", s.submission_id as "submissionId"
    from showcase_words w
    left join showcase_submissions s on s.org_id = ${orgId} and s.subject_id = w.word_id and s.state = 'approved'
    where w.org_id = ${orgId} and w.member_id = ${memberId} and w.state = 'published'
    order by w.published_at desc, w.word_id
    limit ${limit}`.execute(db)
  return rows
}
