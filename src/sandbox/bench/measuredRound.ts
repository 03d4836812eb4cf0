import { walkThroughBot } from '../../commands/walkThroughBot';
import type { OutsideChat, OutsidePerson } from '../../commands/outsideChat';
import { benchCases } from './benchCases';
import type { LoadedTeams, Turned } from './loadedTeams';
import type { MeasuredBot } from './measuredBot';
import { median, quantile } from './quantiles';
import { runTogether } from './runTogether';

type Chat = Pick<OutsideChat, 'say' | 'press'>;

/** What some work took: each turn as the person felt it, and what the bot's process used for all of them. */
export interface Round {
  readonly turns: readonly Turned[];
  readonly seconds: number;
  readonly cpuMicros: number;
}

/** Does the work in a chat with the bot and measures it. */
export async function measuredRound(
  teams: LoadedTeams,
  bot: MeasuredBot,
  work: (chat: Chat) => Promise<void>,
): Promise<Round> {
  const turns: Turned[] = [];
  const before = await bot.usage();
  const began = performance.now();
  await work(teams.chatWith(bot.url, (turn) => turns.push(turn)));
  const seconds = (performance.now() - began) / 1000;
  const after = await bot.usage();
  return { turns, seconds, cpuMicros: after.cpuMicros - before.cpuMicros };
}

/** Whole triages, so many people at once: from each one's own words over every question to the diagnosis. */
export async function triageAll(chat: Chat, people: readonly OutsidePerson[], atOnce: number): Promise<void> {
  await runTogether(people, atOnce, (person, n) => triage(chat, person, n));
}

/** One of them. @throws Error where it does not end with a diagnosis */
export async function triage(chat: Chat, person: OutsidePerson, n: number): Promise<void> {
  const told = benchCases[n % benchCases.length];
  if (told === undefined) throw new Error('there are no cases to tell');
  const itself = { newPerson: () => Promise.resolve(person), close: () => Promise.resolve() };
  await walkThroughBot({ ...chat, ...itself }, told);
}

export function cpuPerTurn({ cpuMicros, turns }: Round): number {
  return cpuMicros / turns.length;
}

export function turnsPerSecond({ seconds, turns }: Round): number {
  return turns.length / seconds;
}

/** The middle of several rounds, and the times of all their turns. */
export function figuresOf(rounds: readonly Round[]) {
  const ms = rounds.flatMap(({ turns }) => turns.map((turn) => turn.ms));
  return {
    turns: ms.length,
    cpuMicros: median(rounds.map(cpuPerTurn)),
    perSecond: median(rounds.map(turnsPerSecond)),
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
  };
}

/** The same for people to read. */
export function figuresText(name: string, rounds: readonly Round[]): string {
  const { cpuMicros, p50, p99, perSecond, turns } = figuresOf(rounds);
  return (
    `${name}: ${String(turns)} turns, ${cpuMicros.toFixed(0)} us CPU each, ${perSecond.toFixed(0)} a second, ` +
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  );
}
