import type { Incident } from '../cases/incident';
import type { Language } from '../cases/language';

/** What is said about a trouble of many at once. */
export interface IncidentText {
  /** To whoever is in it, before anything else. */
  readonly begins: (number: string) => string;
  /** To those who waited. */
  readonly over: (caseNumber: string) => string;
  readonly heading: (number: string) => string;
  readonly open: string;
  readonly ended: string;
  readonly what: string;
  readonly why: Readonly<Record<Incident['kind'], (what: string) => string>>;
  readonly people: string;
  readonly since: string;
  readonly casesHeading: (count: number) => string;
  readonly noCases: string;
  readonly more: (count: number) => string;
  readonly advice: string;
}

const ja: IncidentText = {
  begins: (number) =>
    `いま、同じ問題が多くの人に起きています（障害 ${number}）。登録を消したり、アプリを入れ直したりしないでください。担当者には伝わっています。収まったら、ここでお知らせします。`,
  over: (caseNumber) =>
    `多くの人に起きていた問題は収まりました（案件 ${caseNumber}）。もう一度サインインしてみてください。まだ入れないときは、ここに書いてください。`,
  heading: (number) => `多くの人に影響：障害 ${number}`,
  open: '続いています。該当する案件では、登録のやり直しやパスを申請できません。',
  ended: '収まりました。待っていた人に知らせました。',
  what: '内容',
  why: {
    service: (what) => `Microsoft が障害を公表：${what}`,
    code: (what) => `多くの人のサインインが同じエラーで失敗：${what}`,
    cause: (what) => `同じ原因の案件が続いている：${what}`,
  },
  people: '影響を受けた人',
  since: '始まり',
  casesHeading: (count) => `案件（${String(count)} 件）`,
  noCases: 'まだありません',
  more: (count) => `ほか ${String(count)} 件`,
  advice: '新しい案件はこのカードにまとまります。1 件ずつは投稿されません。',
};

const en: IncidentText = {
  begins: (number) =>
    `Many people have the same trouble right now (incident ${number}). Please do not delete registrations or reinstall the app. Your helpdesk knows; I will tell you here when it is over.`,
  over: (caseNumber) =>
    `The trouble that many people had is over (case ${caseNumber}). Please sign in again. If it still fails, write to me here.`,
  heading: (number) => `Many are affected: incident ${number}`,
  open: 'It goes on. Cases in it cannot ask for a reset or a pass.',
  ended: 'It is over. Those who waited were told.',
  what: 'What',
  why: {
    service: (what) => `Microsoft reports a disturbance: ${what}`,
    code: (what) => `Many sign-ins fail with one error: ${what}`,
    cause: (what) => `Cases with one cause keep coming: ${what}`,
  },
  people: 'People affected',
  since: 'Since',
  casesHeading: (count) => `Cases (${String(count)})`,
  noCases: 'None yet',
  more: (count) => `and ${String(count)} more`,
  advice: 'New cases are gathered on this card and not posted one by one.',
};

export const incidentText: Readonly<Record<Language, IncidentText>> = { ja, en };
