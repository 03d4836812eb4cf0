import { readCaseCommand } from '../../src/cases/caseCommand';
import { readRequestCommand } from '../../src/cases/decisionCommand';
import { readStaffCommand } from '../../src/cases/staffCommand';

const to = 'dan@example.com';

describe('what staff type about cases', () => {
  test.each([
    ['claim', { kind: 'claim', number: undefined }],
    ['claim c-7k2m', { kind: 'claim', number: 'C-7K2M' }],
    ['引き受ける', { kind: 'claim', number: undefined }],
    ['引き受ける C-7K2M', { kind: 'claim', number: 'C-7K2M' }],
    ['resolve', { kind: 'resolve', number: undefined }],
    ['解決', { kind: 'resolve', number: undefined }],
    ['reopen C-7K2M', { kind: 'reopen', number: 'C-7K2M' }],
    ['再開', { kind: 'reopen', number: undefined }],
    ['hand back', { kind: 'handBack', number: undefined }],
    ['ボットに戻す。', { kind: 'handBack', number: undefined }],
    ['hand on Dan@example.com', { kind: 'handOn', number: undefined, to }],
    ['hand on C-7K2M to dan@example.com', { kind: 'handOn', number: 'C-7K2M', to }],
    ['dan@example.com に引き継ぐ', { kind: 'handOn', number: undefined, to }],
    ['C-7K2M dan@example.com さんに引き継ぎます', { kind: 'handOn', number: 'C-7K2M', to }],
    ['note called, nobody there', { kind: 'note', number: undefined, text: 'called, nobody there' }],
    ['メモ C-7K2M 折り返し済み', { kind: 'note', number: 'C-7K2M', text: '折り返し済み' }],
    ['ask for reset', { kind: 'askFor', number: undefined, remedy: 'require-mfa-reregistration' }],
    ['ask for a pass C-7K2M', { kind: 'askFor', number: 'C-7K2M', remedy: 'issue-temporary-access-pass' }],
    ['リセットを申請', { kind: 'askFor', number: undefined, remedy: 'require-mfa-reregistration' }],
    ['proof call-back', { kind: 'prove', number: undefined, proof: 'call-back', phrase: undefined }],
    [
      '本人確認 電話 「さくら かもめ」',
      { kind: 'prove', number: undefined, proof: 'call-back', phrase: 'さくら かもめ' },
    ],
    ['case C-7K2M', { kind: 'show', number: 'C-7K2M' }],
    ['案件 C-7K2M', { kind: 'show', number: 'C-7K2M' }],
    ['my cases', { kind: 'list', list: 'mine' }],
    ['担当案件', { kind: 'list', list: 'mine' }],
    ['who is waiting?', { kind: 'list', list: 'waiting' }],
    ['待っている人', { kind: 'list', list: 'waiting' }],
    ['queue', { kind: 'list', list: 'queue', filter: 'all', sort: 'oldest', after: undefined }],
    [
      'queue nobody newest after C-7K2M',
      { kind: 'list', list: 'queue', filter: 'nobody', sort: 'newest', after: 'C-7K2M' },
    ],
    [
      '案件一覧 未担当 次 C-7K2M',
      { kind: 'list', list: 'queue', filter: 'nobody', sort: 'oldest', after: 'C-7K2M' },
    ],
    ['stop', { kind: 'stopWhat' }],
  ])('%s', (text, command) => {
    expect(readCaseCommand(text)).toEqual(command);
  });

  test.each([
    'Please stop for a moment',
    'I will claim the ticket for you',
    'queue up at the desk',
    'The case of your phone',
    '解決しましたか？',
    '本人確認をしますので、電話をかけます',
    'プルーフ 電話',
    'Could you resolve it?',
  ])('is no command but words for the person: %s', (text) => {
    expect(readCaseCommand(text)).toBeUndefined();
  });

  test('is not taken for what is typed about requests and people, nor the other way round', () => {
    const ours = ['claim', 'proof call-back', 'ask for reset', 'stop', 'hand back', 'queue'];
    expect(ours.flatMap((text) => readRequestCommand(text) ?? readStaffCommand(text) ?? [])).toEqual([]);
    expect(
      ['proof R-7K2M call-back', 'reset for dan@example.com', 'stop everything now'].map(readCaseCommand),
    ).toEqual([undefined, undefined, undefined]);
  });
});
