// DELETE /users/{id}/authentication/windowsHelloForBusinessMethods/{id} · application UserAuthMethod-WindowsHello.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Removes a device's Windows Hello for Business. */
export function deleteWindowsHelloMethod(
  client: Client,
  personId: string,
  methodId: string,
): Promise<'removed' | 'gone'> {
  return remove(
    client.api(graphPath`/users/${personId}/authentication/windowsHelloForBusinessMethods/${methodId}`),
  );
}
