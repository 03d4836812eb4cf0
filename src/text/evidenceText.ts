import type { Language } from '../cases/language';

type LocalText = Readonly<Record<Language, string>>;

/** The tenant's records in the words of somebody on a helpdesk. */
const records: Readonly<Record<string, LocalText>> = {
  account: { ja: 'アカウント', en: 'the account' },
  methods: { ja: '認証方法', en: 'sign-in methods' },
  devices: { ja: '登録デバイス', en: 'registered devices' },
  roles: { ja: '管理者の役割', en: 'admin roles' },
  otherAdministrators: { ja: 'ほかの管理者', en: 'other admins' },
  signIns: { ja: 'サインイン ログ', en: 'the sign-in log' },
  registrations: { ja: '認証方法の登録レポート', en: 'the registration report' },
  riskyUsers: { ja: '危険なユーザー', en: 'risky users' },
  riskDetections: { ja: 'リスク検出', en: 'risk detections' },
  methodPolicies: { ja: '認証方法のポリシー', en: 'the method policies' },
  securityDefaults: { ja: 'セキュリティの既定値', en: 'security defaults' },
  conditionalAccess: { ja: '条件付きアクセス', en: 'Conditional Access policies' },
  serviceHealth: { ja: 'サービス正常性', en: 'service health' },
  domains: { ja: 'ドメイン', en: 'domains' },
  incidents: { ja: '障害の状況', en: 'incidents' },
};

const reasons: Readonly<Record<string, LocalText>> = {
  'graph-forbidden': { ja: 'アクセス許可がありません', en: 'permission missing' },
  'graph-unlicensed': { ja: 'ライセンスがありません', en: 'licence missing' },
  'graph-off': { ja: '設定でオフです', en: 'switched off in the settings' },
  'graph-throttled': { ja: 'Microsoft の回数制限中です', en: "Microsoft's limit is reached" },
  'graph-not-found': { ja: '見つかりません', en: 'not found' },
  'graph-unreadable': { ja: '読めない応答でした', en: 'the answer could not be read' },
  late: { ja: '時間内に応答がありませんでした', en: 'no answer in time' },
  notYet: { ja: 'まだ読み込んでいません', en: 'not read yet' },
  tooOld: { ja: '古いため使いません', en: 'too old to be used' },
};
const otherReason: LocalText = { ja: '応答がありませんでした', en: 'no answer' };

/** What a record of the tenant is called. */
export function recordName(what: string, language: Language): string {
  return records[what]?.[language] ?? what;
}

/** One line for staff: what could not be seen, why, and what would have to be granted. */
export function notAvailableText(
  missing: { readonly what: string; readonly why: string; readonly needs?: string | undefined },
  language: Language,
): string {
  const why = (reasons[missing.why] ?? otherReason)[language];
  const needs = missing.needs === undefined ? why : `${why}: ${missing.needs}`;
  return language === 'ja'
    ? `${recordName(missing.what, language)}（${needs}）`
    : `${recordName(missing.what, language)} (${needs})`;
}
