import type { ReportInfo } from '../model';
import { isHan } from '../text/characters';
import type { Survey } from '../text/document';
import { readFrontMatter } from './front-matter';
import type { Found } from './headings';
import { isMeetingLine, isSalutation, isTitle, withoutTail } from './landmarks';
import type { Line } from './lines';
import { chineseNumber } from './numbering';
import type { Paragraph } from './paragraphs';
import { roleOfTitle } from './roles';
import type { Zones } from './zones';

interface Evidence {
  readonly lines: readonly Line[];
  readonly zones: Zones;
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Found[];
  readonly look: Survey;
  readonly path: string | null;
  readonly force: boolean;
}

/** Tells whether the text is a government work report, and whose. Null for anything else. */
export function identify(evidence: Evidence): ReportInfo | null {
  const { lines, zones, paragraphs, headings, look, force } = evidence;
  const head = lines.slice(Math.max(0, zones.from - 12), Math.min(lines.length, zones.body + 1));
  // A title that goes on with its meeting may be broken between the two.
  const title =
    head.find((line) => isTitle(line.text) && line === lines[zones.from]) ??
    head.find((line) => isTitle(line.text)) ??
    paragraphs.find(({ kind, text }) => (kind === 'title' || kind === 'meta') && isTitle(text));
  const opening =
    paragraphs.find((p) => p.kind === 'body' && OPENING.test(p.text.slice(0, 160)))?.text.slice(0, 160) ?? null;
  const meeting = readMeeting(paragraphs, zones);
  if (!force && !isReport(evidence, title?.text ?? null, opening, meeting !== null)) return null;
  const name = fileName(evidence.path);
  const speaker = readSpeaker(paragraphs, lines, zones);
  const place = findPlace(title?.text ?? null, meeting?.place ?? null, speaker?.place ?? null, opening, head, name);
  const told = readFrontMatter(lines);
  return {
    title: cleanTitle(title?.text ?? '政府工作报告'),
    issuer: told.issuer ?? place?.issuer ?? null,
    region: told.region ?? (place === null ? null : (place.region ?? parentInText(place.issuer, paragraphs))),
    planYear: told.planYear ?? findPlanYear(evidence, title?.text ?? null, meeting, headings, name),
    date: meeting?.date ?? null,
    session: meeting?.session ?? null,
    speaker: speaker?.name ?? null,
    post: speaker?.post ?? null,
    script: look.script,
  };
}

/** 现在，我代表区人民政府向大会报告工作，请予审议。 */
const OPENING =
  /(?:[我谨]|^|，)谨?代表.{0,24}(?:人民政府|国务院|[省市区县旗盟州]政府|政府|自治区|行政公署|行署|管委会|管理委员会).{0,16}(?:报告|作).{0,12}(?:工作|报告|审议)/;
/** Bodies whose reports are built alike and are none of a government. */
const OTHERS =
  /人大常委会|常务委员会|法院|检察院|政协|党委|党组|党支部|党总支|党工委|[省市区县旗盟州]委|(?<!管理)委员会|纪委|中共|公司|学校|协会/;
/** Reports that a department gives on the government's behalf. */
const ENTRUSTED = /受.{0,20}政府.{0,4}委托/;
const OTHER_TITLE =
  /法院|检察院|常委会|常务委员会|政协|党支部|党委|党组|工会|共青团|妇联|预算|决算|国民经济和社会发展计划|学校|公司|协会|(?<!管理)委员会工作报告|述职|纪要|解读|新闻|通知|方案|讲话|学习|心得|摘编|决议|主持词|议程|公报|开幕|闭幕|召开/;

/** Adds up what speaks for a report; what only looks like one lacks the opening sentence, the parts and the address. */
function isReport(evidence: Evidence, title: string | null, opening: string | null, meeting: boolean): boolean {
  const { lines, zones, paragraphs, headings, path } = evidence;
  const body = paragraphs.filter((p) => p.kind === 'body');
  const length = body.reduce((sum, p) => sum + p.text.length, 0);
  if (length < 300) return false;
  const start = body
    .slice(0, 3)
    .map((p) => p.text.slice(0, 200))
    .join('\n');
  if (ENTRUSTED.test(start) || OTHERS.test(speakerOf(start))) return false;
  const named = title !== null && isTitle(title) && !title.endsWith('政府报告');
  const first = lines.slice(0, zones.body).filter((line) => line.text.length <= 50);
  if (
    !named &&
    first.some(
      (line) =>
        OTHER_TITLE.test(line.text) &&
        /报告|纪要|解读|通知|方案|讲话|决议|主持词|议程|公报|会议/.test(line.text) &&
        !isMeetingLine(line.text),
    )
  )
    return false;
  let score = 0;
  if (opening !== null) score += 3;
  if (named) score += 2;
  if (meeting) score += 1;
  if (
    lines.slice(0, zones.body + 1).some((line) => isSalutation(line.text)) ||
    body.some((p) => p.text.startsWith('各位代表'))
  )
    score += 1;
  const roles = headings.filter((heading) => heading.level <= 2).map((heading) => roleOfTitle(heading.title, null));
  const review = roles.includes('review');
  const plan = roles.includes('plan') || roles.includes('targets');
  if (review && plan) score += 2;
  else if (review || plan) score += 1;
  if (roles.includes('governance')) score += 1;
  if (body.some((p) => p.text.slice(0, 200).includes('预期目标') && p.text.includes('增长'))) score += 1;
  if (path?.includes('政府工作报告') === true) score += 2;
  // An excerpt may have lost everything but a full title and its parts.
  if (named && /\d{4}年/.test(title) && headings.filter((heading) => heading.level === 1).length >= 2) score += 1;
  return score >= 4 && (length >= 800 || opening !== null);
}

/** On whose behalf somebody speaks: 我代表(…)向大会报告. Empty where nobody says so. */
function speakerOf(text: string): string {
  return /代表(?!大会|们|团)([^，。\n]{1,24}?)(?:[向作，]|报告)/.exec(text)?.[1] ?? '';
}

interface Meeting {
  readonly date: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly place: string | null;
  readonly session: string | null;
}

/** 2024年1月22日, 二〇二四年一月二十二日. */
const DATE =
  /(\d{4}|[二一][〇零○九][〇零○一二三四五六七八九]{2})年(\d{1,2}|[一二三四五六七八九十]{1,2}|元)月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?/;
/** A date alone on its line, in brackets or after a dash. */
const DATE_LINE =
  /^[（(—]{0,2}(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2}|元)月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号][）)]?$/;

/** 在青禾区第三届人民代表大会第一次会议上; also 青禾区三届人大一次会议. */
const SESSION =
  /^[在于—（(，-]{0,4}([^—\d，。]{0,24}?)(第?[一二三四五六七八九十]{1,3}届(?:全国)?(?:人民代表大会|人大)(?:常务委员会)?第?[一二三四五六七八九十]{1,3}次(?:全体)?会议)/;

/** The meeting line of the title block: when and where the report was given. */
function readMeeting(paragraphs: readonly Paragraph[], zones: Zones): Meeting | null {
  const limit = zones.body + 2;
  const near = paragraphs.filter((p) => p.line <= limit && p.line >= zones.from - 6 && p.text.length <= 120);
  const best = near.find((p) => isMeetingLine(p.text) && DATE.test(p.text)) ?? near.find((p) => isMeetingLine(p.text));
  const dated =
    best !== undefined && DATE.test(best.text)
      ? best
      : near.find((p) => DATE.test(p.text) && (p.line >= zones.from ? p.text.length <= 60 : DATE_LINE.test(p.text)));
  if (!best && !dated) return null;
  const date = dated ? readDate(dated.text) : null;
  const line = best === undefined ? '' : best.text.slice(isTitle(best.text) ? withoutTail(best.text).length : 0);
  // The meeting stands behind the title, on a line of its own, or before the title: 在…会议上的政府工作报告.
  const session = sessionIn(line) ?? sessionIn(best?.text ?? '');
  const national = session?.[2]?.includes('全国') === true;
  return {
    date: date?.iso ?? null,
    year: date?.year ?? null,
    month: date?.month ?? null,
    place: national ? '国务院' : placeBefore(session?.[1]),
    session: session?.[2] ?? null,
  };
}

function sessionIn(line: string): RegExpExecArray | null {
  return SESSION.exec(line.replace(/^(?:[—\-（(]{1,4}|一一(?=[在于\d二]))/, '').replace(DATE, ''));
}

/** The place that holds a meeting; who speaks there may be named before it: 县长李某在南湾县. */
function placeBefore(text: string | undefined): string | null {
  const place = text?.slice(text.lastIndexOf('在') + 1) ?? '';
  return place === '' ? null : place;
}

function readDate(text: string): { iso: string | null; year: number; month: number } | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const year = readYear(match[1] ?? '');
  const month = readSmall(match[2] ?? '');
  const day = match[3] === undefined ? null : readSmall(match[3]);
  if (year === null || month === null || month < 1 || month > 12) return null;
  const iso =
    day !== null && day >= 1 && day <= 31
      ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      : null;
  return { iso, year, month };
}

function readYear(text: string): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  const digits = Array.from(text, (c) => '〇一二三四五六七八九'.indexOf(c === '零' || c === '○' ? '〇' : c));
  return digits.includes(-1) ? null : Number(digits.join(''));
}

function readSmall(text: string): number | null {
  if (text === '元') return 1;
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text);
}

interface Speaker {
  readonly name: string | null;
  readonly post: string;
  readonly place: string | null;
}

/** 青禾区人民政府代区长张三 · 区长 李四 · 国务院总理 · 自治区人民政府主席. */
const SPEAKER =
  /^(.{0,24}?)(代?(?:区长|县长|市长|省长|主席|州长|盟长|旗长|总理|镇长|乡长|专员))：?([\u4e00-\u9fff·]{2,12})?$/;

function readSpeaker(paragraphs: readonly Paragraph[], lines: readonly Line[], zones: Zones): Speaker | null {
  for (const p of paragraphs) {
    if (p.line < zones.from - 2 || p.line > zones.body || p.text.length > 40 || /[。，；]/.test(p.text)) continue;
    if (isTitle(p.text)) continue;
    const text = p.text.replace(/^[（(]|[）)]$/g, '').replace(/^(?:报告人|作报告人|汇报人)：?/, '');
    const match = SPEAKER.exec(text);
    if (!match) continue;
    const place = (match[1] ?? '').replace(/人民政府$|政府$/, '');
    const name = match[3] ?? lines[p.line + 1]?.text ?? null;
    return {
      name: name !== null && /^[\u4e00-\u9fff·]{2,12}$/.test(name) ? name : null,
      post: match[2] ?? '',
      place: place === '' ? null : place,
    };
  }
  return null;
}

interface Place {
  readonly issuer: string;
  readonly region: string | null;
}

/** A line of nothing but a place, a year or 人民政府: 2025年云川市青禾区人民政府. */
const PLACE_LINE = /^(?:20\d\d年)?[\u4e00-\u9fff]{1,12}[省市区县旗盟州乡镇](?:人民政府|政府|行政公署|行署)?$/;

/** Names that only say what kind of place it is. */
const BARE = /^我?(?:自治区|自治州|自治县|[省市区县旗盟州本]|地区|(?:开发|高新|经开|新|园)区|全国)$/;

/** Whose report it is, from the surest witness to the weakest. */
function findPlace(
  title: string | null,
  meeting: string | null,
  speaker: string | null,
  opening: string | null,
  head: readonly Line[],
  name: string | null,
): Place | null {
  const opened =
    opening === null
      ? null
      : (/代表(.{0,24}?)(?:人民政府|政府|行政公署|行署|管委会|管理委员会|办事处|，)/.exec(opening)?.[1] ?? null);
  if (opening?.includes('代表国务院') === true) return { issuer: '国务院', region: null };
  const titles = head.filter((line) => isTitle(line.text)).map((line) => placeOfTitle(line.text));
  // The title may fill two lines: 云川市青禾区 above 政府工作报告.
  const above = head.find((line, i) => PLACE_LINE.test(line.text) && isTitle(head[i + 1]?.text ?? ''))?.text ?? null;
  const witnesses = [
    meeting,
    title === null ? null : placeOfTitle(title),
    speaker,
    above === null ? null : placeOfTitle(above),
    opened,
    ...titles,
    name === null ? null : placeOfTitle(name),
  ];
  let issuer: string | null = null;
  let region: string | null = null;
  for (const witness of witnesses) {
    if (witness === null) continue;
    const place = splitPlace(witness);
    if (place === null || BARE.test(place.issuer)) continue;
    issuer ??= place.issuer;
    if (place.region !== null && place.issuer === issuer) region ??= place.region;
  }
  return issuer === null ? null : { issuer, region };
}

/** A parent named right before the issuer somewhere in the text: 云川市青禾区. The most frequent one counts. */
function parentInText(issuer: string, paragraphs: readonly Paragraph[]): string | null {
  if (!/[区县旗市]$/.test(issuer)) return null;
  const counts = new Map<string, number>();
  for (const { kind, text } of paragraphs) {
    if (kind === 'page') continue;
    for (let at = text.indexOf(issuer, 1); at >= 0; at = text.indexOf(issuer, at + 1)) {
      const parent = /(?:^|[^\u4e00-\u9fff]|[省在是为对以由]|自治区)([\u4e00-\u9fff]{2,5}(?:市|盟|自治州|地区))$/.exec(
        // A date with blanks to fill in is no part of a name: 2026年×月×日在云川市青禾区.
        text.slice(Math.max(0, at - 12), at).replace(/^.{0,9}[月日号]在/, ''),
      )?.[1];
      if (parent !== undefined && !/^[全本我各该]/.test(parent)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** 2025年云川市青禾区人民政府工作报告 → 云川市青禾区. */
function placeOfTitle(text: string): string | null {
  const bare = text
    .replace(/\.[a-z]{1,8}$/i, '')
    .replace(/^[（([【].{1,10}[）)\]】]/, '')
    .replace(/[\d〇零○一二三四五六七八九]{2,4}年?度?/g, '')
    .replace(/(?:人民政府|政府|行政公署|行署|办事处|管委会|管理委员会).*$/, '');
  const named = withinHan(bare.split(/[（(《]/)[0] ?? '');
  return named.length >= 2 && named.length <= 20 ? named : null;
}

/** From the first Han character to the last. */
function withinHan(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && !isHan(text.charCodeAt(from))) from++;
  while (to > from && !isHan(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** A province-level or prefecture-level name that stands before the issuer's own. */
const PARENT = /^(.{2,8}?(?:[省市盟州]|自治区|自治州|地区))(.{1,14}(?:[区县旗市州盟]|林区|特区|地区))$/;
const PLACE_END = /(?:[省市区县旗盟州乡镇]|自治区|特别行政区|地区|林区|特区|街道|苏木)$/;

function splitPlace(text: string): Place | null {
  let rest = text.replace(/^(?:中国|在|于|我们)+/, '');
  if (/国务院|全国/.test(rest)) return { issuer: '国务院', region: null };
  if (!PLACE_END.test(rest) || /[，。；、]/.test(rest)) return null;
  let region: string | null = null;
  for (let turn = 0; turn < 2; turn++) {
    if (PROVINCES.test(rest)) break;
    const match = PARENT.exec(rest);
    if (!match?.[1] || !match[2] || match[2].length < 2 || /^(?:自治|[市区县])/.test(match[2])) break;
    region = match[1];
    rest = match[2];
  }
  return rest.length >= 2 ? { issuer: rest, region } : null;
}

/** An autonomous region is one name, not a parent with a 区 below it. */
const PROVINCES = /^(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区$/;

function fileName(path: string | null): string | null {
  if (path === null) return null;
  const base = path.split(/[\\/]/).pop() ?? '';
  return base.replace(/\.[A-Z0-9]{1,8}$/i, '');
}

function cleanTitle(text: string): string {
  const bare = isMeetingLine(text) ? withoutTail(text) : text;
  return bare.replace(/^[（([【].{1,10}[）)\]】]/, '');
}

/** The year whose work is planned: by the plan's heading, else the meeting, the title, the file name, the review. */
function findPlanYear(
  evidence: Evidence,
  title: string | null,
  meeting: Meeting | null,
  headings: readonly Found[],
  name: string | null,
): number | null {
  const outer = headings.filter((heading) => heading.level <= 2);
  const yearsOf = (text: string): number[] =>
    [...text.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)].map((match) => Number(match[1]));
  const planned = outer
    .filter((heading) => roleOfTitle(heading.title, null) === 'plan')
    .flatMap((heading) => yearsOf(heading.title));
  const reviewed = outer
    .filter((heading) => roleOfTitle(heading.title, null) === 'review')
    .flatMap((heading) => yearsOf(heading.title));
  const met = meeting?.year ?? null;
  const near = (year: number): boolean => met === null || (year - met >= 0 && year - met <= 1);
  const plan = planned.find(near);
  if (plan !== undefined) return plan;
  if (met !== null && reviewed.length > 0 && near(Math.max(...reviewed) + 1)) return Math.max(...reviewed) + 1;
  if (met !== null) return (meeting?.month ?? 1) >= 11 ? met + 1 : met;
  const titled = title === null ? [] : [...title.matchAll(/(20\d\d|19\d\d)/g)].map((match) => Number(match[1]));
  if (titled[0] !== undefined) return titled[0];
  if (reviewed.length > 0) return Math.max(...reviewed) + 1;
  const named = name === null ? null : /(20\d\d|19\d\d)/.exec(name);
  if (named) return Number(named[1]);
  const body = evidence.paragraphs.filter((p) => p.kind === 'body').slice(0, 60);
  const counts = new Map<number, number>();
  for (const p of body) for (const year of yearsOf(p.text)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0];
  return common ? common[0] + 1 : null;
}
