import { type WatchedSignIn, watchSignIns } from '../../src/cases/watchSignIns';

const since = 1_000_000;
const laptop = { operatingSystem: 'Windows 11', browser: 'Edge 142.0', trustType: 'AzureAd' };
const usual: WatchedSignIn = {
  at: since - 1_000,
  errorCode: 0,
  app: 'Office 365',
  countryOrRegion: 'JP',
  atRisk: false,
  device: laptop,
};
const later = (parts: Partial<WatchedSignIn>): WatchedSignIn => ({ ...usual, at: since + 1_000, ...parts });
const other = { operatingSystem: 'Linux', browser: 'Firefox 140.0', trustType: undefined };

function alertsOf(signIns: readonly WatchedSignIn[], risk: { before?: string; now?: string } = {}) {
  return watchSignIns({ signIns, since, riskBefore: risk.before, riskNow: risk.now });
}

describe('sign-ins after a remedy', () => {
  test('as before raise nothing, with a newer browser neither', () => {
    const newer = later({ device: { ...laptop, browser: 'Edge 143.0' }, app: 'Azure Portal' });
    expect(alertsOf([usual, newer])).toEqual([]);
  });

  test('from a new country raise an alert', () => {
    expect(alertsOf([usual, later({ countryOrRegion: 'BR' })])).toEqual(['newCountry']);
  });

  test('that failed raise none: nobody is in', () => {
    expect(alertsOf([usual, later({ countryOrRegion: 'BR', errorCode: 50126 })])).toEqual([]);
  });

  test('from a new device raise one at an admin portal only: a new phone is what the remedy was for', () => {
    expect(alertsOf([usual, later({ device: other })])).toEqual([]);
    expect(alertsOf([usual, later({ device: other, app: 'Azure Portal' })])).toEqual([
      'newDeviceAtAdminPortal',
    ]);
  });

  test('of somebody of whom nothing was known raise none by place or device', () => {
    expect(alertsOf([later({ countryOrRegion: 'BR', device: other, app: 'Azure Portal' })])).toEqual([]);
  });

  test.each([
    [undefined, 'low', true],
    ['none', 'medium', true],
    ['low', 'high', true],
    ['high', 'high', false],
    ['medium', 'low', false],
    [undefined, undefined, false],
  ])('with a risk that was %s and is %s: an alert is %s', (before, now, raised) => {
    const risk = { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };
    expect(alertsOf([usual], risk)).toEqual(raised ? ['risingRisk'] : []);
  });

  test('that are held as risky, and none was before, raise one', () => {
    expect(alertsOf([usual, later({ atRisk: true })])).toEqual(['risingRisk']);
    expect(alertsOf([{ ...usual, atRisk: true }, later({ atRisk: true })])).toEqual([]);
  });
});
