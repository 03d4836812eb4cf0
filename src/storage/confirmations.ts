import { z } from 'zod/v4';
import { Fault } from '../faults';
import type { StoreTransaction } from '../ports/store';
import type { Scope } from './scope';

/** Long after its end a link still says what became of it; then the row goes. */
const keptMs = 24 * 60 * 60_000;

const bodySchema = z.object({
  digest: z.string(),
  language: z.enum(['ja', 'en']),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('decide'), decision: z.enum(['approved', 'denied']), reason: z.string() }),
    z.object({ kind: z.literal('again') }),
    z.object({ kind: z.literal('prove') }),
    z.object({ kind: z.literal('notMe') }),
  ]),
});

/** Decisions that wait for a sign-in. */
export function confirmationsIn({ clock, db, tenantId }: Scope): StoreTransaction['confirmations'] {
  return {
    async add({ act, createdAt, digest, expiresAt, language, personId, requestId, tokenHash }) {
      await db
        .deleteFrom('confirmations')
        .where('tenant_id', '=', tenantId)
        .where('expires_at', '<', clock() - keptMs)
        .execute();
      await db
        .insertInto('confirmations')
        .values({
          tenant_id: tenantId,
          token_hash: tokenHash,
          request_id: requestId,
          person_id: personId,
          body: JSON.stringify({ act, digest, language }),
          created_at: createdAt,
          expires_at: expiresAt,
          used_at: null,
        })
        .execute();
    },
    async byTokenHash(tokenHash) {
      const row = await db
        .selectFrom('confirmations')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const body = bodySchema.safeParse(JSON.parse(row.body));
      if (!body.success) throw new Fault('store-unreadable', 'a stored confirmation does not fit its schema');
      return {
        ...body.data,
        tokenHash,
        requestId: row.request_id,
        personId: row.person_id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at ?? undefined,
      };
    },
    async use(tokenHash) {
      const changed = await db
        .updateTable('confirmations')
        .set({ used_at: clock() })
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
  };
}
