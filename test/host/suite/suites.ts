import { declareCommandsSuite } from './commands.test';
import { declareCoverageSuite } from './coverage.test';
import { declareDocumentsSuite } from './documents.test';
import { declareFeaturesSuite } from './features.test';
import { declareFindingsSuite } from './findings.test';
import { declareFixesSuite } from './fixes.test';
import { declareHarnessSuite } from './harness.test';
import { declareImportsSuite } from './imports.test';
import { declareOutsideSuite } from './outside.test';
import { declarePagesSuite } from './pages.test';
import { declarePrecedentsSuite } from './precedents.test';
import { declareReadingSuite } from './reading.test';
import { declareSeeingSuite } from './seeing.test';
import { declareStabilitySuite } from './stability.test';
import { declareViewsSuite } from './views.test';
import { declareWritingSuite } from './writing.test';

/** Every suite of this folder. The runner counts the declarations of the files, so one that is left out is noticed. */
export function declareSuites(): void {
  declareHarnessSuite();
  declareFindingsSuite();
  declareReadingSuite();
  declareFixesSuite();
  declareDocumentsSuite();
  declarePrecedentsSuite();
  declareImportsSuite();
  declareFeaturesSuite();
  declareViewsSuite();
  declareWritingSuite();
  declarePagesSuite();
  declareSeeingSuite();
  declareCommandsSuite();
  declareStabilitySuite();
  declareOutsideSuite();
  declareCoverageSuite();
}
