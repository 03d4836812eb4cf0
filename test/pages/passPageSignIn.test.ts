import { type PassPages, passPages, shown, words } from './passPages';

let site: PassPages;
beforeEach(async () => {
  site = await passPages();
});
afterEach(() => {
  site.close();
});

describe('the pass is for one person, who has to sign in first (S15)', () => {
  const ownPage = { 'sec-fetch-site': 'same-origin' };

  test('a browser that has not signed in is asked to, and sees neither the pass nor whose it is', async () => {
    const token = site.put();
    const page = await (await site.look(token, { cookie: '' })).text();
    expect([page.includes('サインイン'), /Xk3|Aoi/.test(page), site.locker.has(token)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('its button leads to the identity provider, and shows nothing', async () => {
    const token = site.put();
    const page = await (await site.press(token, { ...ownPage, cookie: '' })).text();
    expect([page.includes('https://login.example/authorize?state='), /Xk3|Aoi/.test(page)]).toEqual([
      true,
      false,
    ]);
    expect([site.locker.has(token), site.audited]).toEqual([true, []]);
  });

  test('somebody else who has signed in gets nothing, and the right person still does', async () => {
    const token = site.put();
    const theirs = await site.press(token, { ...ownPage, ...site.signedIn('somebody-else') });
    expect([/Xk3|Aoi/.test(await theirs.text()), site.audited]).toEqual([false, []]);
    expect(words(await (await site.press(token)).text())).toContain(shown);
  });

  test('a sign-in of more than a quarter of an hour ago does not count', async () => {
    const cookie = site.signedIn('approver');
    const token = site.put({}, 3_600_000);
    site.time.now += 15 * 60_000;
    const page = await (await site.press(token, { ...ownPage, ...cookie })).text();
    expect([/Xk3|Aoi/.test(page), site.locker.has(token)]).toEqual([false, true]);
  });
});
