import type { PartTitle } from './body';
import { chineseNumber, type Desk } from './desk';
import { writeHead } from './pages';
import type { Truth } from './truth';

const surnames = ['沈', '陆', '顾', '韩', '郭', '钟', '邵', '温', '柏', '祝'];
const givenNames = ['明远', '建安', '晓岚', '立群', '一鸣', '雪梅', '志刚', '宁', '岩', '文博'];

/** Writes everything before the first part and tells who reports, for which year, when. */
export function writeFront(
  desk: Desk,
  partTitles: readonly PartTitle[],
): Pick<Truth, 'issuer' | 'region' | 'planYear' | 'date' | 'session' | 'speaker' | 'post'> {
  const { axes, place, random, year, line } = desk;
  const congress = {
    term: random.pick(['十一', '十二', '十四', '十五', '十七', '十八', '十九']),
    sitting: random.pick(['一', '二', '三', '四', '五', '六']),
  };
  const head = writeHead(axes, place, year, random, line);
  if (axes.front === 'yes') {
    line('meta', `${place.name}${congress.term}届人大${congress.sitting}次会议`);
    line('meta', `会议文件（${random.pick(['一', '二', '七'])}）`);
  }
  writeTitle(desk);
  const speakerFirst = axes.metaOrder === 'speaker-first' && axes.titleForm !== 'one-line';
  const before = speakerFirst ? writeSpeaker(desk) : null;
  const meeting = writeMeeting(desk, congress);
  if (axes.credits === 'source') {
    line('page', `来源：${place.stem}日报`);
    line('page', `时间：${year}-0${random.int(2, 4)}-${random.int(10, 27)}`);
  }
  const after = speakerFirst ? null : writeSpeaker(desk);
  if (axes.credits === 'photograph') {
    line('page', random.pick(['大会会场。（本报记者 方一帆 摄）', '图为大会开幕现场。本报记者 梁松摄']));
  }
  const person = before ?? after;
  if (axes.contents === 'yes') writeContents(desk, partTitles);
  line('meta', random.pick(['各位代表：', '各位代表：', '各位代表、同志们：']));
  writeOpening(desk);
  return {
    issuer: place.name,
    region: axes.titleForm === 'region' || axes.sessionForm === 'region' ? place.parent : null,
    planYear: year,
    date: meeting.date ?? (head.dated ? undefined : null),
    session: meeting.session,
    speaker: person?.name ?? null,
    post: person?.post ?? null,
  };
}

function writeTitle({ axes, place, random, writer, year }: Desk): void {
  const plain = '政府工作报告';
  const titles: Readonly<Record<string, string>> = {
    plain,
    year: `${year}年${plain}`,
    place: `${place.name}${random.chance(0.5) ? `${year}年` : ''}${plain}`,
    region: `${year}年${place.parent ?? ''}${place.name}${plain}`,
    suffixed: `${place.name}${year}年${plain}${random.pick(['（全文）', '（摘要）', '（审议稿）'])}`,
    'one-line': `${year}年${place.name}${plain}`,
    spaced: plain.replace(/(?!^)/gu, ' '),
  };
  const title = titles[axes.titleForm];
  if (title === undefined) return;
  writer.begin('title');
  if (axes.markdown === 'hashes') writer.put('# ');
  writer.put(axes.markdown === 'bold' ? `**${title}**` : title);
}

function writeMeeting(
  { axes, place, random, year, line, writer }: Desk,
  congress: { readonly term: string; readonly sitting: string },
): Pick<Truth, 'date' | 'session'> {
  const { term, sitting } = congress;
  const month = random.int(1, 3);
  const day = random.int(2, 27);
  const date = `${year}年${month}月${day}日`;
  const chineseYear = String(year).replace(/\d/gu, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '');
  const chinese = `${chineseYear}年${chineseNumber(month)}月${chineseNumber(day)}日`;
  const assembly = `${place.name}第${term}届人民代表大会`;
  const forms: Readonly<Record<string, readonly string[]>> = {
    dash: [`——${date}在${assembly}第${sitting}次会议上`],
    brackets: [`（${date}在${assembly}第${sitting}次会议上）`],
    short: [`（${date}在${place.unit}${term}届人大${sitting}次会议上）`],
    broken: [`——${date}在${assembly}`, `第${sitting}次会议上`],
    chinese: [`——${chinese}在${assembly}第${sitting}次会议上`],
    region: [`——${date}在${place.parent ?? ''}${assembly}第${sitting}次会议上`],
    lines: [`——在${assembly}第${sitting}次会议上`, `（${date}）`],
    'date-only': [`（${date}）`],
  };
  const lines = forms[axes.sessionForm];
  for (const [index, text] of (lines ?? []).entries()) {
    // Page titles of web copies have the meeting in brackets behind the title.
    if (axes.titleForm === 'one-line' && index === 0 && text.startsWith('（')) writer.put(text);
    else line('meta', text);
  }
  return {
    date: lines === undefined ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    session: lines === undefined || axes.sessionForm === 'date-only' ? null : [term, sitting],
  };
}

function writeSpeaker({ axes, place, random, line }: Desk): { name: string; post: string } | null {
  const surname = random.pick(surnames);
  const givenName = random.pick(givenNames);
  const name = `${surname}${givenName}`;
  const post = place.kind === 'banner' ? '旗长' : `${place.unit}长`;
  switch (axes.speakerForm) {
    case 'full':
      line('meta', `${place.name}人民政府${post} ${name}`);
      return { name, post };
    case 'acting':
      line('meta', `${place.unit}人民政府代${post}　${name}`);
      return { name, post: `代${post}` };
    case 'short':
      line('meta', `${post} ${name}`);
      return { name, post };
    case 'spaced':
      line('meta', `${place.name}${post}　${givenName.length === 1 ? `${surname}　${givenName}` : name}`);
      return { name, post };
    case 'colon':
      line('meta', `${post}：${name}`);
      return { name, post };
    case 'reporter':
      line('meta', `报告人：${place.name}${post} ${name}`);
      return { name, post };
    default:
      return null;
  }
}

/** The table of contents of a printed booklet: its lines look like the headings of the parts. */
function writeContents({ random, line, partNumber }: Desk, partTitles: readonly PartTitle[]): void {
  line('meta', random.pick(['目　录', '目录']));
  let page = 1;
  partTitles.forEach(({ title }, index) => {
    line('meta', `${partNumber(index)}${title}${'…'.repeat(random.int(6, 12))}${page}`);
    page += random.int(3, 9);
  });
}

function writeOpening({ axes, place, random, paragraph }: Desk): void {
  const government: Readonly<Record<string, string>> = {
    full: `${place.name}人民政府`,
    local: `${place.unit}人民政府`,
    body: '本届政府',
  };
  const now = random.pick(['现在，', '现在，', '']);
  const reports = random.pick([
    '向大会报告工作',
    '，向大会报告政府工作',
    '向大会作政府工作报告',
    '，向大会报告过去一年的工作，对今年工作提出建议',
  ]);
  const members = random.pick([`${place.unit}政协委员`, '各位政协委员', `${place.unit}政协各位委员`]);
  paragraph(
    `${now}我代表${government[axes.openingForm] ?? ''}${reports}，请予审议，并请${members}和列席人员提出意见。`,
  );
}
