import {
  closings,
  fields,
  governanceOpenings,
  governanceTitles,
  leftovers,
  planOpenings,
  problems,
  requirements,
  reviewOpenings,
  termGoals,
  termOpenings,
  thanks,
  type Field,
} from './content';
import { styleOf, type Desk, type Style } from './desk';
import type { Sheet } from './figures';
import { writeResults } from './results';
import { introductions, writeTargets } from './targets';
import type { FigureTruth, HeadingTruth, Span } from './truth';

export interface PartTitle {
  readonly title: string;
  readonly role?: NonNullable<HeadingTruth['role']>;
}

/** Draws the titles of the parts, in order. */
export function titlesOfParts({ axes, place, random, year }: Desk): PartTitle[] {
  const term = axes.plan === 'term';
  const titles: PartTitle[] = [{ title: reviewTitle(), role: 'review' }];
  if (term) titles.push({ title: random.pick(['今后五年的总体思路和奋斗目标', '今后五年工作总体要求和主要目标']) });
  if (axes.planShape === 'split') {
    titles.push({ title: random.pick([`${year}年工作总体要求和主要目标`, `${year}年政府工作的总体要求和预期目标`]) });
    const title = random.pick([`${year}年重点工作`, `${year}年主要任务`, '全力抓好各项重点工作']);
    titles.push({ title, role: 'plan' });
  } else titles.push({ title: planTitle(), role: 'plan' });
  if (axes.governanceAt === 'part') {
    titles.push({
      title: random.pick(['加强政府自身建设', '全面加强政府自身建设', '切实加强政府自身建设', '建设人民满意政府']),
      role: 'governance',
    });
  }
  return titles;

  function reviewTitle(): string {
    if (axes.partTitle === 'short')
      return term ? '过去五年工作回顾' : random.pick(['过去一年工作回顾', '上年工作回顾']);
    const past = term ? '五年' : `${year - 1}年`;
    if (axes.partTitle === 'long') {
      return random.pick([
        `回望${past}，我们攻坚克难、奋发有为，推动${place.stem}各项事业取得新成就`,
        `砥砺前行谱新篇，${term ? '过去五年' : past}工作取得新进展`,
      ]);
    }
    if (term) return `过去五年和${year - 1}年工作回顾`;
    return random.pick([`${past}工作回顾`, `${past}政府工作回顾`, `关于${past}工作回顾`]);
  }

  function planTitle(): string {
    if (axes.partTitle === 'short') {
      return term ? '今年重点工作' : random.pick(['今年工作安排', '今年工作总体要求和重点任务']);
    }
    if (axes.partTitle === 'long') {
      return random.pick([
        `奋进${year}年，我们要锚定目标、勇毅前行，奋力开创${place.stem}发展新局面`,
        `真抓实干开新局，全力做好${year}年各项工作`,
      ]);
    }
    return random.pick([`${year}年工作安排`, `${year}年重点工作`, `${year}年工作总体要求和主要任务`]);
  }
}

/** Writes the parts from the review to the last words. */
export function writeBody(desk: Desk, partTitles: readonly PartTitle[]): void {
  const { axes, random, told, paragraph } = desk;
  const titles = [...partTitles];
  const scale = desk.place.kind === 'province' ? random.int(30, 60) : desk.place.kind === 'city' ? random.int(2, 6) : 1;
  const nextPart = (): void => {
    const gap = axes.parts === 'di' ? random.pick(['　', ' ', '：']) : '';
    const index = partTitles.length - titles.length;
    const part = titles.shift();
    if (part === undefined) return;
    const { title, ...role } = part;
    if (axes.parts === 'di-lines') writeTwoLinePart(desk, desk.partNumber(index), part);
    else desk.ownHeading(1, desk.partNumber(index), title, { gap, stop: '', ...role });
  };
  const sheet = (year: number, truths: FigureTruth[]): Sheet => ({
    random,
    writer: desk.writer,
    year,
    truths,
    scale,
    estimated: false,
    all: `全${desk.place.unit}`,
    grouped: axes.amounts === 'grouped',
  });
  const start = desk.writer.length;
  nextPart();
  const headline = writeReview(desk, sheet(desk.year - 1, desk.results));
  desk.open.push({ start, end: headline.start }, { start: headline.end, end: desk.writer.length });
  if (axes.plan === 'term') {
    nextPart();
    paragraph(told(random.pick(requirements)));
    paragraph(told(random.pick(termGoals)));
  }
  writePlan(desk, sheet(desk.year, desk.targets), nextPart);
  if (axes.governanceAt === 'part') {
    nextPart();
    writeGovernance(desk);
  }
  writeLeftovers(desk);
  paragraph(told(random.pick(closings)));
}

/** 第一部分 alone on a line, its title on the next. */
function writeTwoLinePart(desk: Desk, number: string, { title, ...role }: PartTitle): void {
  const { axes, headings, writer } = desk;
  const bold = axes.markdown === 'bold' ? '**' : '';
  writer.begin('heading');
  writer.put(`${desk.hashes(1)}${bold}`);
  const start = writer.length;
  writer.put(`${number}${bold}`);
  writer.begin('heading');
  writer.put(bold);
  const titleStart = writer.length;
  writer.put(`${title}${bold}`);
  headings.push({ level: 1, titles: [title], starts: [start, titleStart], optional: false, ...role });
}

// ----------------------------------------------------------------------------------------------------------- review

/** Gives back where the sentence of headline figures stands. */
function writeReview(desk: Desk, sheet: Sheet): Span {
  const { axes, random, writer, told, paragraph } = desk;
  const places: Span[] = [];
  const headline = (): void => {
    const start = writer.length;
    const introduction = told(resultIntroduction(desk));
    writeResults({ ...sheet, estimated: /^(?:预计|初步核算)/u.test(introduction) }, introduction);
    places.push({ start, end: writer.length });
  };
  paragraph(told(random.pick(axes.plan === 'term' ? termOpenings : reviewOpenings)));
  if (axes.resultsAt === 'own') writer.begin('body');
  if (axes.resultsAt !== 'block') headline();
  const style = styleOf(axes.reviewBlocks, axes.dot);
  const sibling = style.sibling ? random.pick(['一年来，我们', '这一年，我们', '过去一年，我们坚持']) : '';
  const long = style.sibling || random.chance(0.6);
  random.some(fields, desk.count(5, 7)).forEach((field, index) => {
    const [first, second] = random.pick(field.reviewTitles);
    const title = long ? `${sibling}${first}，${second}` : second;
    const figures = axes.resultsAt === 'block' && index === 0 ? headline : null;
    if (axes.reviewBlocks === 'none') {
      writer.begin('body');
      desk.plain(desk.sentences(field.reviewSentences, desk.count(3, 4), 'review'));
      figures?.();
    } else if (style.runIn) writeRunInReview(desk, field, style, index, title, figures);
    else writeOwnReview(desk, field, style, index, title, figures);
  });
  if (random.chance(0.3)) desk.line('body', random.pick(['各位代表！', '各位代表：', '同志们：']));
  paragraph(told(random.pick(thanks)));
  paragraph(told(random.pick(problems)));
  return places[0] ?? { start: writer.length, end: writer.length };
}

function resultIntroduction({ axes, random, year }: Desk): string {
  // Beside the five years of a term the year itself must be named.
  if (axes.plan === 'term') return random.pick([`${year - 1}年，`, `${year - 1}年全年`, `预计${year - 1}年`]);
  return random.pick(['全年', '初步核算，', '预计全年', '一年来，', `${year - 1}年，@all`, '主要经济指标稳中向好，']);
}

function writeRunInReview(
  desk: Desk,
  field: Field,
  style: Style,
  index: number,
  title: string,
  figures: (() => void) | null,
): void {
  const { random, writer } = desk;
  const { optional, bold } = style;
  writer.begin('body');
  desk.heading(2, style.number(index), title, { optional, bold, stop: '。' });
  figures?.();
  // Lead phrases inside a paragraph are not headings.
  const [lead = '', other = ''] = random.some(field.reviewLeads, 2);
  if (random.chance(0.4)) writer.put(`${lead}。`);
  writer.put(desk.sentences(field.reviewSentences, desk.count(2, 3), 'review'));
  if (random.chance(0.3)) writer.put(`${other}。${desk.sentences(field.reviewSentences, 2, 'review')}`);
}

function writeOwnReview(
  desk: Desk,
  field: Field,
  style: Style,
  index: number,
  title: string,
  figures: (() => void) | null,
): void {
  const { axes, random, writer } = desk;
  const below = styleOf(axes.reviewThird, axes.dot);
  desk.ownHeading(2, style.number(index), title, style.sibling ? { stop: '。' } : {});
  random.some(field.reviewLeads, desk.count(1, 2)).forEach((lead, at) => {
    const text = (): string => desk.sentences(field.reviewSentences, desk.count(2, 3), 'review');
    writer.begin('body');
    if (axes.reviewThird !== 'none') {
      desk.heading(3, below.number(at), lead, { bold: below.bold, stop: '。', optional: below.optional });
    }
    if (at === 0) figures?.();
    if (axes.reviewThird === 'none') desk.plain(text());
    else writer.put(text());
  });
}

// ------------------------------------------------------------------------------------------------------------- plan

function writePlan(desk: Desk, sheet: Sheet, nextPart: () => void): void {
  const { axes, random, told, paragraph } = desk;
  const framed = axes.planShape === 'framed';
  const joined = axes.join === 'part-block';
  const outer = styleOf(axes.planBlocks, axes.dot);
  nextPart();
  if (framed) {
    desk.ownHeading(2, outer.number(0), random.pick(['总体要求', '工作思路']));
    paragraph(told(random.pick(requirements)));
    desk.ownHeading(2, outer.number(1), random.pick(['主要预期目标', '发展目标']));
    writeTargetStatement(desk, sheet);
    desk.ownHeading(2, outer.number(2), random.pick(['重点任务', '重点工作']));
  } else if (joined) {
    // The first block shares the line of the part.
    desk.heading(2, outer.number(0), random.pick(['总体要求和预期目标', '总体思路和主要目标']));
    paragraph(told(random.pick(requirements)));
    writeTargetStatement(desk, sheet);
  } else {
    paragraph(`${told(random.pick(planOpenings))}${told(random.pick(requirements))}`);
    writeTargetStatement(desk, sheet);
    if (axes.planShape === 'split') nextPart();
    paragraph(
      random.pick([
        '实现上述目标，要重点抓好以下工作：',
        '为此，我们将着重抓好以下几个方面：',
        '围绕上述目标，突出抓好以下工作。',
      ]),
    );
  }
  const inner = framed ? styleOf(axes.planThird, axes.dot) : outer;
  const first = joined ? 1 : 0;
  const long = random.chance(0.6);
  const subject = random.pick(['', '', '坚定不移']);
  const chosen = random.some(fields, desk.count(6, 8));
  chosen.forEach((field, index) => {
    const [one, other] = random.pick(field.planTitles);
    const title = long ? `${one}，${other}` : `${subject}${one}`;
    writePlanBlock(desk, field, framed ? 3 : 2, inner, index + first, title);
  });
  if (axes.governanceAt === 'block') writeGovernanceBlock(desk, outer, chosen.length + first);
}

function writePlanBlock(desk: Desk, field: Field, level: number, style: Style, index: number, title: string): void {
  const { axes, random, writer } = desk;
  if (style.runIn) {
    writer.begin('body');
    desk.heading(level, style.number(index), title, { bold: style.bold, stop: '。', optional: style.optional });
    writer.put(desk.sentences(field.planSentences, desk.count(3, 4), 'plan'));
    return;
  }
  writeBlockTitle(desk, level, style, index, title);
  const third = axes.planShape === 'framed' ? 'none' : axes.planThird;
  if (third === 'none') {
    for (let at = 0; at < 2; at += 1) {
      writer.begin('body');
      desk.plain(desk.sentences(field.planSentences, desk.count(3, 3), 'plan'));
    }
    return;
  }
  const below = styleOf(third, axes.dot);
  random.some(field.planLeads, desk.count(2, 3)).forEach((lead, at) => {
    if (below.runIn) {
      // The first of them may share the line of its block.
      if (axes.join !== 'block-third' || at > 0) writer.begin('body');
      desk.heading(level + 1, below.number(at), lead, { bold: below.bold, stop: '。', optional: below.optional });
    } else {
      desk.ownHeading(level + 1, below.number(at), lead);
      if (axes.planFourth === 'none') writer.begin('body');
      else {
        writeFourth(desk, field, level + 2);
        return;
      }
    }
    writer.put(desk.sentences(field.planSentences, desk.count(2, 2), 'plan'));
  });
}

function writeFourth(desk: Desk, field: Field, level: number): void {
  const style = styleOf(desk.axes.planFourth, desk.axes.dot);
  desk.random.some(field.planLeads, 2).forEach((lead, index) => {
    desk.writer.begin('body');
    desk.heading(level, style.number(index), lead, { stop: '。' });
    desk.writer.put(desk.sentences(field.planSentences, 1, 'plan'));
  });
}

function writeBlockTitle(desk: Desk, level: number, style: Style, index: number, title: string): void {
  if (style.bold) {
    desk.writer.begin('heading');
    desk.heading(level, '', title, { bold: true });
  } else desk.ownHeading(level, style.number(index), title);
}

function writeTargetStatement(desk: Desk, sheet: Sheet): void {
  const { axes, random, writer, told } = desk;
  const introduction = introductions[axes.targetsForm as keyof typeof introductions];
  const lines = axes.targetsLines !== 'sentence';
  writer.begin('body');
  if (random.chance(0.2)) writer.put('统筹需要与可能，兼顾当前和长远，');
  writeTargets(sheet, told(introduction), {
    separator: lines ? '；' : axes.targetsSeparator,
    lines: lines ? (index) => (axes.targetsLines === 'dashes' ? '——' : `（${index + 1}）`) : null,
    onNewLine: () => writer.begin('body'),
  });
  if (lines) writer.begin('body');
  if (lines || random.chance(0.3)) writer.put('确定这样的目标，既考虑了发展基础，也体现了奋发进取的要求。');
}

// ------------------------------------------------------------------------------------------------------- governance

function writeGovernance(desk: Desk): void {
  const { axes, random, writer, told, paragraph } = desk;
  const style = styleOf(axes.governanceBlocks, axes.dot);
  paragraph(told(random.pick(governanceOpenings)));
  random.some(governanceTitles, random.int(3, 5)).forEach(([first, second, text], index) => {
    writer.begin('body');
    desk.heading(2, style.number(index), `${first}，${second}`, {
      bold: style.bold,
      optional: style.optional,
      stop: '。',
    });
    writer.put(told(text));
    if (random.chance(0.5)) writer.put(desk.terms.use('plan'));
  });
}

/** The last block of the plan may be that of the government itself. */
function writeGovernanceBlock(desk: Desk, style: Style, index: number): void {
  const { random, writer, told } = desk;
  const title = random.pick(['加强政府自身建设', '坚持从严治政，建设人民满意政府']);
  const texts = random.some(governanceTitles, 3).map(([, , text]) => told(text));
  if (style.runIn) {
    writer.begin('body');
    desk.heading(2, style.number(index), title, { bold: style.bold, stop: '。' });
    writer.put(texts.join(''));
    return;
  }
  writeBlockTitle(desk, 2, style, index, title);
  for (const text of texts) {
    writer.begin('body');
    desk.plain(text);
  }
}

/** Terms that the body has yet to use. */
function writeLeftovers({ terms, paragraph }: Desk): void {
  for (let index = 0; terms.waiting > 0; index += 1) {
    const uses = [terms.use('plan'), terms.use('plan'), terms.use('plan')].join('');
    paragraph(`${leftovers[index % leftovers.length] ?? ''}${uses}`);
  }
}
