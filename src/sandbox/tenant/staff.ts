import { authenticator, passkey, role, windowsHello } from './seed';
import type { Seed } from './seed';

/** Those who help: approvers with the role that Entra asks for, helpdesk staff without it, and the account for emergencies. */
export const staff: readonly Seed[] = [
  {
    n: 21,
    upn: 'satoshi.kimura@hanamachi.example',
    name: '木村 聡',
    language: 'ja',
    trouble: 'YubiKey を挿しても認識されません',
    jobTitle: '情報システム',
    roles: [role('Authentication Administrator')],
    methods: [passkey('YubiKey 5C'), windowsHello('LT-0121')],
  },
  {
    n: 22,
    upn: 'grace.taylor@hanamachi.example',
    name: 'Grace Taylor',
    language: 'en',
    trouble: 'My security key is not recognised any more',
    jobTitle: 'IT operations',
    roles: [role('Authentication Administrator', 'activated')],
    methods: [passkey('YubiKey 5'), authenticator('Pixel 9')],
    defaultWay: 'push',
  },
  {
    n: 23,
    upn: 'keiko.hayashi@hanamachi.example',
    name: '林 恵子',
    language: 'ja',
    trouble: 'Windows Hello の顔認証が通りません',
    jobTitle: '情報システム課長',
    roles: [role('Privileged Authentication Administrator')],
    methods: [passkey('YubiKey 5 Nano'), windowsHello('LT-0123')],
  },
  {
    n: 24,
    upn: 'yu.shimizu@hanamachi.example',
    name: '清水 優',
    language: 'ja',
    trouble: 'ヘルプデスクです。電話で相談を受けました',
    jobTitle: 'ヘルプデスク',
    roles: [role('Helpdesk Administrator')],
    methods: [authenticator('iPhone SE'), windowsHello('LT-0124')],
    defaultWay: 'push',
  },
  {
    n: 25,
    upn: 'daniel.lee@hanamachi.example',
    name: 'Daniel Lee',
    language: 'en',
    trouble: 'I am on the helpdesk; somebody called me',
    jobTitle: 'Helpdesk',
    // Eligible only: until it is activated, Daniel may not touch anybody's methods.
    roles: [role('Helpdesk Administrator'), role('Authentication Administrator', 'eligible')],
    methods: [authenticator('Pixel 7')],
    defaultWay: 'push',
  },
  {
    n: 90,
    upn: 'emergency1@hanamachi.onmicrosoft.com',
    name: '緊急用アカウント',
    language: 'ja',
    trouble: '緊急用です。普段は使いません',
    roles: [role('Global Administrator')],
    methods: [passkey('金庫のキー')],
  },
];
