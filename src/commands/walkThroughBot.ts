import { z } from 'zod/v4';
import { cardActionsOf, type ExecuteAction } from './cardActionsOf';
import { valuesOf, type SupportCase } from './caseFile';
import type { OutsideChat } from './outsideChat';

/** No triage asks more than six findings; a chat that goes on longer is stuck. */
const mostCards = 10;

const concluded = z.looseObject({ causes: z.array(z.string()), route: z.string() });
const asking = z.looseObject({ finding: z.string().optional(), findings: z.array(z.string()).optional() });

/** Where a case ended that was told to the bot itself. */
export interface ToldCase {
  readonly causes: readonly string[];
  readonly route: string;
  readonly asked: readonly string[];
}

/** Tells one case to the running bot, answers its question cards from the facts, and reads its diagnosis card. */
export async function walkThroughBot(chat: OutsideChat, supportCase: SupportCase): Promise<ToldCase> {
  const person = await chat.newPerson(supportCase.lang ?? 'en');
  const asked: string[] = [];
  let cards = await chat.say(person, supportCase.opening);
  for (let shown = 0; shown < mostCards; shown++) {
    const actions = cards.flatMap(cardActionsOf);
    const diagnosis = actions
      .map(({ data }) => concluded.safeParse(data).data)
      .find((data) => data !== undefined);
    if (diagnosis) return { causes: diagnosis.causes, route: diagnosis.route, asked };
    const question = actions.find(({ verb }) => verb === 'triage/answer');
    if (question === undefined) throw new Error(`${supportCase.id}: neither a question nor a diagnosis came`);
    const data = answerFrom(supportCase, question, asked);
    cards = await chat.press(person, question.verb, data);
  }
  throw new Error(`${supportCase.id}: no diagnosis after ${String(mostCards)} cards`);
}

function answerFrom(supportCase: SupportCase, question: ExecuteAction, asked: string[]): object {
  const { finding, findings } = asking.parse(question.data);
  const told = (id: string): string => {
    asked.push(id);
    const fact = supportCase.facts[id];
    return fact === undefined ? 'unknown' : valuesOf(fact).join(',');
  };
  if (finding !== undefined) return { ...question.data, value: told(finding) };
  return { ...question.data, ...Object.fromEntries((findings ?? []).map((id) => [id, told(id)])) };
}
