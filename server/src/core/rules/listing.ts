import type { Bilingual, Severity } from '../model';
import { rules } from './index';
import type { FixKind, Rule, RuleCategory, RuleOption } from './rule';

/** Where the project stands; addresses that users see are made of this one. */
const BASE = 'https://github.com/policy-drafting/policy-drafting/blob/main/';

/** Where the pages of the rules stand; the only place that knows. */
export const DOCS_BASE = `${BASE}docs/rules/`;

/**
 * The identity of the schema of `policy-drafting.json`, which `npm run generate` writes.
 * @public
 */
export const SCHEMA_URL = `${BASE}schemas/policy-drafting.schema.json`;

/** A rule as other tools see it. */
export interface ListedRule {
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly fix: 'none' | FixKind;
  readonly scope: Rule['scope'];
  readonly summary: Bilingual;
  readonly options: Readonly<Record<string, RuleOption>>;
  readonly url: string;
}

/** Every rule with what a configuration needs to know of it, in the order of the catalogue. */
export function listRules(): ListedRule[] {
  return rules.map((rule) => listed({ ...rule, url: ruleUrl(rule.id) }));
}

/** Of a rule what other tools see, whatever else its declaration holds. */
export function listed({ id, category, severity, fix, scope, summary, options, url }: ListedRule): ListedRule {
  return { id, category, severity, fix, scope, summary, options, url };
}

/** The address of a rule's page. */
export function ruleUrl(id: string): string {
  return `${DOCS_BASE}${id}.md`;
}
