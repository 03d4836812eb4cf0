import type { Language } from './language';

/** Words that are easily heard on a telephone. Japanese ones in kana, with how they are written in Latin letters. */
const japanese = (
  'あさがお asagao|うみねこ umineko|えだまめ edamame|かもめ kamome|きつね kitsune|くじら kujira|けやき keyaki|こだま kodama|' +
  'さくら sakura|しらかば shirakaba|すずめ suzume|せせらぎ seseragi|たんぽぽ tanpopo|つばめ tsubame|とんぼ tonbo|なのはな nanohana|' +
  'にじます nijimasu|のはら nohara|はやぶさ hayabusa|ひまわり himawari|ふくろう fukurou|ほたる hotaru|まつかぜ matsukaze|みかづき mikazuki|' +
  'むらさき murasaki|もみじ momiji|やまびこ yamabiko|ゆうやけ yuuyake|よぞら yozora|りんご ringo|れもん remon|わかば wakaba'
)
  .split('|')
  .map((entry) => entry.split(' '));

const english = (
  'anchor|basket|candle|copper|dolphin|ember|falcon|garden|harbor|island|juniper|kettle|lantern|maple|meadow|nectar|' +
  'orchard|otter|pebble|pepper|quartz|ribbon|river|saddle|summer|timber|tulip|velvet|walnut|willow|winter|zebra'
).split('|');

/** How many words each language's list has. */
export const phraseWords = 32;

/** Two words out of a list, chosen by two numbers below `phraseWords`. */
export function chatPhrase(language: Language, [first, second]: readonly [number, number]): string {
  const words = language === 'ja' ? japanese.map(([kana]) => kana) : english;
  return `${words[first] ?? ''} ${words[second] ?? ''}`;
}

/** Whether what somebody typed is the phrase that was shown: spaces, case, kana or Latin letters do not matter. */
export function samePhrase(shown: string, typed: string): boolean {
  return heard(shown) === heard(typed);
}

function heard(phrase: string): string {
  const plain = phrase
    .normalize('NFKC')
    .toLowerCase()
    // Katakana as hiragana: 0x60 apart in Unicode.
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0x60) - 0x60))
    .replace(/[\s・、,.\-–—_「」"']+/gu, '');
  return japanese.reduce((said, [kana = '', latin = '']) => said.replaceAll(kana, latin), plain);
}
