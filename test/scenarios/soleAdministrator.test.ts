import { tenantId } from '../conversation/dialogBench';
import { askMicrosoft } from '../../src/usecases/followMicrosoft';
import { answerAll, day, hour, opening, soleAdministrator, start } from './soleAdministratorWorld';

let open: Awaited<ReturnType<typeof soleAdministrator>> | undefined;
afterEach(async () => {
  await open?.close();
});

/** The world of one test; it is closed when that ends, however it ends. */
async function aWorld(language: 'ja' | 'en') {
  open = await soleAdministrator(language);
  return open;
}

const words = {
  ja: {
    ticket: '受付番号 2611190030001234',
    back: 'アクセスが戻りました',
    holiday: '2026-11-23 (勤労感謝の日)',
  },
  en: { ticket: 'ticket 2611190030001234', back: 'access is back', holiday: '2026-11-21 (Saturday)' },
};

describe.each(['ja', 'en'] as const)('the only administrator is locked out (%s)', (language) => {
  test('from the first message to "access is back", within ten days, and to the proof of it', async () => {
    const world = await aWorld(language);
    const { run, told } = world;
    const diagnosis = await answerAll(world.dialog, await world.dialog.say(opening[language]));
    expect(diagnosis.actions[0]?.data['route']).toBe('microsoft-support');
    const opened = await world.caseNow();

    await run(start + 60_000);
    const [packet = ''] = told();
    expect(packet).toContain(tenantId);
    expect(world.staffTold()).toHaveLength(1);

    await run(start + 6 * hour);
    expect(await world.type(words[language].ticket)).toBe('kept');
    await run(start + 7 * hour);
    expect(told().at(-1)).toContain('2611190030001234');

    const before = told().length;
    await run(start + 9 * day);
    const reminders = told().slice(before);
    // In Tokyo Friday, then Tuesday to Friday; in New York, where it still was Wednesday, Thursday to Friday of next week.
    expect(reminders).toHaveLength(language === 'ja' ? 5 : 7);
    expect(reminders.join('\n')).toContain(words[language].holiday);
    for (const text of reminders) expect(text).toContain('2611190030001234');

    await run(start + 10 * day);
    expect(await world.type(words[language].back)).toBe('noted');
    await run(start + 10 * day + hour);
    expect(told().at(-2)).toMatch(language === 'ja' ? /2 人以上/u : /two administrators/u);
    expect(await world.caseNow()).toMatchObject({ id: opened?.id });

    const registered = world.time.now;
    world.tenant.methods = [
      { id: 'key', kind: 'fido2', createdAt: registered },
      { id: 'app', kind: 'microsoft-authenticator', createdAt: registered },
    ];
    world.tenant.signIns = [
      {
        id: 'in',
        at: registered + 1_000,
        errorCode: 0,
        app: 'Office 365',
        countryOrRegion: 'JP',
        atRisk: false,
        device: {
          operatingSystem: undefined,
          browser: undefined,
          isCompliant: undefined,
          isManaged: undefined,
          trustType: undefined,
        },
      },
    ];
    await run(start + 10 * day + 3 * hour);
    expect(await world.caseNow()).toBeUndefined();
    const reminded = told().length;
    await run(start + 20 * day);
    expect(told()).toHaveLength(reminded);
  });

  test('the packet lists what support asks for, and nothing that is not so', async () => {
    const world = await aWorld(language);
    await answerAll(world.dialog, await world.dialog.say(opening[language]));
    await world.run(start + 60_000);
    const packet = world.told()[0] ?? '';
    const named =
      language === 'ja'
        ? [
            'テナント ID',
            'onmicrosoft.com',
            'プラン',
            'サブスクリプション ID',
            '請求書',
            '下 4 桁',
            '会社',
            'DNS',
            'データ保護チーム',
            '試用版',
            '全体管理者',
            '受付番号',
            'オブジェクト ID',
            'メール アドレス',
            'いきさつ',
          ]
        : [
            'Tenant ID',
            'onmicrosoft.com',
            'plan',
            'subscription ID',
            'invoice',
            'last four digits',
            'Organisation'.toLowerCase(),
            'DNS',
            'Data Protection',
            'trial',
            'global administrator',
            'ticket',
            'Object ID',
            'mail address',
            'What happened',
          ];
    for (const part of named) expect(packet).toContain(part);
    expect(packet).toContain('0120 996 680'.slice(0, language === 'ja' ? 12 : 0));
    expect(packet).toContain('learn.microsoft.com/microsoft-365/admin/support-contact-info');
    // FACTS: no backup codes, no temporary administrator, MFA is never switched off, the team has one name.
    expect(packet).not.toMatch(
      /バックアップ ?コード|backup code|プライバシー|privacy team|一時的な管理者|temporary (global )?admin|無効|switch(ed)? off|スキップ|skip/iu,
    );
  });
});

test('staff begin it for a case by its number, with the country whose support is called', async () => {
  const world = await aWorld('en');
  await answerAll(world.dialog, await world.dialog.say(opening.en));
  await world.run(start + 60_000);
  const caseNumber = (await world.caseNow())?.number ?? '';
  const staff = { actorId: 'staff', inStaffChannel: true, caseNumber };
  expect(await askMicrosoft(world.deps, { ...staff, country: 'XX' })).toBe('unknownCountry');
  expect(await askMicrosoft(world.deps, { ...staff, country: 'GB' })).toBe('begun');
  await world.run(start + 2 * 60_000);
  expect(world.told().at(-1)).toContain('0800 032 6417');
});
