import { contract } from './startGraph';

function problemsOf(method: string, path: string, status: number, body: unknown): readonly string[] {
  return contract.find(method, path)?.operation.answerProblems(status, body) ?? ['no such call'];
}

const methods = '/users/x/authentication/methods';
const phone = { '@odata.type': '#microsoft.graph.phoneAuthenticationMethod', id: '1' };

describe('an answer that Graph could not have given', () => {
  test.each([
    ['a wrong type of a property', 'GET', '/users/x', 200, { accountEnabled: 'yes' }],
    ['a property that the type does not have', 'GET', '/users/x', 200, { accountEnabld: true }],
    [
      'a value outside an enumeration, in a list of mixed types',
      'GET',
      methods,
      200,
      { value: [{ ...phone, phoneType: 'home' }] },
    ],
    [
      'a property of another type, in a list of mixed types',
      'GET',
      methods,
      200,
      { value: [{ ...phone, keyStrength: 'weak' }] },
    ],
    [
      'a type that is unknown',
      'GET',
      methods,
      200,
      { value: [{ '@odata.type': '#microsoft.graph.faxMethod', id: '1' }] },
    ],
    ['a time that is none', 'GET', '/users/x', 200, { createdDateTime: 'yesterday' }],
    ['a status that the call does not have', 'GET', '/users/x', 204, undefined],
    ['a body where there is none', 'DELETE', '/users/x/authentication/phoneMethods/1', 204, {}],
    ['an error without its code', 'GET', '/users/x', 404, { error: { message: 'no' } }],
  ])('is found: %s', (_, method, path, status, body) => {
    expect(problemsOf(method, path, status, body)).not.toEqual([]);
  });

  test('is not seen in one that it could have given', () => {
    expect(problemsOf('GET', methods, 200, { value: [{ ...phone, phoneType: 'mobile' }] })).toEqual([]);
  });
});
