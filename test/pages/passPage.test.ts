import { createHash } from 'node:crypto';
import { type PassPages, passPages, shown, words } from './passPages';

let site: PassPages;
beforeEach(async () => {
  site = await passPages();
});
afterEach(() => {
  site.close();
});

describe('opening the link', () => {
  test('shows neither the pass nor whose it is, and burns nothing, however often', async () => {
    const token = site.put();
    const pages = await Promise.all(
      [site.look(token), site.look(token), site.look(token)].map(async (page) => (await page).text()),
    );
    expect([pages.some((page) => /Xk3|Aoi/.test(page)), site.locker.has(token)]).toEqual([false, true]);
  });

  test.each<[string, Record<string, string>, 'ja' | 'en', string]>([
    ['', { 'accept-language': 'en' }, 'ja', 'ja'],
    ['', {}, 'en', 'en'],
    ['?lang=en', {}, 'ja', 'en'],
    ['?lang=ja', {}, 'en', 'ja'],
    ['?lang=<script>', {}, 'en', 'en'],
  ])(
    '%s %j for a pass in %s is in %s, and offers the other language',
    async (query, headers, language, expected) => {
      const page = await (await site.look(site.put({ language }) + query, headers)).text();
      const other = expected === 'ja' ? 'en' : 'ja';
      expect([page.includes(`<html lang="${expected}">`), page.includes(`href="?lang=${other}"`)]).toEqual([
        true,
        true,
      ]);
    },
  );
});

describe('pressing the button', () => {
  test('shows the pass once, escaped, with its name and rules', async () => {
    const response = await site.press(site.put());
    const page = await response.text();
    const text = words(page);
    expect(response.status).toBe(200);
    expect(text).toContain('Aoi &lt;b&gt;Tanaka&lt;/b&gt;');
    for (const part of ['60 分', '1 回だけ', 'チャットやメールに貼り付けないでください'])
      expect(text).toContain(part);
  });

  test('shows the pass without blanks between its groups, so that it can be copied', async () => {
    const page = await (await site.press(site.put())).text();
    expect(words(/<p class="pass">(.*?)<\/p>/s.exec(page)?.[1] ?? '')).toBe(shown);
  });

  test('spells the pass out', async () => {
    const text = words(await (await site.press(`${site.put()}?lang=en`)).text());
    for (const line of [
      'X … capital letter X',
      'k … small letter k',
      '3 … digit 3',
      '&lt; … symbol less than',
    ])
      expect(text).toContain(line);
  });

  test('a second time, or after the pass, shows that there is nothing', async () => {
    const token = site.put();
    const statuses = [
      (await site.press(token)).status,
      (await site.press(token)).status,
      (await site.look(token)).status,
    ];
    expect([statuses, site.audited]).toEqual([[200, 410, 410], ['request-1']]);
  });

  test('many times at once shows the pass to one only', async () => {
    const token = site.put();
    const pages = await Promise.all(Array.from({ length: 20 }, async () => (await site.press(token)).text()));
    expect(pages.filter((page) => page.includes('class="pass"'))).toHaveLength(1);
  });

  test('for a pass that must not be shown any more shows nothing, and the pass is gone', async () => {
    const token = site.put({ requestId: 'withdrawn' });
    const response = await site.press(token);
    expect([response.status, (await response.text()).includes('Xk3'), site.locker.has(token)]).toEqual([
      410,
      false,
      false,
    ]);
  });

  test('after the link’s end shows that there is nothing', async () => {
    const token = site.put();
    site.time.now += 1000;
    const page = await site.press(token);
    expect([page.status, /期限|expired/.test(await page.text())]).toEqual([410, true]);
  });

  test.each(['unknown', 'a'.repeat(43), '..%2f..', '%00'])(
    'of a link that never was (%s) says the same',
    async (token) => {
      const page = await site.press(token);
      expect([page.status, (await page.text()).includes('expired')]).toEqual([410, true]);
    },
  );

  test.each<Record<string, string>>([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' },
    { origin: 'https://elsewhere.test' },
    { origin: 'null' },
  ])('on another page (%j) shows nothing and burns nothing', async (headers) => {
    const token = site.put();
    expect([(await site.press(token, headers)).status, site.locker.has(token)]).toEqual([403, true]);
  });

  test('in a browser that knows only Origin shows the pass', async () => {
    expect((await site.press(site.put(), { origin: site.url })).status).toBe(200);
  });
});

describe('every page of a pass', () => {
  const pages = async () => {
    const token = site.put();
    return [
      await site.look(token),
      await site.press(token),
      await site.press(token),
      await site.look('unknown'),
      await site.press('x', {}),
      await site.look(site.put(), { cookie: '' }),
    ];
  };

  test('is kept nowhere, framed nowhere, and its address is passed on to nobody', async () => {
    for (const { headers } of await pages()) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  test('runs no scripts, and allows exactly the style that it has', async () => {
    for (const response of await pages()) {
      const page = await response.text();
      const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect([
        /<script|\son\w+=|\sstyle=/i.test(page),
        policy.includes(`style-src 'sha256-${hash}'`),
      ]).toEqual([false, true]);
      expect(policy).toContain("default-src 'none'");
    }
  });
});
