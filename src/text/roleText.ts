import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';
import { type EntraRole, remedyRoles } from '../cases/remedyRoles';

const ja: Readonly<Record<EntraRole, string>> = {
  'Authentication Administrator': '認証管理者',
  'Privileged Authentication Administrator': '特権認証管理者',
  'Groups Administrator': 'グループ管理者',
  'Security Administrator': 'セキュリティ管理者',
  'User Administrator': 'ユーザー管理者',
  'Helpdesk Administrator': 'ヘルプデスク管理者',
};

/** Where Entra refused: with whose sign-in it would go. */
export function whoCould(remedy: RemedyKind, language: Language): string {
  const { ordinary, privileged = ordinary } = remedyRoles[remedy];
  if (language === 'ja') {
    const who =
      privileged === ordinary
        ? `「${ja[ordinary]}」`
        : `対象者が一般の利用者なら「${ja[ordinary]}」、管理者なら「${ja[privileged]}」`;
    return `${who}か、グローバル管理者のロールを持つ人のサインインで実行できます。`;
  }
  const who =
    privileged === ordinary
      ? `somebody who holds ${ordinary}`
      : `somebody who holds ${ordinary} (${privileged} where the person is an administrator)`;
  return `It could be done with the sign-in of ${who}, or of a Global Administrator.`;
}
