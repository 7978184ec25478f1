import { datedPhrases } from '../../data';
import type { Bilingual, Block, Report, Span } from '../../model';
import { isSince, reportDate } from '../dates';
import { doubtfulForms, doubtfulWords, isInTitle } from '../indicator-forms';
import { createListFinder } from '../phrases';
import type { DocumentRule, Finding } from '../rule';
import { cite, prose } from '../support';

/** Phrases and names that gave way to others before the report's own date. */
export const datedWording: DocumentRule = {
  id: 'dated-wording',
  category: 'wording',
  severity: 'information',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '提法、名称在报告日期之前已有新的表述（市场主体 → 经营主体）',
    en: 'A phrase or name superseded before the report’s own date (市场主体 → 经营主体)',
  },
  rationale: {
    zh: '政策提法和机构、指标名称会调整，旧稿沿用容易带出旧提法。每条都记有更替时间，早于该时间的报告不作提示；法规名称等固定用法不受影响。',
    en: 'Policy phrases and names of offices and indicators change, and text taken over from old drafts carries the old ones. Every row has its date and is never applied to an older report; titles of regulations are left alone.',
  },
  sources: ['逐条出处见 server/data/dated.json、indicators.json'],
  options: {},
  examples: [
    { bad: '新登记⟦市场主体⟧3000户，市场主体总量突破2万户。', fixed: '新登记经营主体3000户，经营主体总量突破2万户。' },
    { bad: '统筹⟦新冠肺炎⟧疫情防控和复工复产。', fixed: '统筹新冠病毒感染疫情防控和复工复产。' },
    { bad: '完成⟦公共财政预算收入⟧12亿元。', fixed: '完成一般公共预算收入12亿元。' },
    { good: '新登记经营主体3000户，完成一般公共预算收入12亿元。' },
    { good: '落实《市场主体登记管理条例》。' },
    {
      part: 'whole',
      good: '政府工作报告\n——2021年1月10日在青禾区第十七届人民代表大会第五次会议上\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、2020年工作回顾\n新登记市场主体3000户。\n二、2021年工作安排\n培育市场主体，做好新冠肺炎疫情防控工作。',
    },
    { good: '巩固拓展脱贫攻坚成果，健全防止返贫机制。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const date = reportDate(report.info);
    if (date === null) return;
    const groups = new Map<string, Placed[]>();
    for (const block of prose(report, suspects)) {
      for (const use of context.remember(block, 'dated', readDated)) {
        if (!isSince(date, use.since) || (use.national && report.info?.issuer !== '国务院')) continue;
        groups.set(use.from, [...(groups.get(use.from) ?? []), { ...use, place: block.span(use.start, use.end) }]);
      }
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first !== undefined) yield finding(report, first, group);
    }
  },
};

interface DatedUse extends Span {
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly national: boolean;
  readonly confirmed: boolean;
  readonly reason: Bilingual;
}

interface Placed extends DatedUse {
  readonly place: Span;
}

function readDated(block: Block): DatedUse[] {
  const { text } = block;
  const found: DatedUse[] = [];
  for (const { at, phrase } of phraseFinder.find(text)) {
    for (const row of datedPhrases) {
      if (row.from !== phrase || isInTitle(text, at)) continue;
      if (row.exempt.some((longer) => stands(text, at, longer, phrase))) continue;
      found.push({
        start: at,
        end: at + phrase.length,
        from: phrase,
        to: row.to,
        since: row.since,
        national: row.scope === 'national',
        confirmed: row.status === 'confirmed',
        reason: { zh: row.zh, en: row.en },
      });
    }
  }
  const overlaps = (one: Span, other: Span): boolean => other.start < one.end && one.start < other.end;
  const phrases = found.filter(
    (one, i) =>
      !found.some(
        (other, k) => k !== i && overlaps(one, other) && (k < i || other.end - other.start > one.end - one.start),
      ),
  );
  return [...phrases, ...readOldNames(text).filter((one) => !phrases.some((other) => overlaps(one, other)))];
}

const phraseFinder = createListFinder(() => datedPhrases.map((row) => row.from));

/** What either list of old words has. */
const suspects = createListFinder(() => [...datedPhrases.map((row) => row.from), ...doubtfulWords()]);

/** Names that indicators had before: 公共财政预算收入. */
function readOldNames(text: string): DatedUse[] {
  return doubtfulForms(text).flatMap(({ match, start, end }) => {
    const last = match.via === 'old' ? match.indicator.old?.[match.form] : undefined;
    if (last === undefined) return [];
    const { name } = match.indicator;
    const to = name.replace(/数$/, '');
    return [
      {
        start,
        end,
        from: match.form,
        to: match.form.endsWith('总数') || match.form.endsWith('总量') ? to + match.form.slice(-2) : to,
        since: String(Number(last.slice(0, 4)) + 1),
        national: false,
        confirmed: match.indicator.status === 'confirmed',
        reason: { zh: `该指标现称“${name}”。`, en: `The indicator is now called ${name}.` },
      },
    ];
  });
}

/** Whether the phrase is a piece of a longer wording that stands here. */
function stands(text: string, at: number, longer: string, phrase: string): boolean {
  for (let offset = longer.indexOf(phrase); offset >= 0; offset = longer.indexOf(phrase, offset + 1)) {
    if (text.startsWith(longer, at - offset)) return true;
  }
  return false;
}

/** The new words without what stands before them already: 巩固精准扶贫成果 has its 巩固. */
function withoutEcho(text: string, { place, to }: Placed): string {
  const opening = to.slice(0, 2);
  return text.slice(0, place.start).endsWith(opening) && to.length > 4 ? to.slice(2) : to;
}

function finding(report: Report, first: Placed, group: readonly Placed[]): Finding {
  const traditional = report.info?.script === 'traditional';
  return {
    ...first.place,
    places: group.map((one) => one.place),
    ...(first.confirmed ? {} : { grade: 'hint' as const }),
    message: {
      zh: first.reason.zh.includes(first.to)
        ? `“${cite(first.from)}”：${first.reason.zh}`
        : `“${cite(first.from)}”宜改为“${cite(first.to)}”：${first.reason.zh}`,
      en: `“${cite(first.from)}” has given way to “${cite(first.to)}”. ${first.reason.en}`,
    },
    ...(traditional
      ? {}
      : {
          fixes: [
            {
              title: { zh: `改为“${first.to}”`, en: `Change to “${first.to}”` },
              kind: 'suggestion' as const,
              edits: group.map((one) => ({ ...one.place, text: withoutEcho(report.text, one) })),
            },
          ],
        }),
  };
}
