import type { Candidate } from './candidate.ts';
import { findAddressed } from './finders/addressed.ts';
import { findAged } from './finders/aged.ts';
import { findArmyUnits } from './finders/army-units.ts';
import { findBehindPosts } from './finders/behind-posts.ts';
import { findBrands } from './finders/brands.ts';
import { findByline } from './finders/byline.ts';
import { findContests } from './finders/contests.ts';
import { findCorps } from './finders/corps.ts';
import { findDotted } from './finders/dotted.ts';
import { findEvents } from './finders/events.ts';
import { findFamiliar } from './finders/familiar.ts';
import { findFounded } from './finders/founded.ts';
import { findGoing } from './finders/going.ts';
import { findGoingOn } from './finders/going-on.ts';
import { findHonours } from './finders/honours.ts';
import { findLetters } from './finders/letters.ts';
import { findListed } from './finders/listed.ts';
import { findMasked } from './finders/masked.ts';
import { findOfElements } from './finders/name-elements.ts';
import { findOwnSchools } from './finders/own-schools.ts';
import { findPeriodicals } from './finders/periodicals.ts';
import { findPlainBodies } from './finders/plain-bodies.ts';
import { findPlainSchemes } from './finders/plain-schemes.ts';
import { findProducts } from './finders/products.ts';
import { findRegistered } from './finders/registered.ts';
import { findSections } from './finders/sections.ts';
import { findSites } from './finders/sites.ts';
import { findSmallUnits } from './finders/small-units.ts';
import { findStandingOffices } from './finders/standing-offices.ts';
import { findStorms } from './finders/storms.ts';
import { findTagged } from './finders/tagged.ts';
import { findTradeNames } from './finders/trade-names.ts';
import { findUniversities } from './finders/universities.ts';
import { findWorks } from './finders/works.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { findCompanyShortForms } from './page/company-short-forms.ts';
import { findPairs } from './page/pairs.ts';
import { findQuotedNames } from './page/quoted-names.ts';
import { findShortPlaces } from './page/short-places.ts';
import type { Reading } from './reading/reading.ts';
import type { Rule } from './weights.ts';

/*
 * How names are found, in the order in which it happens. Each pass adds candidates; none takes any away. Which of two
 * that overlap is kept is told by `weights.ts` alone, so that the order of passes matters only where one reads what
 * others found. To see what a pass is worth: `npm run eval:ablate:names`.
 *
 * The comments of this folder show a name by example. `甲|乙` is where two words or a name and its neighbour part
 * (栖霞区|委员: the name ends before 委员); `…` stands for any words; `+` joins what is read on to what it is read on
 * from; marks and brackets are those of the text.
 */

/** Finds names in one text; what the passes before have found is in `reading.names`. */
type Finder = (reading: Reading, knowledge: NamesKnowledge) => readonly Candidate[];

/** The same over all texts of a page together; one list a text. */
type PageFinder = (page: readonly Reading[], knowledge: NamesKnowledge) => readonly (readonly Candidate[])[];

/** What a pass reads besides the words of the text: what the tagger says, names by the pass that found them. */
type Source = 'words' | 'tags' | 'names found' | 'names joined' | 'names settled' | 'the page';

interface Pass<Find> {
  readonly name: string;
  readonly reads: readonly Source[];
  /** The rungs of `WEIGHTS` that its candidates stand on. */
  readonly writes: readonly Rule[];
  /** Why it is here and not earlier or later. */
  readonly why: string;
  readonly find: Find;
}

/** A byline is nothing but names. */
const BYLINE: readonly Pass<Finder>[] = [
  {
    name: 'byline',
    reads: ['words', 'tags'],
    writes: ['byline', 'byline-odd', 'tagger', 'tagger-sure'],
    why: 'the only pass over a byline',
    find: findByline,
  },
];

/** Each text by itself. */
const TEXT: readonly Pass<Finder>[] = [
  {
    name: 'tagged',
    reads: ['words', 'tags'],
    writes: ['tagger', 'tagger-sure'],
    why: 'what the tagger says, with its edges mended, is what the rest fills in and lengthens',
    find: findTagged,
  },
  {
    name: 'registered',
    reads: ['words', 'tags'],
    writes: [
      'register',
      'register-cut',
      'register-town',
      'register-short',
      'world',
      'world-part',
      'known-body',
    ],
    why: 'lists fill in where the tagger says nothing',
    find: findRegistered,
  },
  {
    name: 'small units',
    reads: ['words', 'tags', 'names found'],
    writes: ['small-unit'],
    why: 'a village or town is read on from the unit that a list or the tagger has found',
    find: findSmallUnits,
  },
  { name: 'going', reads: ['words'], writes: ['going'], why: 'a form of its own', find: findGoing },
  {
    name: 'letters',
    reads: ['words', 'tags', 'names found'],
    writes: ['letter'],
    why: 'no letter of a person or body that is found is a land',
    find: findLetters,
  },
  { name: 'corps', reads: ['words'], writes: ['corps'], why: 'a form of its own', find: findCorps },
  {
    name: 'sections',
    reads: ['tags', 'names found'],
    writes: ['section'],
    why: 'the river or road has to be found before its part',
    find: findSections,
  },
  {
    name: 'universities',
    reads: ['words', 'tags'],
    writes: ['university'],
    why: 'a form of its own, unless the tagger holds it inside a name',
    find: findUniversities,
  },
  {
    name: 'own schools',
    reads: ['tags'],
    writes: ['own-school'],
    why: 'read on from the unit that the tagger has found',
    find: findOwnSchools,
  },
  { name: 'founded', reads: ['words'], writes: ['founded'], why: 'a form of its own', find: findFounded },
  {
    name: 'standing offices',
    reads: ['words'],
    writes: ['standing-office'],
    why: 'beside the lists of places and bodies',
    find: findStandingOffices,
  },
  {
    name: 'plain bodies',
    reads: ['words', 'names found'],
    writes: ['plain-body'],
    why: 'only where no longer body is found',
    find: findPlainBodies,
  },
  {
    name: 'army units',
    reads: ['words', 'names found'],
    writes: ['army-unit'],
    why: 'a land or force in front that is found belongs to the unit',
    find: findArmyUnits,
  },
  {
    name: 'trade names',
    reads: ['words', 'names found'],
    writes: ['trade-name'],
    why: 'only where no longer body is found, with the place in front',
    find: findTradeNames,
  },
  {
    name: 'sites',
    reads: ['words'],
    writes: ['site', 'quoted-site'],
    why: 'a form of its own',
    find: findSites,
  },
  {
    name: 'dotted',
    reads: ['words', 'names found'],
    writes: ['dotted'],
    why: 'only where no person that is found holds the dot',
    find: findDotted,
  },
  {
    name: 'addressed',
    reads: ['words', 'names found'],
    writes: ['addressed'],
    why: 'no surname is the end of a name that is found',
    find: findAddressed,
  },
  {
    name: 'behind posts',
    reads: ['words'],
    writes: ['behind-post'],
    why: 'a form of its own',
    find: findBehindPosts,
  },
  { name: 'masked', reads: ['words'], writes: ['masked'], why: 'a form of its own', find: findMasked },
  { name: 'familiar', reads: ['words'], writes: ['familiar'], why: 'a form of its own', find: findFamiliar },
  { name: 'aged', reads: ['words'], writes: ['aged'], why: 'a form of its own', find: findAged },
  {
    name: 'name elements',
    reads: ['words'],
    writes: ['elements'],
    why: 'a form of its own',
    find: findOfElements,
  },
];

/** The page's short forms of places, which bodies may begin with. */
const SHORT_PLACES: readonly Pass<PageFinder>[] = [
  {
    name: 'short places',
    reads: ['names joined', 'the page'],
    writes: ['short-place'],
    why: 'bodies are read on from short places too, so these come first',
    find: findShortPlaces,
  },
];

/** What is read on from the names that are kept so far; the text's names are settled after these. */
const LONGER: readonly Pass<Finder>[] = [
  {
    name: 'going on',
    reads: ['words', 'names found'],
    writes: ['goes-on'],
    why: 'needs the places and bodies that names go on from',
    find: findGoingOn,
  },
  {
    name: 'listed',
    reads: ['words', 'names found'],
    writes: ['listed'],
    why: 'needs the body that stands beside',
    find: findListed,
  },
];

/** What holds other names, or is explained by them: settled names are read, never changed. */
const QUOTED: readonly Pass<PageFinder>[] = [
  {
    name: 'quoted names',
    reads: ['words', 'names settled', 'the page'],
    writes: ['quoted', 'quoted-part', 'quoted-event', 'quoted-body'],
    why: 'what speaks for a quotation is summed over the page',
    find: findQuotedNames,
  },
];

const HOLDING: readonly Pass<Finder>[] = [
  {
    name: 'plain schemes',
    reads: ['words'],
    writes: ['plain'],
    why: 'beside the quoted ones',
    find: findPlainSchemes,
  },
  {
    name: 'works',
    reads: ['names settled'],
    writes: ['work', 'document'],
    why: 'a name inside makes 《…》 no work',
    find: findWorks,
  },
  {
    name: 'events',
    reads: ['names settled'],
    writes: ['event', 'meeting'],
    why: 'an event begins with who holds it',
    find: findEvents,
  },
  { name: 'contests', reads: ['words'], writes: ['contest'], why: 'beside other events', find: findContests },
  { name: 'storms', reads: ['words'], writes: ['storm'], why: 'beside other events', find: findStorms },
  {
    name: 'periodicals',
    reads: ['names settled'],
    writes: ['periodical'],
    why: 'a newspaper that is a body stays one',
    find: findPeriodicals,
  },
];

const SHORT_FORMS: readonly Pass<PageFinder>[] = [
  {
    name: 'company short forms',
    reads: ['words', 'names settled', 'the page'],
    writes: ['short-form'],
    why: 'the whole names have to be found',
    find: findCompanyShortForms,
  },
  {
    name: 'pairs',
    reads: ['words', 'names settled', 'the page'],
    writes: ['pair'],
    why: 'the places that the pair is short for have to be found',
    find: findPairs,
  },
];

const NAMED_LAST: readonly Pass<Finder>[] = [
  {
    name: 'products',
    reads: ['tags', 'names settled'],
    writes: ['product'],
    why: 'a product begins with its place',
    find: findProducts,
  },
  { name: 'brands', reads: ['words'], writes: ['brand'], why: 'beside other products', find: findBrands },
  {
    name: 'honours',
    reads: ['words'],
    writes: ['honour'],
    why: 'a form of its own, heavier than what stands in it',
    find: findHonours,
  },
];

/** Finders over one text as finders over a page. */
const overPage = (passes: readonly Pass<Finder>[]): Pass<PageFinder>[] =>
  passes.map((pass) => ({
    ...pass,
    find: (page, knowledge) => page.map((reading) => pass.find(reading, knowledge)),
  }));

/** All passes, by stage; `recognise.ts` runs the stages one behind another. */
export interface Passes {
  readonly byline: readonly Pass<Finder>[];
  readonly text: readonly Pass<Finder>[];
  readonly shortPlaces: readonly Pass<PageFinder>[];
  readonly longer: readonly Pass<Finder>[];
  readonly holding: readonly Pass<PageFinder>[];
}

export const PASSES: Passes = {
  byline: BYLINE,
  text: TEXT,
  shortPlaces: SHORT_PLACES,
  longer: LONGER,
  holding: [...QUOTED, ...overPage(HOLDING), ...SHORT_FORMS, ...overPage(NAMED_LAST)],
};
