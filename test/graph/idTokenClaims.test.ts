import { idTokenClaims } from '../../src/graph/idTokenClaims';

const id = '5a4db0c1-0000-4000-9000-000000000021';
const token = { oid: id, tid: id, nonce: 'n', auth_time: 1_800_000_000 };

test('a verified token says who signed in and when', () => {
  expect(idTokenClaims({ ...token, acrs: 'c1' })).toMatchObject({ oid: id, acrs: ['c1'] });
});

test('one without auth_time is the set-up’s fault, and says what to do', () => {
  const { oid, tid, nonce } = token;
  expect(() => idTokenClaims({ oid, tid, nonce })).toThrow(/auth_time.*app:register/u);
});

test.each([{}, { ...token, oid: 'somebody' }, { ...token, auth_time: 'just now' }])(
  'anything else is nobody’s sign-in',
  (payload) => {
    expect(idTokenClaims(payload)).toBeUndefined();
  },
);
