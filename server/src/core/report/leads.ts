import type { Candidate, Numbered } from './candidates';
import { titleEnd } from './candidates';
import { REFRAIN } from './lines';
import { readNumber } from './numbering';
import type { Paragraph } from './paragraphs';
import { isSalutation } from './landmarks';

/** Opening sentences that stand for a heading when the paragraphs beside them open alike. */
export function findLeads(
  body: readonly Numbered[],
  outer: readonly Candidate[],
  paragraphs: readonly Paragraph[],
): Candidate[] {
  const heads = new Set(outer.map((candidate) => candidate.paragraph));
  const out: Candidate[] = [];
  let group: Candidate[] = [];
  let members = 0;
  const close = (): void => {
    const weak = group.filter((candidate) => WEAK.test(openingOf(candidate, paragraphs)));
    if (weak.length > 0) {
      out.push(...refrain(weak, paragraphs));
      group = group.filter((candidate) => !weak.includes(candidate));
    }
    const alone = group.length;
    group = withoutStrangers(group, paragraphs);
    members -= alone - group.length;
    if (group.length >= 2 && group.length >= members * 0.6 && alike(group, paragraphs)) out.push(...group);
    else out.push(...refrain(group, paragraphs));
    group = [];
    members = 0;
  };
  for (const { p, i } of body) {
    if (heads.has(i)) {
      close();
      continue;
    }
    if (isSalutation(p.text.slice(0, 4)) || p.text.startsWith('各位代表')) {
      close();
      continue;
    }
    members++;
    const lead = leadCandidate(p, i);
    if (lead) group.push(lead);
  }
  close();
  return out;
}

/** Opening sentences that lead into a passage in every report and head nothing. */
const OPENER =
  /^(?:现在|同时|此外|当前|目前|去年|总的看|过去|刚刚|新形势|新征程|新的一年|面对|做好|站在|这些|为此|总之|各位|在此|回顾|回望|展望|上述|实现上述|围绕|一年来的|成绩)/;

function leadCandidate(p: Paragraph, index: number): Candidate | null {
  const { text } = p;
  // 【产业发展提质增效】全年…
  const close = text.startsWith('【') ? text.indexOf('】') : -1;
  if (close > 3 && close <= 31 && text.length - close > 20)
    return {
      paragraph: index,
      style: 'lead',
      label: null,
      value: 0,
      start: 1,
      title: 1,
      end: close,
      runIn: true,
      mark: 0,
    };
  const { end, next } = titleEnd(text, 0);
  const length = end;
  const title = text.slice(0, end);
  const named = text[end] === '：' && TOPIC.test(title);
  // Counts where its siblings begin alike.
  const shared = REFRAIN.test(title);
  if ((text[end] !== '。' && !named) || length < 3 || length > (shared ? 45 : 26) || text.length - next < 20)
    return null;
  if (/\d|；/.test(title) || (!shared && OPENER.test(title)) || readNumber(title) !== null) return null;
  return { paragraph: index, style: 'lead', label: null, value: 0, start: 0, title: 0, end, runIn: true, mark: 0 };
}

/** Openings that prove nothing unless several paragraphs share them. */
const WEAK = /^(?:我们|今年|过去|这一?[年五]|[^，。]{1,3}来，)/;

/** 产业发展方面：: a colon may end what names a subject and says nothing of it. */
const TOPIC = /^(?!.*(?:目标|要求|原则|思路|任务|总的|主要|以下|困难|问题))[\u4e00-\u9fff、]{2,12}(?:方面|领域|工作)$/;

/** 这五年，…。 again and again: leads that share a refrain count whatever stands among them. */
function refrain(group: readonly Candidate[], paragraphs: readonly Paragraph[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const candidate of group) {
    const opening = openingOf(candidate, paragraphs);
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  return group.filter((candidate) => (counts.get(openingOf(candidate, paragraphs)) ?? 0) >= 3);
}

function openingOf(candidate: Candidate, paragraphs: readonly Paragraph[]): string {
  return (paragraphs[candidate.paragraph]?.text ?? '').slice(0, 4);
}

/**
 * The first paragraph of a part may lead into it and the last may close it; either shows when it is built unlike all
 * the others: with a comma or a 我们 where they have none, or without the word that they all begin with.
 */
function withoutStrangers(group: readonly Candidate[], paragraphs: readonly Paragraph[]): Candidate[] {
  const titles = group.map((candidate) => (paragraphs[candidate.paragraph]?.text ?? '').slice(0, candidate.end));
  return group.filter((_, i) => (i > 0 && i < group.length - 1) || group.length < 3 || !isStranger(titles, i));
}

function isStranger(titles: readonly string[], at: number): boolean {
  const own = titles[at] ?? '';
  const others = titles.filter((_, i) => i !== at);
  for (const mark of ['，', '我们', '必须'])
    if (own.includes(mark) && !others.some((title) => title.includes(mark))) return true;
  const start = others[0]?.slice(0, 2) ?? '';
  return others.length > 2 && others.every((title) => title.startsWith(start)) && !own.startsWith(start);
}

/** Built alike: lengths close together. */
function alike(group: readonly Candidate[], paragraphs: readonly Paragraph[]): boolean {
  const lengths = group.map((candidate) => candidate.end - candidate.title);
  const spread = Math.max(...lengths) - Math.min(...lengths);
  if (spread <= 7) return true;
  const texts = group.map((candidate) => (paragraphs[candidate.paragraph]?.text ?? '').slice(0, 2));
  return texts.every((text) => text === texts[0]);
}
