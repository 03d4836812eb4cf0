// GET /users/{id}/registeredDevices/graph.device · application User.Read.All
import { z } from 'zod/v4';
import type { RegisteredDevice } from '../ports/personRecords';
import { batchList } from './askBatch';
import type { BatchList } from './askBatch';
import { graphPath } from './graphPath';
import { maybe, maybeText, maybeTrue } from './maybe';
import { moment } from './moment';

const fields = [
  'id',
  'displayName',
  'operatingSystem',
  'accountEnabled',
  'isCompliant',
  'isManaged',
  'trustType',
  'approximateLastSignInDateTime',
].join(',');

const device = z
  .looseObject({
    id: z.string(),
    displayName: maybeText,
    operatingSystem: maybeText,
    accountEnabled: maybeTrue,
    isCompliant: maybeTrue,
    isManaged: maybeTrue,
    trustType: maybeText,
    approximateLastSignInDateTime: maybe(moment),
  })
  .transform((found): RegisteredDevice => ({
    id: found.id.toLowerCase(),
    name: found.displayName,
    operatingSystem: found.operatingSystem,
    enabled: found.accountEnabled !== false,
    isCompliant: found.isCompliant,
    isManaged: found.isManaged,
    trustType: found.trustType,
    lastSignInAt: found.approximateLastSignInDateTime,
  }));

/** The devices that a person has registered. */
export function devicesRead(personId: string): BatchList<RegisteredDevice> {
  const path = graphPath`/users/${personId}/registeredDevices/graph.device`;
  return batchList('devices', `${path}?$select=${fields}`, device);
}
