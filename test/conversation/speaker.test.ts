import { speakerOf } from '../../src/conversation/speaker';

const placeOf = (conversation: object) =>
  speakerOf({
    from: { id: '29:x', name: '', aadObjectId: '7b2e4d6f-8a9c-4b1d-ae3f-5c7d9e1f2a48' },
    serviceUrl: 'https://smba.example.com/',
    conversation: {
      conversationType: 'personal',
      isGroup: false,
      name: '',
      tenantId: 't',
      id: 'a:1',
      ...conversation,
    },
  })?.address.kind;

describe('the place in which somebody speaks', () => {
  test.each([
    ['a personal chat', {}, 'personal'],
    ['a group chat', { conversationType: 'groupChat' }, 'channel'],
    ['a chat of unsaid type', { conversationType: undefined }, 'personal'],
    ['a shared chat of unsaid type, by its flag', { conversationType: undefined, isGroup: true }, 'channel'],
    [
      'a shared chat of unsaid type, by its id',
      { conversationType: undefined, id: '19:x@thread.v2' },
      'channel',
    ],
  ])('is told for %s', (_name, conversation, kind) => {
    expect(placeOf(conversation)).toBe(kind);
  });
});
