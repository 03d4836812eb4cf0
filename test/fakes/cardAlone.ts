import { readFileSync } from 'node:fs';
import path from 'node:path';
import { remedyKinds } from '../../src/cases/remedyPlan';

const box = path.join(__dirname, '../../src/cases/policy/approval-policy.yaml');

/** The policy in the box as text, but for ordinary people the press of a card is enough: an opt-in, for tests of something else. */
export function cardAlonePolicy(): string {
  return readFileSync(box, 'utf8').replace(/( ordinary:[^]*?confirm: )sign-in/gu, '$1card');
}

/** What goes with it: an approver's press brings no token, so Monban does it with its own permission. */
export const ownPermission = remedyKinds;
