import { staffChannel } from '../fakes/requestWorld';
import { tenantId } from './localBot';
import { ids } from './requestBot';
import { caseOf, chat, owned, type Silent } from './silentWorld';

/** What comes with a message, from the activity over HTTP to what is posted on the other side, both ways. */
const picture = `data:image/png;base64,${Buffer.from('a small picture').toString('base64')}`;
const attachments = [
  { contentType: 'image/png', contentUrl: picture, name: 'prompt.png' },
  {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://contoso.sharepoint.com/sites/it/steps.pdf',
    name: 'steps.pdf',
  },
];

let silent: Silent;
let thread: string;
beforeEach(async () => {
  silent = await owned();
  const root = (await caseOf(silent)).handoff?.card?.activityId ?? '';
  thread = `${staffChannel.conversationId};messageid=${root}`;
});
afterEach(() => silent.test.stop());

const inThread = () => ({ id: thread, conversationType: 'channel', isGroup: true, tenantId });

test.each([
  ['the person, to the thread', ids.person, () => chat, () => thread, 'Pia Person: '],
  ['staff, to the person', ids.desk, inThread, () => chat.id, 'Dora Desk: '],
] as const)('of %s: a small picture travels along, a file by its name and link', async (...told) => {
  const [, who, from, to, name] = told;
  const activity = { from: { id: '29:x', aadObjectId: who }, conversation: from(), text: 'like this' };
  await silent.test.bot.send(silent.test.bot.activity({ ...activity, attachments, locale: 'en-US' }));
  await silent.test.world.run(0);
  const posted = silent.test.world.teams.posted.filter(({ conversationId }) => conversationId === to());
  expect(posted.at(-1)?.content).toMatchObject({
    kind: 'text',
    pictures: [{ name: 'prompt.png', url: picture }],
  });
  const [said] = silent.test.world.teams.texts(to()).slice(-1);
  expect(said?.replace('：', ': ')).toBe(
    `${name}like this\nprompt.png\nsteps.pdf\nhttps://contoso.sharepoint.com/sites/it/steps.pdf`,
  );
});

test('a picture with no words goes all the same', async () => {
  const [png] = attachments;
  const activity = { from: { id: '29:x', aadObjectId: ids.person }, conversation: chat, text: '' };
  await silent.test.bot.send(silent.test.bot.activity({ ...activity, attachments: [png] }));
  await silent.test.world.run(0);
  const posted = silent.test.world.teams.posted.filter(({ conversationId }) => conversationId === thread);
  expect(posted.at(-1)?.content).toMatchObject({ pictures: [{ name: 'prompt.png', url: picture }] });
});
