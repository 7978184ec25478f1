import { fixedWording } from './catalogue/fixed-wording';
import { glossaryDuplicate } from './catalogue/glossary-duplicate';
import { glossaryNumbering } from './catalogue/glossary-numbering';
import { headingNumbering } from './catalogue/heading-numbering';
import { indicatorName } from './catalogue/indicator-name';
import { numberApproximate } from './catalogue/number-approximate';
import { numberArity } from './catalogue/number-arity';
import { numberRange } from './catalogue/number-range';
import { punctuationPair } from './catalogue/punctuation-pair';
import { punctuationWidth } from './catalogue/punctuation-width';
import { targetFormat } from './catalogue/target-format';
import { termUndefined } from './catalogue/term-undefined';
import { termUnused } from './catalogue/term-unused';
import { documentNumber } from './catalogue/document-number';
import { duplicateWord } from './catalogue/duplicate-word';
import { numberMultiple } from './catalogue/number-multiple';
import { numberPercentagePoint } from './catalogue/number-percentage-point';
import { punctuationRepeat } from './catalogue/punctuation-repeat';
import { confusedWord } from './catalogue/confused-word';
import { datedWording } from './catalogue/dated-wording';
import { indicatorUnit } from './catalogue/indicator-unit';
import { numberYear } from './catalogue/number-year';
import { numberWidth } from './catalogue/number-width';
import { glossaryOrder } from './catalogue/glossary-order';
import { spaceInText } from './catalogue/space-in-text';
import { punctuationList } from './catalogue/punctuation-list';
import { numberEnumeration } from './catalogue/number-enumeration';
import { termQuotes } from './catalogue/term-quotes';
import { numberRespectively } from './catalogue/number-respectively';
import { numberNumeral } from './catalogue/number-numeral';
import { targetBound } from './catalogue/target-bound';
import { definitionCount } from './catalogue/definition-count';
import { definitionDiffers } from './catalogue/definition-differs';
import { termVariant } from './catalogue/term-variant';
import { numberConflict } from './catalogue/number-conflict';
import { numberGrowth } from './catalogue/number-growth';
import { numberRestated } from './catalogue/number-restated';
import { targetLevelConflict } from './catalogue/target-level-conflict';
import { targetMissed } from './catalogue/target-missed';
import { targetUnreported } from './catalogue/target-unreported';
import { numberSum } from './catalogue/number-sum';
import { definitionForm } from './catalogue/definition-form';
import { targetDropped } from './catalogue/target-dropped';
import { targetOrder } from './catalogue/target-order';
import { numberPrecision } from './catalogue/number-precision';
import { sessionOrdinal } from './catalogue/session-ordinal';
import { termHomonym } from './catalogue/term-homonym';
import { sectionMissing } from './catalogue/section-missing';
import { scriptMixed } from './catalogue/script-mixed';
import { scrapeNoise } from './catalogue/scrape-noise';
import { headingStyle } from './catalogue/heading-style';
import { figureDiffers } from './catalogue/figure-differs';
import { yearCarriedOver } from './catalogue/year-carried-over';
import type { Rule } from './rule';

/** Every rule, in the order of the catalogue. A test proves that this list and the folder agree. */
export const rules: readonly Rule[] = [
  termUndefined,
  termUnused,
  termVariant,
  termQuotes,
  termHomonym,
  definitionDiffers,
  definitionCount,
  definitionForm,
  glossaryNumbering,
  glossaryOrder,
  glossaryDuplicate,
  indicatorName,
  indicatorUnit,
  targetFormat,
  targetUnreported,
  targetMissed,
  targetLevelConflict,
  targetBound,
  targetDropped,
  targetOrder,
  figureDiffers,
  numberConflict,
  numberRestated,
  numberGrowth,
  numberArity,
  numberRespectively,
  numberEnumeration,
  numberSum,
  numberPrecision,
  numberRange,
  numberApproximate,
  numberPercentagePoint,
  numberMultiple,
  numberNumeral,
  numberYear,
  yearCarriedOver,
  numberWidth,
  fixedWording,
  datedWording,
  confusedWord,
  documentNumber,
  sessionOrdinal,
  duplicateWord,
  headingNumbering,
  headingStyle,
  sectionMissing,
  punctuationPair,
  punctuationRepeat,
  punctuationWidth,
  punctuationList,
  spaceInText,
  scriptMixed,
  scrapeNoise,
];
