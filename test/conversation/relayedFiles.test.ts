import { filesOf } from '../../src/conversation/relayedFiles';

const picture = 'data:image/png;base64,iVBORw0KGgo=';

test.each([
  [
    'a file by its name and link',
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: 'https://contoso.example/a.pdf',
      name: 'a.pdf',
    },
    [{ name: 'a.pdf', url: 'https://contoso.example/a.pdf' }],
  ],
  [
    'a small picture as it is',
    { contentType: 'image/png', contentUrl: picture, name: 's.png' },
    [{ name: 's.png', picture }],
  ],
  [
    'a picture that only the bot can read by its name',
    { contentType: 'image/png', contentUrl: 'https://smba.example.com/v3/attachments/1', name: 's.png' },
    [{ name: 's.png' }],
  ],
  [
    'what is no web address without a link',
    { contentType: 'text/plain', contentUrl: 'javascript:alert(1)', name: 'x' },
    [{ name: 'x' }],
  ],
  [
    'a name without what cannot be seen',
    { contentType: 'text/plain', name: 'ex\u202Egnp.exe' },
    [{ name: 'exgnp.exe' }],
  ],
  ["nothing for the message's own markup", { contentType: 'text/html', content: '<p>x</p>' }, []],
  ['nothing for a card', { contentType: 'application/vnd.microsoft.card.adaptive', content: {} }, []],
])('is passed on: %s', (_what, attachment, files) => {
  expect(filesOf({ attachments: [attachment] })).toEqual(files);
});
