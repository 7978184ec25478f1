import { fields } from './content';
import { chineseNumber, escaped, noteMarker, type Desk } from './desk';
import { headword, type PoolTerm } from './glossary-content';

/** Writes glossary and annexes in the order of the layout. */
export function writeBack(desk: Desk): void {
  const { axes } = desk;
  const annexFirst = axes.annexOrder === 'before';
  writeSignature(desk);
  if (axes.annex !== 'none' && annexFirst) writeAnnex(desk);
  if (axes.glossary !== 'none') writeGlossary(desk);
  if (axes.annex !== 'none' && !annexFirst) writeAnnex(desk);
}

/** What may stand between the last words and the annexes: a date, the list of what is attached. */
function writeSignature({ axes, random, place, year, line }: Desk): void {
  if (axes.signature === 'date') {
    line('meta', `${place.name}人民政府`);
    line('meta', `${year}年${random.int(1, 3)}月${random.int(2, 27)}日`);
  }
  if (axes.signature === 'attachments') {
    const attached = [
      ...(axes.glossary === 'none' ? [] : ['名词解释']),
      ...(axes.annex === 'none' ? [] : [`${year}年有关情况表`]),
      '有关数据说明',
    ];
    attached.forEach((name, index) => line('meta', `${index === 0 ? '附件：' : '　　　'}${index + 1}.${name}`));
  }
}

// --------------------------------------------------------------------------------------------------------- glossary

function writeGlossary(desk: Desk): void {
  const { axes, random, terms } = desk;
  writeGlossaryHeading(desk);
  if (axes.glossaryNote === 'yes') {
    desk.line(
      'entry',
      random.pick(['（按报告中出现的先后排序）', '（以文中首次出现先后为序）', '（供代表审议报告时参考）']),
    );
  }
  // Notes of an abridged report may begin later.
  let number = axes.glossaryStart === 'later' && axes.glossary === 'entries' ? random.int(3, 9) : 0;
  for (let at = 0; at < terms.listed.length; at += 1) {
    const [term, next] = terms.listed.slice(at, at + 2);
    if (term === undefined) return;
    number += 1;
    if (axes.glossaryPairs === 'yes' && next !== undefined && at % 4 === 1) {
      writePair(desk, number, [term, next]);
      at += 1;
    } else writeEntry(desk, number, term, axes.glossaryLines === 'two' && at % 2 === 1);
  }
}

function writeGlossaryHeading(desk: Desk): void {
  const { axes, writer } = desk;
  // A slash parts what stands on two lines.
  const heading = axes.glossaryHead.replace('若干', String(desk.terms.listed.length));
  const [name = '', label] = heading.split('/').reverse();
  const starts: number[] = [];
  if (label !== undefined) {
    writer.begin('heading');
    starts.push(writer.length);
    writer.put(label);
  }
  writer.begin('heading');
  writer.put(axes.markdown === 'glossary-only' ? '## ' : desk.hashes(1));
  if (axes.markdown === 'bold') writer.put('**');
  const start = writer.length;
  writer.put(axes.markdown === 'bold' ? `${name}**` : name);
  starts.unshift(start, start + Math.max(0, name.indexOf('名词')));
  // A label before the title may be counted to it, brackets round it may not.
  const title = name.replace(/[：（）]$|^（/gu, '');
  const unlabelled = title.replace(/^附(?:件\d?)?[： ]?|（共\d+条$/gu, '');
  desk.headings.push({ level: 1, titles: [unlabelled, title, name], starts, optional: false, role: 'glossary' });
}

function writeEntryNumber({ axes, writer }: Desk, number: number): number | null {
  if (axes.glossaryNumber === '- ') writer.put('- ');
  if (axes.glossaryNumber === 'none' || axes.glossaryNumber === '- ') return null;
  const marker = noteMarker(axes.glossaryNumber, number);
  writer.put(axes.escapes === 'yes' ? escaped(marker) : marker);
  return number;
}

function writeEntry(desk: Desk, number: number, term: PoolTerm, onSameLine: boolean): void {
  const { axes, writer, terms } = desk;
  const bold = axes.glossaryBold;
  const separator = axes.glossarySeparator;
  if (!onSameLine) writer.begin('entry');
  if (bold === 'all') writer.put('**');
  const numberStart = writer.length;
  const printedNumber = writeEntryNumber(desk, number);
  // Without a number the entry starts at its headword, inside the bold type.
  const start = printedNumber === null ? writer.length + (bold === 'head' ? 2 : 0) : numberStart;
  const name = headword(term, terms.quoting);
  if (bold === 'head') writer.put(`**${name}**`);
  else if (bold === 'inside') writer.put(name.replace(/“([^“”]*)”/u, '“**$1**”'));
  else writer.put(name);
  const colon = separator === '：' || separator === '——' ? separator : '';
  // Bold type ends before or after the colon.
  if (bold === 'all') writer.put(separator === '：' ? '：**' : `**${colon}`);
  else writer.put(colon);
  if (separator === 'next-line') writer.begin('entry');
  const opener = separator === '指' || separator === '是指' ? separator : axes.glossaryOpener.replace('none', '');
  const definitionStart = writer.length;
  const definition = `${opener}${term.definition}`;
  writer.put(definition);
  desk.glossary.push({
    start,
    end: writer.length,
    number: printedNumber,
    term: name,
    definition,
    definitionStart,
    definitionEnd: writer.length,
    used: terms.isUsed(term),
  });
}

/** Two terms explained together: “甲”“乙”：“甲”指…；“乙”指…。 */
function writePair(desk: Desk, number: number, pair: readonly PoolTerm[]): void {
  const { random, writer, terms } = desk;
  writer.begin('entry');
  const numberStart = writer.length;
  const printedNumber = writeEntryNumber(desk, number);
  const start = printedNumber === null ? writer.length : numberStart;
  const names = pair.map((term) => headword(term, 'full'));
  writer.put(`${names.join(random.pick(['、', '和', '']))}：`);
  const definitionStart = writer.length;
  const clauses = pair.map((term, index) => `${names[index] ?? ''}指${term.definition.replace(/。$/u, '')}`);
  const definition = `${clauses.join('；')}。`;
  writer.put(definition);
  for (const [index, term] of pair.entries()) {
    desk.glossary.push({
      start,
      end: writer.length,
      number: printedNumber,
      term: names[index] ?? '',
      definition,
      definitionStart,
      definitionEnd: writer.length,
      used: terms.isUsed(term),
    });
  }
}

// ---------------------------------------------------------------------------------------------------------- annexes

function writeAnnex(desk: Desk): void {
  const start = desk.writer.length;
  annexes[desk.axes.annex]?.(desk);
  desk.open.push({ start, end: desk.writer.length });
}

const annexes: Readonly<Record<string, (desk: Desk) => void>> = {
  livelihood(desk) {
    const { axes, place, random, year, told } = desk;
    writeAnnexHeading(desk, [`${year}年${place.name}民生实事项目`, `${year}年民生实事项目清单`]);
    const withOwner = random.chance(0.5);
    random.some(fields, 7).forEach((field, index) => {
      const owner = `（牵头单位：${place.unit}${random.pick(['教育局', '住建局', '交通局', '民政局'])}）`;
      const text = told(random.pick(field.planSentences)).replace(/。$/u, '');
      desk.line('body', `${index + 1}${axes.dot}${text}${withOwner ? owner : ''}。`);
    });
  },
  projects(desk) {
    const { place, random, year, told, writer } = desk;
    writeAnnexHeading(desk, [`${year}年${place.name}十件民生实事`, `${year}年为民办实事工程`]);
    random.some(fields, 6).forEach((field, index) => {
      writer.begin('heading');
      desk.heading(2, `${chineseNumber(index + 1)}、`, random.pick(projectNames[index] ?? ['']));
      desk.line('body', told(random.pick(field.planSentences)));
    });
  },
  awards(desk) {
    const { place, random, year, line } = desk;
    writeAnnexHeading(desk, [`${place.name}${year - 1}年获得省级以上荣誉一览表`]);
    for (const cell of ['序号', '获奖单位', '荣誉名称', '授予时间']) line('annex', cell);
    const rows = random.int(6, 14);
    for (let row = 1; row <= rows; row += 1) {
      line('annex', String(row));
      line('annex', `${place.unit}${random.pick(['税务局', '实验小学', '文化馆', '人民医院', '融媒体中心'])}`);
      line('annex', random.pick(['先进集体', '示范单位', '优秀组织奖', '青年文明号', '平安建设先进单位']));
      line('annex', `${year - 1}.${random.int(1, 12)}`);
    }
  },
  indicators(desk) {
    const { random, year, line } = desk;
    writeAnnexHeading(desk, [`${year}年主要经济指标计划表`]);
    for (const cell of ['指标名称', '单位', `${year - 1}年完成`, `${year}年计划`]) line('annex', cell);
    for (const name of ['地区生产总值', '固定资产投资', '社会消费品零售总额', '城镇居民人均可支配收入']) {
      line('annex', name);
      line('annex', name.endsWith('收入') ? '元' : '亿元');
      line('annex', String(random.decimal(20, 900, 1)));
      line('annex', `增长${random.int(3, 9)}%`);
    }
  },
};

/** Titles of projects in an annex, each on a line of its own. */
const projectNames = [
  ['教育惠民工程', '学位扩充工程'],
  ['健康守护工程', '便民就医工程'],
  ['老旧小区改造工程', '安居提升工程'],
  ['农村道路畅通工程', '饮水安全工程'],
  ['助老暖心工程', '爱幼托育工程'],
  ['平安消防工程', '就业帮扶工程'],
];

function writeAnnexHeading(desk: Desk, titles: readonly string[]): void {
  const { axes, random, writer } = desk;
  const title = random.pick(titles);
  const label = random.pick(['', '', '附件1：', '附：']);
  const bold = axes.markdown === 'bold' ? '**' : '';
  writer.begin('heading');
  writer.put(`${desk.hashes(1)}${bold}`);
  const start = writer.length;
  writer.put(label);
  const titleStart = writer.length;
  writer.put(`${title}${bold}`);
  desk.headings.push({
    level: 1,
    titles: [title, `${label}${title}`],
    starts: [start, titleStart],
    optional: false,
    role: 'annex',
  });
}
