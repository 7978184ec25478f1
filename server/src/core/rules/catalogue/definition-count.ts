import { chineseNumber } from '../../report/numbering';
import type { GlossaryEntry } from '../../model';
import type { DocumentRule, Finding } from '../rule';

/** A headword whose number does not match what its definition lists. */
export const definitionCount: DocumentRule = {
  id: 'definition-count',
  category: 'terms',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '名词中的数字与释义所列项数不符（四控却列三项）',
    en: 'A headword whose number does not match its definition (四控 with three items)',
  },
  rationale: {
    zh: '“四控”应列四项，多列少列都要改。只检查释义就是一串并列项目的条目；释义中另有说明、带“等”的，不作提示。',
    en: '四控 wants four items. Only definitions that are nothing but a list are judged; those with further words or 等 are left alone.',
  },
  sources: ['编校通例'],
  options: {},
  examples: [
    { bad: '开展“四控”行动。\n名词解释\n1.⟦“四控”⟧：指控煤、控车、控尘。' },
    { bad: '落实“三查”要求。\n名词解释\n1.⟦“三查”要求⟧：指查隐患、查责任、查制度、查整改。' },
    { bad: '办好“五小”工程。\n名词解释\n1.⟦“五小”惠民工程⟧：小游园、小书屋、小食堂、小车棚。' },
    { bad: '开展“三清两拆”行动。\n名词解释\n1.⟦“三清两拆”行动⟧：指清垃圾、清沟渠，拆危房和拆旱厕的整治行动。' },
    {
      good: '开展“三清两拆”行动。\n名词解释\n1.“三清两拆”行动：指清垃圾、清沟渠、清杂草，拆危房和拆旱厕的整治行动。\n2.“两进三送”：指进村、进企送服务。',
    },
    { good: '开展“四控”行动。\n名词解释\n1.“四控”：指控煤、控车、控尘、控烧。' },
    { good: '落实“三清零”行动。\n名词解释\n1.“三清零”：指零就业家庭、零收入村组、零覆盖小区3方面清零工作。' },
    { good: '建设“两园一带”。\n名词解释\n1.“两园一带”：指智能农机园、绿色食品园和文旅融合带。' },
    {
      good: '用好“三资”平台。\n名词解释\n1.“三资”：指农村集体资金、资产、资源等。\n2.“四早”：指早发现、早报告、早隔离、早治疗，把风险降到最低。',
    },
  ],
  *check({ analysis: { report } }) {
    for (const entry of report.glossary) {
      const verb = miscountedVerb(entry);
      if (verb !== null) {
        yield verb;
        continue;
      }
      const stated = statedCount(entry.term);
      const listed = listedCount(entry);
      if (stated === null || listed === null || (stated >= listed.min && stated <= listed.max)) continue;
      yield {
        start: entry.termStart,
        end: entry.termEnd,
        message: {
          zh: `“${entry.term.replace(/[“”]/g, '')}”应为 ${stated} 项，释义列出 ${listed.max} 项。`,
          en: `“${entry.term.replace(/[“”]/g, '')}” wants ${stated} items; its definition has ${listed.max}.`,
        },
        related: [
          { start: entry.definitionStart, end: entry.definitionEnd, message: { zh: '释义', en: 'the definition' } },
        ],
      };
    }
  },
};

// “三清四拆”行动: numbers, each with the word that its items begin with.
const COUNTED = /([一二两三四五六七八九十])([\u4e00-\u9fff])/gy;

/** A part of a headword (三清 of 三清四拆) with another number than the items of the definition that begin with its word. */
function miscountedVerb(entry: GlossaryEntry): Finding | null {
  const core = /“([^“”]+)”/.exec(entry.term)?.[1] ?? entry.term;
  const parts = [...core.matchAll(COUNTED)];
  if (parts.length === 0 || parts.reduce((length, [words]) => length + words.length, 0) !== core.length) return null;
  const words = new Set(parts.map(([, , word = '']) => word));
  if (words.size !== parts.length) return null;
  const items = entry.definition
    .replace(/^(?:是指|指的是|即|指)?(?:以|通过|开展|实施|做到)?/, '')
    .replace(/[和与](?=(.))/g, (joint, next: string) => (words.has(next) ? '、' : joint))
    .split(/[、，；。]/);
  const counted = items.filter((item) => words.has(item[0] ?? ''));
  // Every item but words behind the list begins with one of them, and the list says what it is: no 等, no brackets.
  if (
    counted.length < 2 ||
    !items.slice(0, counted.length).every((item) => counted.includes(item)) ||
    /[等（]|以及其/.test(entry.definition)
  )
    return null;
  for (const [, numeral = '', word = ''] of parts) {
    const stated = numeral === '两' ? 2 : (chineseNumber(numeral) ?? 0);
    const listed = counted.filter((item) => item.startsWith(word)).length;
    if (listed === 0 || listed === stated) continue;
    return {
      start: entry.termStart,
      end: entry.termEnd,
      message: {
        zh: `“${numeral}${word}”应为 ${stated} 项，释义列出 ${listed} 项。`,
        en: `“${numeral}${word}” wants ${stated} items; its definition has ${listed}.`,
      },
      related: [
        { start: entry.definitionStart, end: entry.definitionEnd, message: { zh: '释义', en: 'the definition' } },
      ],
    };
  }
  return null;
}

// “四控”  三查要求; one number only, at the head.
const NUMBERED = /^“?([两三四五六七八九十])(?![一二三四五六七八九十百千万])[^一二三四五六七八九十两双]{1,8}$/;

function statedCount(term: string): number | null {
  const numeral = NUMBERED.exec(term)?.[1];
  if (numeral === undefined) return null;
  return numeral === '两' ? 2 : chineseNumber(numeral);
}

/** How many items a definition lists that is nothing but a list; 和 may stand inside an item. */
function listedCount(entry: GlossaryEntry): { min: number; max: number } | null {
  const list = entry.definition.replace(/^(?:是指|指的是|即|指)/, '').replace(/。$/, '');
  if (/[，。；：（）“”\d等]|方面|以及其/.test(list)) return null;
  const items = list.split('、');
  if (items.length < 2 || items.some((item) => item.length > 14)) return null;
  // A long last item carries words for all of them: 资金、资产、资源管理.
  const [first, last] = [items[0] ?? '', items[items.length - 1] ?? ''];
  if (Math.abs(first.length - last.length) > 4 && !/[和与及]/.test(last)) return null;
  return { min: items.length, max: list.split(/[、和与及]/).length };
}
