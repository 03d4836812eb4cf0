import { createServer } from 'restify';
import { mountAboutPage } from '../../src/pages/aboutPage';

const server = createServer({ name: '' });
let url: string;

beforeAll(async () => {
  mountAboutPage(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = server.url;
});
afterAll(() => {
  server.close();
});

describe('the page about Monban', () => {
  test.each([
    ['/about', 'ja,en;q=0.5', 'lang="ja"', '門番'],
    ['/about', 'de', 'lang="en"', 'About Monban'],
    ['/about?lang=ja', 'en', 'lang="ja"', '門番'],
  ])('%s for a browser set to %s is %s', async (path, accepted, lang, words) => {
    const answer = await fetch(url + path, { headers: { 'accept-language': accepted } });
    const source = await answer.text();
    expect(answer.status).toBe(200);
    expect(source).toContain(`<html ${lang}>`);
    expect(source).toContain(words);
  });

  test('has the places that the Teams app links to', async () => {
    const source = await (await fetch(`${url}/about`)).text();
    expect(source).toContain('id="data"');
    expect(source).toContain('id="use"');
  });

  test('runs no script and is shown in no frame', async () => {
    const policy = (await fetch(`${url}/about`)).headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
  });
});
