import { readListedCalls } from '../../../src/sandbox/graph/listedCalls';
import { startSandboxTenant } from '../../graph/sandboxTenant';

const isListed = readListedCalls();

describe('the list of permissions', () => {
  test.each([
    ['GET', '/v1.0/users/1'],
    ['GET', '/beta/users/1/authentication/requirements'],
    ['DELETE', '/v1.0/users/1/authentication/phoneMethods/2'],
    ['POST', '/v1.0/$batch'],
  ])('has %s %s', (method, path) => {
    expect(isListed(method, path)).toBe(true);
  });

  test.each([
    ['GET', '/v1.0/users'],
    ['GET', '/v1.0/users/1/licenseDetails'],
    ['GET', '/beta/users/1'],
    ['DELETE', '/v1.0/users/1'],
    ['GET', '/v1.0/users/1/authentication/requirements'],
  ])('does not have %s %s', (method, path) => {
    expect(isListed(method, path)).toBe(false);
  });
});

describe('a call that is in the contract and not in the list', () => {
  test('fails the run', async () => {
    const sandbox = await startSandboxTenant();
    await sandbox.client
      .api('/users/1/licenseDetails')
      .get()
      .catch(() => undefined);
    await expect(sandbox.close()).rejects.toThrow('the list of permissions does not have it');
  });
});
