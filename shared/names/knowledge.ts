import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { CommonScript } from '@shared/text/common-script.ts';
import { readWordTable, type WordTable } from '@shared/text/word-frequencies.ts';
import { WordList } from '@shared/text/word-list.ts';
import { NAME_CONTEXT_FILES, type NameContexts, readNameContexts } from './contexts.ts';
import { buildPatterns, type NamePatterns } from './patterns.ts';
import { readDivisions } from './places/divisions.ts';
import { buildGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { type LexicalClasses, readLexicalClasses } from './tagger/lexical-classes.ts';
import { readTaggerModel, type TaggerModel } from './tagger/tagger.ts';

/** Words that stand in, behind or before names, from `lexicons/name-affixes` and its neighbours. */
export interface NameWords {
  readonly surnames: ReadonlySet<string>;
  readonly compoundSurnames: ReadonlySet<string>;
  readonly japaneseSurnames: ReadonlySet<string>;
  /** Parts of names of peoples who need no surname: two of them, or one beside a post, make a person. */
  readonly nameElements: WordList;
  readonly posts: WordList;
  /** Of those, forms of address and words of age and kin that are no post. */
  readonly addresses: ReadonlySet<string>;
  /** Verbs of saying, and other words that follow a speaker's name. */
  readonly speakers: WordList;
  readonly offices: WordList;
  /** Bodies that their name alone gives away. */
  readonly bodies: ReadonlySet<string>;
  /** Kinds of bodies that go by a number or a plain name, such names, and words that only say of what kind. */
  readonly plainKinds: WordList;
  readonly plainNames: WordList;
  readonly plainModifiers: ReadonlySet<string>;
  /** Last words of companies' short names beside what companies do. */
  readonly trades: WordList;
  /** Offices that are found wherever they are printed. */
  readonly standingOffices: WordList;
  /** Bodies whose names are common words too. */
  readonly ambiguousBodies: ReadonlySet<string>;
  /** Last words that make a body of whatever place name stands before them. */
  readonly strongBodyTails: WordList;
  readonly bodyVerbs: ReadonlySet<string>;
  readonly bodyTails: ReadonlySet<string>;
  /** Last words of bodies and of sites behind a place or body with words between, and of companies' short names. */
  readonly groupTails: WordList;
  readonly siteTails: WordList;
  readonly companyTails: WordList;
  /** Last words that the tagger's bodies may end with besides. */
  readonly weakBodyTails: WordList;
  /** Verbs of sentences, which stand in no name. */
  readonly deedVerbs: ReadonlySet<string>;
  /** Kinds of bodies, trades and technologies: no body by themselves. */
  readonly commonBodies: ReadonlySet<string>;
  /** Words with the form of a person's name that are none. */
  readonly commonPersons: ReadonlySet<string>;
  /** Words that describe a village, town or district and do not name it. */
  readonly unitModifiers: ReadonlySet<string>;
  /** Words that the dictionary takes for places and that are none. */
  readonly commonPlaces: ReadonlySet<string>;
  /** Countries and cities of the world, rivers, mountains. */
  readonly countries: ReadonlySet<string>;
  readonly worldPlaces: WordList;
  readonly schemes: ReadonlySet<string>;
  readonly plainSchemes: readonly string[];
  readonly schemeTails: WordList;
  /** Last words of a scheme's own name, inside the marks. */
  readonly schemeOwnTails: WordList;
  readonly schemeHosts: WordList;
  readonly schemeVerbs: WordList;
  readonly honourTails: WordList;
  readonly eventTails: WordList;
  readonly eventHosts: WordList;
  /** Goods that a place before them makes a named product. */
  readonly goods: WordList;
  /** Short names of well-known bodies with their full names. */
  readonly bodyAliases: ReadonlyMap<string, string>;
  /** One-character names of provinces and countries with their full names. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** What `names` needs to know of the world: read once from `resources/`, passed to every call. */
export interface NamesKnowledge {
  /** Writes either script and half-wide marks as the words and the tagger know them. */
  readonly script: CommonScript;
  readonly table: WordTable;
  readonly lexical: LexicalClasses;
  readonly model: TaggerModel;
  readonly gazetteer: Gazetteer;
  readonly words: NameWords;
  /** What stands around names. */
  readonly contexts: NameContexts;
  readonly patterns: NamePatterns;
}

const FILES = {
  script: 'lexicons/folding/traditional-simplified.txt',
  table: 'lexicons/words/words.bin',
  model: 'models/names/tagger.bin',
  divisions: 'lexicons/divisions/divisions.txt',
  surnames: 'lexicons/surnames/surnames.txt',
  compoundSurnames: 'lexicons/surnames/compound.txt',
  japaneseSurnames: 'lexicons/surnames/japanese.txt',
  nameElements: 'lexicons/surnames/peoples.txt',
  givenNames: 'lexicons/characters/given-names.txt',
  nameParts: 'lexicons/characters/name-parts.txt',
  transcribing: 'lexicons/characters/transcribing.txt',
  bodyTails: 'lexicons/name-affixes/body-tails.txt',
  strongBodyTails: 'lexicons/name-affixes/strong-body-tails.txt',
  bodyVerbs: 'lexicons/name-affixes/body-verbs.txt',
  placeTails: 'lexicons/name-affixes/place-tails.txt',
  groupTails: 'lexicons/name-affixes/group-tails.txt',
  siteTails: 'lexicons/name-affixes/site-tails.txt',
  companyTails: 'lexicons/name-affixes/company-tails.txt',
  weakBodyTails: 'lexicons/name-affixes/weak-body-tails.txt',
  deedVerbs: 'lexicons/name-affixes/deed-verbs.txt',
  commonBodies: 'lexicons/name-affixes/common-bodies.txt',
  commonPersons: 'lexicons/name-affixes/common-persons.txt',
  unitModifiers: 'lexicons/name-affixes/unit-modifiers.txt',
  posts: 'lexicons/name-affixes/posts.txt',
  addresses: 'lexicons/name-affixes/addresses.txt',
  speakers: 'lexicons/name-affixes/speakers.txt',
  morePosts: 'lexicons/name-affixes/more-posts.txt',
  offices: 'lexicons/name-affixes/offices.txt',
  schemeTails: 'lexicons/name-affixes/scheme-tails.txt',
  schemeOwnTails: 'lexicons/name-affixes/scheme-own-tails.txt',
  schemeHosts: 'lexicons/name-affixes/scheme-hosts.txt',
  schemeVerbs: 'lexicons/name-affixes/scheme-verbs.txt',
  honourVerbs: 'lexicons/name-affixes/honour-verbs.txt',
  honourTails: 'lexicons/name-affixes/honour-tails.txt',
  eventTails: 'lexicons/name-affixes/event-tails.txt',
  eventHosts: 'lexicons/name-affixes/event-hosts.txt',
  schemes: 'lexicons/schemes/schemes.txt',
  plainSchemes: 'lexicons/schemes/plain.txt',
  bodies: 'lexicons/bodies/bodies.txt',
  standingOffices: 'lexicons/bodies/offices.txt',
  plainKinds: 'lexicons/bodies/plain-kinds.txt',
  plainNames: 'lexicons/bodies/plain-names.txt',
  trades: 'lexicons/bodies/trades.txt',
  ambiguousBodies: 'lexicons/bodies/ambiguous.txt',
  bodyAliases: 'lexicons/bodies/aliases.txt',
  goods: 'lexicons/products/goods.txt',
  crafts: 'lexicons/products/crafts.txt',
  countries: 'lexicons/places/countries.txt',
  world: 'lexicons/places/world.txt',
  nature: 'lexicons/places/nature.txt',
  commonPlaces: 'lexicons/places/common.txt',
  abbreviations: 'lexicons/places/abbreviations.txt',
} as const;

/** Files under `resources/` that `readNamesKnowledge` asks for. */
export const NAMES_KNOWLEDGE_FILES: readonly string[] = [...Object.values(FILES), ...NAME_CONTEXT_FILES];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line && !line.startsWith('#'));
const wordsOf = (text: string): string[] =>
  linesOf(text).flatMap((line) => line.split(/\s+/).filter(Boolean));

/** @throws where a file of contexts lacks a list or has one that no rule knows. */
export function readNamesKnowledge(files: KnowledgeFiles): NamesKnowledge {
  const words = (path: string): ReadonlySet<string> => new Set(wordsOf(files.text(path)));
  const pairs = (path: string): ReadonlyMap<string, string> => {
    const map = new Map<string, string>();
    for (const line of linesOf(files.text(path))) {
      const [short = '', full = ''] = line.split(' ');
      if (!map.has(short)) map.set(short, full);
    }
    return map;
  };
  const list = (...paths: readonly string[]): WordList =>
    new WordList(paths.flatMap((path) => [...words(path)]));
  const ambiguous = words(FILES.ambiguousBodies);
  const plainLines = linesOf(files.text(FILES.plainNames));
  const contexts = readNameContexts(files);
  return {
    script: new CommonScript(files.text(FILES.script)),
    table: readWordTable(files.bytes(FILES.table)),
    model: readTaggerModel(files.bytes(FILES.model)),
    contexts,
    patterns: buildPatterns(contexts, list(FILES.honourVerbs), list(FILES.crafts)),
    lexical: readLexicalClasses({
      surnames: files.text(FILES.surnames),
      givenNames: files.text(FILES.givenNames),
      nameParts: files.text(FILES.nameParts),
      transcribing: files.text(FILES.transcribing),
      bodyTails: files.text(FILES.bodyTails),
      placeTails: files.text(FILES.placeTails),
      posts: files.text(FILES.posts),
    }),
    gazetteer: buildGazetteer(readDivisions(files.text(FILES.divisions)), contexts.landmark),
    words: {
      surnames: new Set(files.text(FILES.surnames).replace(/\s/g, '')),
      compoundSurnames: words(FILES.compoundSurnames),
      japaneseSurnames: words(FILES.japaneseSurnames),
      nameElements: list(FILES.nameElements),
      addresses: words(FILES.addresses),
      speakers: list(FILES.speakers),
      posts: list(FILES.posts, FILES.morePosts),
      offices: list(FILES.offices),
      bodies: new Set(
        [...words(FILES.bodies), ...words(FILES.standingOffices)].filter((body) => !ambiguous.has(body)),
      ),
      standingOffices: list(FILES.standingOffices),
      plainKinds: list(FILES.plainKinds),
      plainNames: new WordList(plainLines.filter((line) => !line.startsWith('-')).flatMap(wordsOf)),
      plainModifiers: new Set(plainLines.filter((line) => line.startsWith('-')).flatMap(wordsOf)),
      ambiguousBodies: ambiguous,
      strongBodyTails: list(FILES.strongBodyTails),
      bodyVerbs: words(FILES.bodyVerbs),
      bodyTails: words(FILES.bodyTails),
      groupTails: list(FILES.groupTails),
      siteTails: list(FILES.siteTails),
      companyTails: list(FILES.companyTails),
      trades: list(FILES.trades),
      weakBodyTails: list(FILES.weakBodyTails),
      deedVerbs: words(FILES.deedVerbs),
      commonBodies: words(FILES.commonBodies),
      commonPersons: words(FILES.commonPersons),
      unitModifiers: words(FILES.unitModifiers),
      commonPlaces: words(FILES.commonPlaces),
      countries: words(FILES.countries),
      worldPlaces: list(FILES.countries, FILES.world, FILES.nature),
      schemes: words(FILES.schemes),
      plainSchemes: wordsOf(files.text(FILES.plainSchemes)),
      schemeTails: list(FILES.schemeTails),
      schemeOwnTails: list(FILES.schemeOwnTails),
      schemeHosts: list(FILES.schemeHosts),
      schemeVerbs: list(FILES.schemeVerbs),
      honourTails: list(FILES.honourTails),
      eventTails: list(FILES.eventTails),
      eventHosts: list(FILES.eventHosts),
      goods: list(FILES.goods),
      bodyAliases: pairs(FILES.bodyAliases),
      abbreviations: pairs(FILES.abbreviations),
    },
  };
}
