import type { Axes } from './axes';
import {
  closings,
  fields,
  governanceOpenings,
  governanceTitles,
  leftovers,
  planFillers,
  planOpenings,
  problems,
  requirements,
  reviewFillers,
  reviewOpenings,
  termGoals,
  termOpenings,
  thanks,
  words,
  type Field,
} from './content';
import { targetIntroductions, writeResults, writeTargets, type FigureTruth } from './figures';
import { headword, planUses, pool, reviewUses, useOf, type PoolTerm, type Quoting } from './glossary-content';
import { writeHead, writeTail } from './pages';
import type { Place } from './places';
import type { Random } from './random';
import { createWriter, type Line, type LineKind } from './writer';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface HeadingTruth {
  readonly level: number;
  /** What may be given as its title; the first is what the contract says. */
  readonly titles: readonly string[];
  /** Where a reader may say that it starts; the first is what the contract says. */
  readonly starts: readonly number[];
  readonly optional: boolean;
}

export interface EntryTruth extends Span {
  readonly number: number | null;
  readonly term: string;
  readonly definition: string;
  readonly definitionStart: number;
  readonly definitionEnd: number;
  readonly used: boolean;
}

/** Everything that a careful person would read from the report. Offsets are into the text it comes with. */
export interface Truth {
  readonly issuer: string;
  /** Null where the text does not name it near the title. */
  readonly region: string | null;
  readonly planYear: number;
  /** Undefined where the text prints no date of the meeting but other dates. */
  readonly date: string | null | undefined;
  readonly session: readonly [string, string] | null;
  readonly speaker: string | null;
  readonly post: string | null;
  readonly script: 'simplified' | 'traditional';
  readonly headings: readonly HeadingTruth[];
  readonly glossary: readonly EntryTruth[];
  readonly targets: readonly FigureTruth[];
  readonly results: readonly FigureTruth[];
  /** Where statements other than those listed may be found without being wrong. */
  readonly open: readonly Span[];
}

/** A report in logical lines, before it is laid out. */
export interface Draft {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly truth: Truth;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];
/** Titles of projects in an annex, each on a line of its own. */
const projectNames = [
  ['教育惠民工程', '学位扩充工程'],
  ['健康守护工程', '便民就医工程'],
  ['老旧小区改造工程', '安居提升工程'],
  ['农村道路畅通工程', '饮水安全工程'],
  ['助老暖心工程', '爱幼托育工程'],
  ['平安消防工程', '就业帮扶工程'],
];
const surnames = ['沈', '陆', '顾', '韩', '郭', '钟', '邵', '温', '柏', '祝'];
const given = ['明远', '建安', '晓岚', '立群', '一鸣', '雪梅', '志刚', '宁', '岩', '文博'];

/** Where text of one kind goes on: a block's number style with what stands around it. */
interface Style {
  readonly number: (index: number) => string;
  readonly runIn: boolean;
  readonly bold: boolean;
  readonly optional: boolean;
  readonly sibling: boolean;
  readonly dash: boolean;
}

export function composeReport(axes: Axes, place: Place, random: Random, thickness: number): Draft {
  const year = random.int(2010, 2026);
  const writer = createWriter();
  const headings: HeadingTruth[] = [];
  const open: Span[] = [];
  const targets: FigureTruth[] = [];
  const results: FigureTruth[] = [];
  const glossary: EntryTruth[] = [];
  const all = `全${place.unit}`;
  const grouped = axes.amounts === 'grouped';
  const scale = place.kind === 'province' ? random.int(30, 60) : place.kind === 'city' ? random.int(2, 6) : 1;
  const hashed = axes.markdown === 'hashes';
  const hashDepth = random.int(1, 3);
  const person = `${random.pick(surnames)}${random.pick(given)}`;
  const acting = axes.speakerForm === 'acting';
  const post = `${acting ? '代' : ''}${postOf(place)}`;
  const session = sessionOf(place, random);
  const month = random.int(1, 3);
  const day = random.int(2, 27);
  const dateText = `${year}年${month}月${day}日`;
  const told = (template: string): string => expand(template, place, year, random);

  // ---------------------------------------------------------------- glossary terms and where the body uses them
  const withGlossary = axes.glossary !== 'none';
  const footnotes = axes.glossary === 'footnotes';
  const quoting = axes.glossaryQuote as Quoting;
  const terms = withGlossary ? random.some(pool, random.int(5, 20)) : [];
  const used = terms.map(() => footnotes || random.chance(0.85));
  const waiting = terms.flatMap((term, index) => (used[index] === true ? [{ term, index }] : []));
  /** In footnote texts the order of first use is the order of the notes. */
  const noteOrder: PoolTerm[] = [];

  function useSentence(templates: readonly string[]): string {
    const next = waiting.shift();
    if (next === undefined) return '';
    const printed = useOf(next.term, quoting, random);
    if (!footnotes) return random.pick(templates).replace('@T', printed);
    noteOrder.push(next.term);
    const number = noteOrder.length;
    const marker =
      axes.glossaryNumber === '①'
        ? String.fromCodePoint(0x2460 + number - 1)
        : axes.glossaryNumber.replace('1', String(number));
    return random.pick(templates).replace('@T', `${printed}${marker}`);
  }

  const partGap = random.pick(['', '', '', '', ' ']);
  // ---------------------------------------------------------------- small writers
  const line = (kind: LineKind, text: string): void => {
    writer.begin(kind);
    writer.put(text);
  };
  const hashes = (level: number): string => (hashed ? `${'#'.repeat(Math.min(6, hashDepth + level - 1))} ` : '');

  function heading(
    level: number,
    number: string,
    title: string,
    options: { optional?: boolean; bold?: boolean; stop?: string; gap?: string; also?: number[]; close?: boolean } = {},
  ): void {
    if (options.bold === true) writer.put('**');
    const start = writer.length;
    writer.put(axes.escapes === 'yes' ? number.replace(/^(\d+)\./u, '$1\\.') : number);
    writer.put(options.gap ?? '');
    const titleStart = writer.length;
    writer.put(title);
    headings.push({
      level,
      titles: [title],
      starts: number === '——' || options.optional === true ? [start, titleStart] : [start, ...(options.also ?? [])],
      optional: options.optional === true,
    });
    writer.put(options.stop ?? '');
    if (options.bold === true && options.close !== false) writer.put('**');
  }

  function ownHeading(level: number, number: string, title: string, gap = '', stop = ''): void {
    writer.begin('heading');
    const prefix = hashes(level);
    writer.put(prefix);
    heading(level, number, title, { bold: axes.markdown === 'bold', gap, stop });
  }

  function partNumber(index: number): string {
    if (axes.parts === 'cn') return `${numerals[index] ?? ''}、${partGap}`;
    if (axes.parts === 'di') return `第${numerals[index] ?? ''}部分`;
    return '';
  }

  function styleOf(name: string): Style {
    const number = (index: number): string => {
      const numeral = numerals[index] ?? '';
      if (name.startsWith('paren')) return `（${numeral}）`;
      // ㈠ and ① as single characters.
      if (name.startsWith('kuo')) return String.fromCodePoint(0x3220 + Math.min(index, 9));
      if (name.startsWith('circle')) return String.fromCodePoint(0x2460 + index);
      if (name.startsWith('cn')) return `${numeral}、`;
      if (name.startsWith('num')) return `${index + 1}${axes.dot}`;
      if (name.startsWith('pnum')) return `（${index + 1}）`;
      if (name.startsWith('yiyao')) return `${numeral}要`;
      if (name.startsWith('yi')) return `${numeral}是`;
      if (name.startsWith('diyi')) return `第${numeral}，`;
      if (name === 'dash') return '——';
      return '';
    };
    return {
      number,
      runIn: !name.endsWith('own'),
      bold: name.startsWith('bold'),
      optional: name === 'lead' || name === 'dash',
      sibling: name.startsWith('sibling'),
      dash: name === 'dash',
    };
  }

  // ---------------------------------------------------------------- sentences
  function sentences(templates: readonly string[], count: number, review: boolean): string {
    const parts = random.some(templates, count).map(told);
    // A paragraph that has no title must not look as if it had one: a long sentence opens it.
    const longest = parts.reduce((best, one) => (one.length > best.length ? one : best), '');
    parts.sort((one, other) => Number(other === longest) - Number(one === longest));
    if (random.chance(0.15)) parts.splice(random.int(1, parts.length), 0, told(random.pick(review ? reviewFillers : planFillers)));
    const left = waiting.length;
    if (left > 0 && random.chance(Math.min(0.9, left / 14))) parts.push(useSentence(review ? reviewUses : planUses));
    return parts.join('');
  }

  /** A short sentence that opens a paragraph may pass for its title: nobody could say that it is none. */
  function putPlain(text: string): void {
    const [opening] = text.split('。');
    const start = writer.length;
    if (opening !== undefined && opening.length <= 30) headings.push({ level: 3, titles: [opening], starts: [start], optional: true });
    writer.put(text);
  }

  function paragraph(text: string): void {
    if (text !== '') line('body', text);
  }

  const countOf = (low: number, high: number): number => Math.max(low, Math.round(random.int(low, high) * thickness));

  // ---------------------------------------------------------------- beginning
  const inHead = writeHead(axes, place, year, random, line);
  if (axes.front === 'yes') {
    line('meta', `${session.short}`);
    line('meta', `会议文件（${random.pick(['一', '二', '七'])}）`);
  }
  writeTitle();
  const speakerFirst = axes.metaOrder === 'speaker-first' ? writeSpeaker() : undefined;
  const meeting = writeMeeting();
  const speaker = speakerFirst === undefined ? writeSpeaker() : speakerFirst;
  const partTitles = titlesOfParts();
  if (axes.contents === 'yes') {
    line('meta', random.pick(['目　录', '目录']));
    let page = 1;
    partTitles.forEach((title, index) => {
      line('meta', `${partNumber(index)}${title}${'…'.repeat(random.int(6, 12))}${page}`);
      page += random.int(3, 9);
    });
  }
  line('meta', random.pick(['各位代表：', '各位代表：', '各位代表、同志们：']));
  const opener = `${random.pick(['现在，', '现在，', ''])}我代表${openingName()}${random.pick(['向大会报告工作', '，向大会报告政府工作', '向大会作政府工作报告'])}，请予审议，并请${random.pick([`${place.unit}政协委员`, `各位政协委员`, `${place.unit}政协各位委员`])}和列席人员提出意见。`;
  paragraph(opener);

  function openingName(): string {
    if (axes.openingForm === 'full') return `${place.name}人民政府`;
    if (axes.openingForm === 'local') return `${place.unit}人民政府`;
    return '本届政府';
  }

  function writeTitle(): void {
    const plain = '政府工作报告';
    const region = place.parent ?? '';
    const titles: Readonly<Record<string, string>> = {
      plain,
      year: `${year}年政府工作报告`,
      place: `${place.name}${random.chance(0.5) ? `${year}年` : ''}政府工作报告`,
      region: `${year}年${region}${place.name}政府工作报告`,
      spaced: '政 府 工 作 报 告',
    };
    const title = titles[axes.titleForm];
    if (title !== undefined) {
      writer.begin('title');
      if (hashed) writer.put('# ');
      if (axes.markdown === 'bold') writer.put('**');
      writer.put(title);
      if (axes.markdown === 'bold') writer.put('**');
    }
  }

  function writeMeeting(): { date: string | null; session: readonly [string, string] | null } {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const full = `${place.name}第${session.term}届人民代表大会第${session.sitting}次会议`;
    const ordinals = [session.term, session.sitting] as const;
    switch (axes.sessionForm) {
      case 'dash':
        line('meta', `——${dateText}在${full}上`);
        return { date: iso, session: ordinals };
      case 'brackets':
        line('meta', `（${dateText}在${full}上）`);
        return { date: iso, session: ordinals };
      case 'short':
        line('meta', `（${dateText}在${place.unit}${session.term}届人大${session.sitting}次会议上）`);
        return { date: iso, session: ordinals };
      case 'broken':
        line('meta', `——${dateText}在${place.name}第${session.term}届人民代表大会`);
        line('meta', `第${session.sitting}次会议上`);
        return { date: iso, session: ordinals };
      case 'chinese':
        line('meta', `——${chineseDate(year, month, day)}在${full}上`);
        return { date: iso, session: ordinals };
      case 'region':
        line('meta', `——${dateText}在${place.parent ?? ''}${full}上`);
        return { date: iso, session: ordinals };
      case 'lines':
        line('meta', `——在${full}上`);
        line('meta', `（${dateText}）`);
        return { date: iso, session: ordinals };
      case 'date-only':
        line('meta', `（${dateText}）`);
        return { date: iso, session: null };
      default:
        return { date: null, session: null };
    }
  }

  function writeSpeaker(): string | null {
    const spaced = person.length === 2 ? person.split('').join('　') : person;
    switch (axes.speakerForm) {
      case 'full':
        line('meta', `${place.name}人民政府${post} ${person}`);
        return person;
      case 'acting':
        line('meta', `${place.unit}人民政府${post}　${person}`);
        return person;
      case 'short':
        line('meta', `${post} ${person}`);
        return person;
      case 'spaced':
        line('meta', `${place.name}${post}　${spaced}`);
        return person;
      default:
        return null;
    }
  }

  // ---------------------------------------------------------------- review
  const reviewStart = writer.length;
  const fieldsOfReview = random.some(fields, countOf(5, 7));
  const fieldsOfPlan = random.some(fields, countOf(6, 8));
  let part = 0;
  writeNextPart();
  paragraph(told(random.pick(axes.plan === 'term' ? termOpenings : reviewOpenings)));
  const resultSpans: Span[] = [];
  if (axes.resultsAt === 'opening') headline(false);
  if (axes.resultsAt === 'own') headline(true);
  writeReviewBlocks();
  paragraph(told(random.pick(thanks)));
  paragraph(told(random.pick(problems)));
  closeOpen(reviewStart, writer.length, resultSpans);

  function closeOpen(start: number, end: number, closed: readonly Span[]): void {
    let from = start;
    for (const span of closed) {
      open.push({ start: from, end: span.start });
      from = span.end;
    }
    open.push({ start: from, end });
  }

  function titlesOfParts(): string[] {
    const titles = [reviewTitle()];
    if (axes.plan === 'term') titles.push(random.pick(['今后五年的总体思路和奋斗目标', '今后五年工作总体要求和主要目标']));
    if (axes.planShape === 'split') {
      titles.push(random.pick([`${year}年工作总体要求和主要目标`, `${year}年政府工作的总体要求和预期目标`]));
      titles.push(random.pick([`${year}年重点工作`, `${year}年主要任务`, '全力抓好各项重点工作']));
    } else titles.push(planTitle());
    if (axes.governanceAt === 'part') {
      titles.push(random.pick(['加强政府自身建设', '全面加强政府自身建设', '切实加强政府自身建设', '建设人民满意政府']));
    }
    return titles;
  }

  function reviewTitle(): string {
    const past = axes.plan === 'term';
    if (axes.partTitle === 'short') return past ? '过去五年工作回顾' : random.pick(['过去一年工作回顾', '上年工作回顾']);
    if (axes.partTitle === 'long') {
      return random.pick([
        `回望${past ? '五年' : `${year - 1}年`}，我们攻坚克难、奋发有为，推动${place.stem}各项事业取得新成就`,
        `砥砺前行谱新篇，${past ? '过去五年' : `${year - 1}年`}工作取得新进展`,
      ]);
    }
    return past
      ? `过去五年和${year - 1}年工作回顾`
      : random.pick([`${year - 1}年工作回顾`, `${year - 1}年政府工作回顾`, `关于${year - 1}年工作回顾`]);
  }

  function writeNextPart(): void {
    ownHeading(1, partNumber(part), partTitles[part] ?? '', axes.parts === 'di' ? random.pick(['　', ' ', '：']) : '');
    part += 1;
  }

  function headline(own: boolean): void {
    if (own) writer.begin('body');
    const start = writer.length;
    // Beside the five years of a term the year itself must be named.
    const introduction =
      axes.plan === 'term'
        ? random.pick([`${year - 1}年，`, `${year - 1}年全年`, `预计${year - 1}年`])
        : random.pick(['全年', '初步核算，', '预计全年', '一年来，', `${year - 1}年，${all}`, '主要经济指标稳中向好，']);
    writeResults({ random, writer, year: year - 1, all, truths: results, grouped, scale }, told(introduction));
    resultSpans.push({ start, end: writer.length });
  }

  function writeReviewBlocks(): void {
    const style = styleOf(axes.reviewBlocks);
    const name = axes.reviewBlocks;
    const sibling = random.pick(['一年来，我们', '这一年，我们', '过去一年，我们坚持']);
    const long = random.chance(0.6);
    fieldsOfReview.forEach((field, index) => {
      const [first, second] = random.pick(field.reviewTitles);
      const title = style.sibling || long ? `${style.sibling ? sibling : ''}${first}，${second}` : second;
      const withFigures = axes.resultsAt === 'block' && index === 0;
      if (name === 'none') {
        writer.begin('body');
        putPlain(sentences(field.reviewSentences, countOf(3, 4), true));
        if (withFigures) headline(false);
        return;
      }
      if (!style.runIn) {
        ownHeading(2, style.number(index), title, '', style.sibling ? '。' : '');
        const below = styleOf(axes.reviewThird);
        random.some(field.reviewLeads, countOf(1, 2)).forEach((lead, at) => {
          writer.begin('body');
          if (axes.reviewThird !== 'none') {
            heading(3, below.number(at), lead, { bold: below.bold, stop: '。', optional: below.optional });
          }
          if (withFigures && at === 0) headline(false);
          (axes.reviewThird === 'none' ? putPlain : writer.put)(sentences(field.reviewSentences, countOf(2, 3), true));
        });
        return;
      }
      writer.begin('body');
      heading(2, style.number(index), title, { optional: style.optional, bold: style.bold, stop: '。' });
      if (withFigures) headline(false);
      // Lead phrases inside a paragraph are not headings.
      const parts = random.some(field.reviewLeads, 2);
      if (random.chance(0.4)) writer.put(`${parts[0] ?? ''}。`);
      writer.put(sentences(field.reviewSentences, countOf(2, 3), true));
      if (random.chance(0.3)) writer.put(`${parts[1] ?? ''}。${sentences(field.reviewSentences, 2, true)}`);
    });
    if (axes.resultsAt === 'block' && resultSpans.length === 0) headline(true);
  }

  // ---------------------------------------------------------------- plan
  if (axes.plan === 'term') {
    writeNextPart();
    paragraph(told(requirements[1] ?? ''));
    paragraph(told(random.pick(termGoals)));
  }
  writePlan();
  writeGovernance();
  paragraph(told(random.pick(closings)));

  function planTitle(): string {
    if (axes.partTitle === 'short') return axes.plan === 'term' ? '今年重点工作' : random.pick(['今年工作安排', '今年工作总体要求和重点任务']);
    if (axes.partTitle === 'long') {
      return random.pick([
        `奋进${year}年，我们要锚定目标、勇毅前行，奋力开创${place.stem}发展新局面`,
        `真抓实干开新局，全力做好${year}年各项工作`,
      ]);
    }
    return random.pick([`${year}年工作安排`, `${year}年重点工作`, `${year}年工作总体要求和主要任务`]);
  }

  function writePlan(): void {
    const framed = axes.planShape === 'framed';
    const level = framed ? 3 : 2;
    const outer = styleOf(axes.planBlocks);
    const inner = framed ? styleOf(axes.planThird) : outer;
    writeNextPart();
    if (framed) {
      ownHeading(2, outer.number(0), random.pick(['总体要求', '工作思路']));
      paragraph(told(random.pick(requirements)));
      ownHeading(2, outer.number(1), random.pick(['主要预期目标', '发展目标']));
      targetsParagraph();
      ownHeading(2, outer.number(2), random.pick(['重点任务', '重点工作']));
    } else if (axes.join === 'part-block') {
      // The requirements stand under the first block, which shares the line of the part.
      heading(2, outer.number(0), random.pick(['总体要求和预期目标', '总体思路和主要目标']), { gap: '' });
      paragraph(told(random.pick(requirements)));
      targetsParagraph();
    } else {
      paragraph(`${told(random.pick(planOpenings))}${told(random.pick(requirements))}`);
      targetsParagraph();
      if (axes.planShape === 'split') writeNextPart();
      paragraph(random.pick(['实现上述目标，要重点抓好以下工作：', '为此，我们将着重抓好以下几个方面：', '围绕上述目标，突出抓好以下工作。']));
    }
    const shift = axes.join === 'part-block' ? 1 : 0;
    const long = random.chance(0.6);
    const subject = random.pick(['', '', '坚定不移']);
    fieldsOfPlan.forEach((field, index) => {
      const [first, second] = random.pick(field.planTitles);
      const title = long ? `${first}，${second}` : `${subject}${first}`;
      writeBlock(field, level, inner, index + shift, title, framed ? 'none' : axes.planThird);
    });
  }

  function writeBlock(field: Field, level: number, style: Style, index: number, title: string, third: string): void {
    if (style.runIn) {
      writer.begin('body');
      heading(level, style.number(index), title, { bold: style.bold, stop: '。', optional: style.optional });
      writer.put(sentences(field.planSentences, countOf(3, 4), false));
      return;
    }
    if (style.bold) {
      writer.begin('heading');
      heading(level, '', title, { bold: true });
    } else ownHeading(level, style.number(index), title);
    const below = styleOf(third);
    const leads = random.some(field.planLeads, countOf(2, 3));
    leads.forEach((lead, at) => {
      const joined = axes.join === 'block-third' && at === 0;
      if (third === 'none') {
        if (at > 1) return;
        writer.begin('body');
      } else if (below.runIn) {
        if (!joined) writer.begin('body');
        heading(level + 1, below.number(at), lead, { bold: below.bold, stop: '。', optional: below.optional });
      } else {
        ownHeading(level + 1, below.number(at), lead);
        writer.begin('body');
      }
      if (third === 'none') putPlain(sentences(field.planSentences, 3, false));
      else writer.put(sentences(field.planSentences, 2, false));
    });
  }

  function targetsParagraph(): void {
    const introduction = told(
      targetIntroductions[axes.targetsForm as keyof typeof targetIntroductions].replace('@Y', String(year)),
    );
    writer.begin('body');
    if (random.chance(0.2)) writer.put('统筹需要与可能，兼顾当前和长远，');
    writeTargets({ random, writer, year, all, truths: targets, grouped, scale }, introduction, {
      separator: axes.targetsLines === 'dashes' ? '；' : axes.targetsSeparator,
      lines: axes.targetsLines === 'dashes' ? '——' : null,
      onNewLine: () => writer.begin('body'),
    });
    if (axes.targetsLines === 'dashes') writer.begin('body');
    if (axes.targetsLines === 'dashes' || random.chance(0.3)) writer.put('确定这样的目标，既考虑了发展基础，也体现了奋发进取的要求。');
  }

  function writeGovernance(): void {
    if (axes.governanceAt === 'part') writeNextPart();
    else return writeGovernanceBlock();
    paragraph(told(random.pick(governanceOpenings)));
    const style = styleOf(axes.governanceBlocks);
    random.some(governanceTitles, random.int(3, 5)).forEach(([first, second, text], index) => {
      writer.begin('body');
      heading(2, style.number(index), `${first}，${second}`, {
        bold: style.bold,
        optional: style.optional,
        stop: '。',
      });
      writer.put(told(text));
      // What is still unused finds its place here.
      if (waiting.length > 0 && random.chance(0.5)) writer.put(useSentence(planUses));
    });
    writeLeftovers();
  }

  /** The last block of the plan may be that of the government itself. */
  function writeGovernanceBlock(): void {
    const style = styleOf(axes.planBlocks);
    const index = fieldsOfPlan.length + (axes.join === 'part-block' ? 1 : 0);
    const title = random.pick(['加强政府自身建设', '坚持从严治政，建设人民满意政府']);
    const chosen = random.some(governanceTitles, 3);
    if (style.runIn) {
      writer.begin('body');
      heading(2, style.number(index), title, { bold: style.bold, stop: '。' });
      writer.put(chosen.map(([, , text]) => told(text)).join(''));
    } else {
      ownHeading(2, style.number(index), title);
      for (const [, , text] of chosen) {
        writer.begin('body');
        putPlain(told(text));
      }
    }
    writeLeftovers();
  }

  function writeLeftovers(): void {
    let next = 0;
    while (waiting.length > 0) {
      const some = [useSentence(planUses), useSentence(planUses), useSentence(planUses)].join('');
      paragraph(`${leftovers[next % leftovers.length] ?? ''}${some}`);
      next += 1;
    }
  }

  // ---------------------------------------------------------------- glossary and annexes
  const withAnnex = axes.annex !== 'none';
  if (withAnnex && axes.annexOrder === 'before') writeAnnex();
  if (withGlossary) writeGlossary();
  if (withAnnex && axes.annexOrder === 'after') writeAnnex();
  writeTail(axes, place, random, line);

  function annexHeading(title: string, label: string): void {
    writer.begin('heading');
    writer.put(hashes(1));
    if (axes.markdown === 'bold') writer.put('**');
    const start = writer.length;
    const also: number[] = [];
    if (label !== '') {
      writer.put(label);
      if (label.endsWith('/')) throw new Error('labels on lines of their own are written apart');
    }
    also.push(writer.length);
    writer.put(title);
    if (axes.markdown === 'bold') writer.put('**');
    headings.push({ level: 1, titles: [title, `${label}${title}`], starts: [start, ...also], optional: false });
  }

  function writeGlossary(): void {
    const [label, name] = axes.glossaryHead.includes('/') ? axes.glossaryHead.split('/') : [null, axes.glossaryHead];
    let labelStart: number | null = null;
    if (label !== null && label !== undefined) {
      writer.begin('heading');
      labelStart = writer.length;
      writer.put(label);
    }
    writer.begin('heading');
    if (axes.markdown === 'glossary-only') writer.put('## ');
    else writer.put(hashes(1));
    if (axes.markdown === 'bold') writer.put('**');
    const start = writer.length;
    writer.put(name ?? '名词解释');
    const inner = (name ?? '').indexOf('名词');
    headings.push({
      level: 1,
      titles: titlesOf(name ?? ''),
      starts: [start, start + Math.max(0, inner), ...(labelStart === null ? [] : [labelStart])],
      optional: false,
    });
    if (axes.markdown === 'bold') writer.put('**');
    if (axes.glossaryNote === 'yes') {
      line('entry', random.pick(['（按报告中出现的先后排序）', '（以文中首次出现先后为序）', '（供代表审议报告时参考）']));
    }
    const listed = footnotes ? noteOrder : terms;
    const isUsed = (term: PoolTerm): boolean => footnotes || used[terms.indexOf(term)] === true;
    let number = 0;
    for (let at = 0; at < listed.length; at += 1) {
      const term = listed[at];
      if (term === undefined) continue;
      const second = listed[at + 1];
      number += 1;
      if (axes.glossaryPairs === 'yes' && second !== undefined && at % 4 === 1) {
        writePair(number, [term, second], isUsed);
        at += 1;
        continue;
      }
      if (!(axes.glossaryLines === 'two' && at % 2 === 1)) writer.begin('entry');
      writeEntry(number, term, isUsed(term));
    }
  }

  function entryNumber(number: number): number | null {
    const style = axes.glossaryNumber;
    if (style === 'none') return null;
    const circled = number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `${number}.`;
    if (style === '①') writer.put(circled);
    else if (style.includes('一')) writer.put(style.replace('一', chineseNumber(number)));
    else {
      const printed = style.replace('1', String(number));
      writer.put(axes.escapes === 'yes' ? printed.replace('.', '\\.') : printed);
    }
    return number;
  }

  function writeEntry(number: number, term: PoolTerm, isUsed: boolean): void {
    const bold = axes.glossaryBold;
    const joined = axes.glossarySeparator === '：';
    if (bold === 'all') writer.put('**');
    const start = writer.length;
    const printedNumber = entryNumber(number);
    const name = headword(term, quoting);
    if (bold === 'head') writer.put(`**${name}**`);
    else if (bold === 'inside' && name.includes('“')) writer.put(name.replace(/“([^”]*)”/u, '“**$1**”'));
    else writer.put(name);
    if (bold === 'all' && !joined) writer.put('**');
    const opener = axes.glossaryOpener === 'none' ? '' : axes.glossaryOpener;
    let definition = `${opener}${term.definition}`;
    switch (axes.glossarySeparator) {
      case 'next-line':
        writer.begin('entry');
        break;
      case '指':
      case '是指':
        definition = `${axes.glossarySeparator}${term.definition}`;
        break;
      default:
        writer.put(axes.glossarySeparator);
        if (bold === 'all' && joined) writer.put('**');
    }
    const definitionStart = writer.length;
    writer.put(definition);
    glossary.push({
      start,
      end: writer.length,
      number: printedNumber,
      term: name,
      definition,
      definitionStart,
      definitionEnd: writer.length,
      used: isUsed,
    });
  }

  /** Two terms explained together: “A”“B”：“A”指…；“B”指…。 */
  function writePair(number: number, pair: readonly PoolTerm[], isUsed: (term: PoolTerm) => boolean): void {
    writer.begin('entry');
    const start = writer.length;
    const printedNumber = entryNumber(number);
    const names = pair.map((term) => headword(term, 'full'));
    writer.put(names.join(random.pick(['、', '和', ''])));
    writer.put('：');
    const definitionStart = writer.length;
    const definition = pair
      .map((term, index) => `${names[index] ?? ''}指${term.definition.replace(/。$/u, '')}`)
      .join('；');
    writer.put(`${definition}。`);
    for (const [index, term] of pair.entries()) {
      glossary.push({
        start,
        end: writer.length,
        number: printedNumber,
        term: names[index] ?? '',
        definition: `${definition}。`,
        definitionStart,
        definitionEnd: writer.length,
        used: isUsed(term),
      });
    }
  }

  function writeAnnex(): void {
    const from = writer.length;
    const label = random.pick(['', '', '附件1：', '附：']);
    if (axes.annex === 'livelihood') {
      annexHeading(random.pick([`${year}年${place.name}民生实事项目`, `${year}年民生实事项目清单`]), label);
      const owner = random.chance(0.5);
      random.some(fields, 7).forEach((field, index) => {
        line(
          'body',
          `${index + 1}${axes.dot}${told(random.pick(field.planSentences)).replace(/。$/u, '')}${owner ? `（牵头单位：${place.unit}${random.pick(['教育局', '住建局', '交通局', '民政局'])}）` : ''}。`,
        );
      });
    } else if (axes.annex === 'projects') {
      annexHeading(random.pick([`${year}年${place.name}十件民生实事`, `${year}年为民办实事工程`]), label);
      random.some(fields, 6).forEach((field, index) => {
        writer.begin('heading');
        heading(2, `${numerals[index] ?? ''}、`, random.pick(projectNames[index] ?? ['']));
        line('body', told(random.pick(field.planSentences)));
      });
    } else if (axes.annex === 'awards') {
      annexHeading(`${place.name}${year - 1}年获得省级以上荣誉一览表`, label);
      for (const cell of ['序号', '获奖单位', '荣誉名称', '授予时间']) line('annex', cell);
      for (let row = 1; row <= random.int(6, 14); row += 1) {
        line('annex', String(row));
        line('annex', `${place.unit}${random.pick(['税务局', '实验小学', '文化馆', '人民医院', '融媒体中心'])}`);
        line('annex', random.pick(['先进集体', '示范单位', '优秀组织奖', '青年文明号', '平安建设\n先进单位'.replace('\n', '')]));
        line('annex', `${year - 1}.${random.int(1, 12)}`);
      }
    } else {
      annexHeading(`${year}年主要经济指标计划表`, label);
      for (const cell of ['指标名称', '单位', `${year - 1}年完成`, `${year}年计划`]) line('annex', cell);
      for (const [name, unit] of [
        ['地区生产总值', '亿元'],
        ['固定资产投资', '亿元'],
        ['社会消费品零售总额', '亿元'],
        ['城镇居民人均可支配收入', '元'],
      ] as const) {
        line('annex', name);
        line('annex', unit);
        line('annex', String(random.decimal(20, 900, 1)));
        line('annex', `增长${random.int(3, 9)}%`);
      }
    }
    open.push({ start: from, end: writer.length });
  }

  return {
    text: writer.text(),
    lines: writer.lines,
    truth: {
      issuer: place.name,
      region: axes.titleForm === 'region' || axes.sessionForm === 'region' || inHead.region ? place.parent : null,
      planYear: year,
      date: meeting.date ?? (inHead.dated ? undefined : null),
      session: meeting.session,
      speaker,
      post: speaker === null ? null : post,
      script: axes.script === 'traditional' ? 'traditional' : 'simplified',
      headings,
      glossary,
      targets,
      results,
      open,
    },
  };

}

/** A label before the title (附件2, 附：) may be counted to it, brackets round it may not. */
function titlesOf(name: string): string[] {
  const title = name.replace(/[：（）]$|^（/gu, '');
  const unlabelled = title.replace(/^附(?:件\d?)?[： ]?/u, '');
  return [unlabelled, title];
}

function postOf(place: Place): string {
  if (place.kind === 'banner') return '旗长';
  return `${place.unit}长`;
}

function sessionOf(place: Place, random: Random): { term: string; sitting: string; short: string } {
  const term = random.pick(['十一', '十二', '十四', '十五', '十七', '十八', '十九']);
  const sitting = random.pick(['一', '二', '三', '四', '五', '六']);
  return { term, sitting, short: `${place.name}${term}届人大${sitting}次会议` };
}

/** 二〇二五年一月十五日 */
function chineseDate(year: number, month: number, day: number): string {
  const digits = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? '').join('');
  return `${digits}年${chineseNumber(month)}月${chineseNumber(day)}日`;
}

function chineseNumber(value: number): string {
  const units = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${units[tens] ?? ''}十`}${units[value % 10] ?? ''}`;
}

/** Fills a template of {@link content}. */
function expand(template: string, place: Place, year: number, random: Random): string {
  const chosen = template
    .replace(/\{([^{}]*)\}/gu, (_, inner: string) => random.pick(inner.split('|')))
    .replace(/<([\d.]+)-([\d.]+)>/gu, (_, low: string, high: string) =>
      low.includes('.') ? String(random.decimal(Number(low), Number(high), 1)) : String(random.int(Number(low), Number(high))),
    )
    .replace(/@(project|park|road|town|village|river|brand)/gu, (_, name: string) => random.pick(words[name] ?? ['']));
  return chosen
    .replaceAll('@all', `全${place.unit}`)
    .replaceAll('@stem', place.stem)
    .replaceAll('@Y', String(year))
    .replaceAll('@u', place.unit);
}
