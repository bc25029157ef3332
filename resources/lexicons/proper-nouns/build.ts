/**
 * Takes the proper nouns out of CC-CEDICT and sorts them by what their English definitions say they are.
 * Usage: npx node resources/lexicons/proper-nouns/build.ts path/to/cc-cedict/data/all.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Row = readonly [traditional: string, simplified: string, pinyin: string, definition: string | string[]];

const KINDS = ['places', 'persons', 'bodies', 'given'] as const;
type Kind = (typeof KINDS)[number];

/** What names a work, an event, a people or a period, whatever else its definition mentions. */
const NO_NAME =
  /\b(war|battle|novel|dynasty|period|era|film|movie|TV series|drama|opera|poem|song|book|language|dialect|ethnic|nationality|people|festival|treaty|movement|uprising|rebellion|revolution|incident|law|theorem|disease|month|zodiac|species|cuisine|tea|liquor|sura|chapter|textbook|cup|prize|award|currency|satellite|style|algorithm|equation|constant|effect|number|reaction|syndrome|idiom|proverb|Sixteen Kingdoms)\b/i;
const YEARS = /\((c\. ?)?(\d{1,4}|\?)\s*(BC)?\s*[-–]|\(born\b/;
const GIVEN = /\(name\)|surname\b|given name/;
const PERSON =
  /\b(politician|philosopher|poet|novelist|composer|actor|actress|singer|physicist|mathematician|footballer|statesman|emperor|dictator|explorer|chemist|apostle|pope|goddess|prophet)\b|\b(god|king) of\b/;
const BODY =
  /\b(University|College|Company|Co\.|Corporation|Corp|Party|Ministry|Bureau|Association|Organi[sz]ation|Committee|newspaper|Bank|Agency|football club|[Aa]irlines?|Group|Inc|Academy|Institute|Army|Council|Federation|Union|magazine|company|Commission|Department|Administration|Society|Foundation|Navy|Court|broadcaster|publisher|team|Congress|Parliament|News|Television|TV station|School|Hospital|manufacturer)\b/;
const SEAT = /\b(city|county|town|district|prefecture|capital)\b/;
const PLACE =
  /\b(city|county|town|township|district|prefecture|province|state|capital|islands?|river|lake|mountains?|mount|sea|strait|port|bay|region|country|village|peninsula|desert|ocean|volcano|canal|station|pass|banner|municipality|suburb|republic|airport|plateau|basin|gulf|valley|continent|located in)\b/i;

function kindOf(definition: string): Kind | null {
  const [sense = ''] = definition.split(' / ');
  const subject = sense.split(',')[0]!.split('(')[0]!;
  if (NO_NAME.test(subject) || (NO_NAME.test(sense) && !YEARS.test(definition))) return null;
  if (GIVEN.test(sense)) return 'given';
  if (YEARS.test(definition) || PERSON.test(definition)) return 'persons';
  if (BODY.test(definition) && !SEAT.test(definition)) return 'bodies';
  return PLACE.test(definition) ? 'places' : null;
}

const source = process.argv[2];
if (!source) throw new Error('name the path of data/all.js of cc-cedict');
const text = readFileSync(source, 'utf8');
const { all } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
  all: readonly Row[];
};
const found = new Map<string, Kind>();
for (const [, word, pinyin, definition] of all) {
  if (!/^[A-Z]/.test(pinyin) || !/^\p{Script=Han}{2,12}$/u.test(word) || found.has(word)) continue;
  const kind = kindOf(Array.isArray(definition) ? definition.join(' / ') : (definition as string));
  if (kind) found.set(word, kind);
}
for (const kind of KINDS) {
  const words = [...found].filter(([, of]) => of === kind).map(([word]) => word);
  writeFileSync(resolve(import.meta.dirname, `${kind}.txt`), `${words.sort().join('\n')}\n`);
  console.log(`${kind}: ${words.length}`);
}
