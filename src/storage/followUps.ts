import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod/v4';
import {
  type FollowUp,
  type MicrosoftFollowUp,
  type RecoveryFollowUp,
  recoverySteps,
  type TicketFollowUp,
} from '../cases/followUp';
import type { StoreTransaction } from '../ports/store';
import { saveVersioned } from './saveVersioned';
import { assertOurTenant, type Scope } from './scope';
import { readStored, type EveryField } from './storedBody';
import type { FollowUpTable } from './tables';

const followed = {
  tenantId: z.string(),
  caseId: z.string(),
  state: z.enum(['open', 'over']),
  version: z.int(),
  createdAt: z.int(),
  updatedAt: z.int(),
};
const step = z.enum(recoverySteps);

/** Raise `schema` with every change of a shape, and read the older one as well (SECURITY S28). */
const shapes = {
  recovery: {
    schema: 1,
    type: z.strictObject({
      ...followed,
      kind: z.literal('recovery'),
      since: z.int(),
      needs: z.array(step),
      known: z.array(z.string()).optional(),
      toRemove: z.array(z.string()),
      seen: z.partialRecord(step, z.int()),
      unseeable: z.array(step),
      looks: z.int(),
      reminders: z.int(),
      staffToldAt: z.int().optional(),
    } satisfies EveryField<RecoveryFollowUp>) satisfies z.ZodType<RecoveryFollowUp>,
  },
  microsoft: {
    schema: 1,
    type: z.strictObject({
      ...followed,
      kind: z.literal('microsoft'),
      country: z.string(),
      ticket: z.string().optional(),
      reminders: z.int(),
      accessBackAt: z.int().optional(),
    } satisfies EveryField<MicrosoftFollowUp>) satisfies z.ZodType<MicrosoftFollowUp>,
  },
  ticket: {
    schema: 1,
    type: z.strictObject({
      ...followed,
      kind: z.literal('ticket'),
      system: z.string(),
      externalId: z.string().optional(),
      reference: z.string().optional(),
      link: z.string().optional(),
      remade: z.int(),
      told: z.int(),
      busyUntil: z.int().optional(),
    } satisfies EveryField<TicketFollowUp>) satisfies z.ZodType<TicketFollowUp>,
  },
} as const;

/** How the cases of one tenant are followed, within one transaction. */
export function followUpsIn(scope: Scope): StoreTransaction['followUps'] {
  const { db, tenantId } = scope;
  const row = (caseId: string, kind: FollowUp['kind']) =>
    db
      .selectFrom('follow_ups')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .where('kind', '=', kind)
      .executeTakeFirst();
  return {
    async recovery(caseId) {
      return fromRow(await row(caseId, 'recovery'), shapes.recovery);
    },
    async microsoft(caseId) {
      return fromRow(await row(caseId, 'microsoft'), shapes.microsoft);
    },
    async ticket(caseId) {
      return fromRow(await row(caseId, 'ticket'), shapes.ticket);
    },
    async insert(added) {
      assertOurTenant(scope, added.tenantId);
      await db.insertInto('follow_ups').values(toRow(added)).execute();
    },
    async save(changed) {
      await saveVersioned(scope, 'follow-up', changed, (saved, stored) =>
        db
          .updateTable('follow_ups')
          .set(toRow(saved))
          .where((row) => row.and({ ...stored, case_id: saved.caseId, kind: saved.kind }))
          .executeTakeFirst(),
      );
    },
  };
}

/** What is a column is not in the body as well: one truth only. */
function toRow({
  tenantId,
  caseId,
  kind,
  state,
  version,
  createdAt,
  updatedAt,
  ...body
}: FollowUp): Insertable<FollowUpTable> {
  return {
    tenant_id: tenantId,
    case_id: caseId,
    kind,
    state,
    version,
    schema: shapes[kind].schema,
    body: JSON.stringify(body),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function fromRow<Shape>(
  row: Selectable<FollowUpTable> | undefined,
  shape: { readonly schema: number; readonly type: z.ZodType<Shape> },
): Shape | undefined {
  if (row === undefined) return undefined;
  const columns = {
    tenantId: row.tenant_id,
    caseId: row.case_id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return readStored(`follow-up ${row.kind} of ${row.case_id}`, row, columns, shape);
}
