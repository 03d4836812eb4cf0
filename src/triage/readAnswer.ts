import { unknownValue } from './heardFindings';
import type { Finding, Knowledge } from './knowledge';
import { normaliseText } from './normaliseText';
import { readErrorCodes } from './readErrorCodes';
import { readOpening } from './readOpening';

const yes =
  /^(はい|うん|ええ|そう(です)?|yes|yeah|yep|yup|y|true|ok|sure|correct|i do|i am|it is|it does|あります|ある|できます|できる|します|しました|いる|います|来ます|届きます)([\s、,。.!]|$)/;
const no =
  /^(いいえ|いえ|いや|ちがいます|違います|no|nope|nah|n|false|not|i do not|i am not|it does not|it is not|ありません|ない|ないです|できません|できない|していません|してない|しない|いません|いない|来ません|届きません)([\s、,。.!]|$)/;
const unsure =
  /わか[らりん]|分か[らりん]|判ら|不明|知らな|しらな|さあ|do not know|dunno|no idea|not sure|unsure|idk|can not (say|tell)|unknown|どちらとも/;
const numbersOnly = /^[\s\d,、と&+番and]+$/;

/** What a typed answer says of a finding: its values, `['unknown']`, or undefined where it says nothing of it. */
export function readAnswer(
  knowledge: Knowledge,
  finding: string,
  text: string,
): readonly string[] | undefined {
  const found = knowledge.findings.get(finding);
  const said = normaliseText(text).trim();
  if (found === undefined || said === '') return undefined;
  if (found.kind === 'code') return codesIn(said);
  const picked = byNumber(found, said) ?? byLabel(found, said);
  if (picked !== undefined) return picked;
  if (unsure.test(said)) return [unknownValue];
  const plain = found.kind === 'yes-no' ? plainYesOrNo(said) : undefined;
  return plain ?? inFreeWords(knowledge, finding, text);
}

function plainYesOrNo(said: string): readonly string[] | undefined {
  if (yes.test(said)) return ['true'];
  return no.test(said) ? ['false'] : undefined;
}

function inFreeWords(knowledge: Knowledge, finding: string, text: string): readonly string[] | undefined {
  return readOpening(knowledge, text).find((observation) => observation.finding === finding)?.values;
}

function codesIn(said: string): readonly string[] | undefined {
  const bare = /^\d{4,7}$/.test(said) ? [said] : [];
  const codes = [...new Set([...bare, ...readErrorCodes(said)])];
  if (codes.length > 0) return codes;
  return unsure.test(said) || no.test(said) ? [unknownValue] : undefined;
}

function valuesOf(finding: Finding): readonly string[] {
  return finding.kind === 'yes-no' ? ['true', 'false'] : [...finding.values.keys()];
}

/** "2", "1,3" or "1と3"; the number after the last choice is the card's "I don't know". */
function byNumber(finding: Finding, said: string): readonly string[] | undefined {
  if (!numbersOnly.test(said)) return undefined;
  const choices = [...valuesOf(finding), unknownValue];
  const numbers = (said.match(/\d+/g) ?? []).map(Number);
  const picked = numbers.flatMap((number) => choices[number - 1] ?? []);
  if (picked.length !== numbers.length || picked.length === 0) return undefined;
  if (picked.includes(unknownValue)) return [unknownValue];
  return finding.many ? [...new Set(picked)] : picked.length === 1 ? picked : undefined;
}

/** The value itself or its label in either language, several separated by commas where several can hold. */
function byLabel(finding: Finding, said: string): readonly string[] | undefined {
  const names = new Map(
    [...finding.values].flatMap(([value, { label }]) =>
      [value, label?.ja, label?.en].flatMap((name) =>
        name === undefined ? [] : [[normaliseText(name), value] as const],
      ),
    ),
  );
  const whole = names.get(said);
  if (whole !== undefined) return [whole];
  const parts = said.split(/[,、\n]/).map((part) => names.get(part.trim()));
  const values = parts.flatMap((part) => part ?? []);
  return values.length === parts.length && finding.many ? [...new Set(values)] : undefined;
}
