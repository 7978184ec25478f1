import type { Random } from '../../layouts/random';
import type { FaultKind, Host, Place, Planter } from '../fault';
import { changing, paragraphs, partsOf, saying } from '../parts';

/** Words of every report, with the writing that a converter or a copied page gives them. */
const TRADITIONAL: readonly (readonly [string, string])[] = [
  ['发展', '發展'],
  ['经济', '經濟'],
  ['企业', '企業'],
  ['建设', '建設'],
  ['产业', '產業'],
  ['农村', '農村'],
  ['服务', '服務'],
  ['环境', '環境'],
  ['质量', '質量'],
  ['办理', '辦理'],
  ['实施', '實施'],
  ['开展', '開展'],
  ['问题', '問題'],
  ['创新', '創新'],
  ['群众', '群眾'],
  ['干部', '幹部'],
  ['乡镇', '鄉鎮'],
  ['这里', '這裡'],
];

/** One character of a word in the other script, or a form that is no longer in use. */
const SINGLE: readonly (readonly [string, string])[] = [
  ['国家', '國家'],
  ['我们', '我們'],
  ['推动', '推動'],
  ['群众', '羣众'],
  ['加强', '加強'],
  ['工业', '工業'],
  ['市场', '市場'],
  ['扎实', '紮实'],
  ['加快', '加快'],
  ['机制', '機制'],
  ['作为', '作爲'],
  ['万元', '萬元'],
  ['以来', '以來'],
];

function written(table: readonly (readonly [string, string])[]): Planter {
  const forms = new Map(table);
  return changing('body', new RegExp(table.map(([own]) => own).join('|'), 'g'), (_, __, whole) => {
    return forms.get(whole) ?? null;
  });
}

const script: FaultKind = {
  rule: 'script-mixed',
  // Where the name of an indicator or of a term is hit, its target or definition is no longer known by it.
  follows: ['target-dropped', 'target-unreported', 'term-undefined', 'term-unused'],
  variants: {
    'a word': written(TRADITIONAL),
    'a character of a word': written(SINGLE),
    'a sentence pasted': saying('either', (random) =>
      random.pick([
        '組織幹部下鄉走訪，幫助農戶解決銷售難題。',
        '邀請專家現場講課，帶動鄉親學習養殖技術。',
        '對閒置廠房進行改造，為創業青年提供場地。',
      ]),
    ),
    'a converter at work': saying('either', (random) =>
      random.pick(['組织志愿者清理河道。', '邀请老鄉代表参观展馆。', '对閒置校舍进行改造。', '为返乡青年提供場地。']),
    ),
    'a firm': saying(
      'either',
      (random) => `引进${random.pick(['鴻達', '騰飛', '華盛', '東輝', '錦繡'])}实业有限公司，安置本地工人260名。`,
    ),
    'a village': saying('either', (random) => `${random.pick(['龍泉', '馬場', '齊家', '雙橋'])}村修通产业路3公里。`),
    'a heading': changing(
      'body',
      /(?<=\n(?:#+ |\*\*)?（[一二三四五六七]）[一-鿿]{0,12})(?:产业|发展|建设|实)/g,
      (_, __, whole) =>
        whole.replace('产业', '產業').replace('发展', '發展').replace('建设', '建設').replace('实', '實'),
    ),
  },
};

/** Readings of characters that stand in every report. */
const READINGS: Readonly<Record<string, string>> = {
  工: 'gōng',
  业: 'yè',
  作: 'zuò',
  发: 'fā',
  展: 'zhǎn',
  建: 'jiàn',
  设: 'shè',
  民: 'mín',
  大: 'dà',
  全: 'quán',
  新: 'xīn',
  农: 'nóng',
  进: 'jìn',
  人: 'rén',
};
const READ = new RegExp(`[${Object.keys(READINGS).join('')}](?=[一-鿿])`, 'g');

const annotated = (open: string, close: string): Planter =>
  changing('body', READ, (_, __, whole) => `${whole}${open}${READINGS[whole] ?? ''}${close}`);

/** Writes something at a random place inside a sentence of running text, between two characters. */
function inside(made: (random: Random) => string, several = 1): Planter {
  return (host, random) => {
    const places = random.some(paragraphs(host, partsOf(host).body), several);
    const edits = places.flatMap((place) => {
      const at = random.some(joints(host, place), 1)[0];
      return at === undefined ? [] : [{ start: at, end: at, text: made(random) }];
    });
    return edits.length < several ? null : { edits };
  };
}

/** Offsets between two characters of a paragraph, twenty or more from its ends. */
function joints(host: Host, { start, end }: Place): number[] {
  const found: number[] = [];
  for (let at = start + 20; at < end - 20; at += 1)
    if (/^[一-鿿]{4}$/.test(host.text.slice(at - 2, at + 2))) found.push(at);
  return found;
}

/** A line of its own above the text or below it. */
const around = (where: 'above' | 'below', lines: readonly string[]): Planter => {
  return (host, random) => {
    const line = random.pick(lines);
    if (where === 'above')
      return host.text.startsWith('---') ? null : { edits: [{ start: 0, end: 0, text: `${line}\n` }] };
    const end = host.text.trimEnd().length;
    return { edits: [{ start: end, end, text: `\n\n${line}` }] };
  };
};

/** Between two paragraphs, where a page of print ended. */
const between = (lines: readonly string[]): Planter => {
  return (host, random) => {
    const { review, plan } = partsOf(host);
    const place = random.some(paragraphs(host, random.pick([review, plan])), 1)[0];
    return place === undefined
      ? null
      : { edits: [{ start: place.end, end: place.end, text: `\n${random.pick(lines)}` }] };
  };
};

const noise: FaultKind = {
  rule: 'scrape-noise',
  variants: {
    'a reading': annotated('(', ')'),
    'a reading in wide brackets': annotated('（', '）'),
    'a blank of a page': inside((random) => random.pick(['&nbsp;', '&nbsp;&nbsp;', '&emsp;', '&#160;'])),
    'another entity': inside((random) => random.pick(['&middot;', '&hellip;', '&amp;', '&#8226;', '&#x3000;'])),
    'quotation marks as entities': changing('body', /“([^“”\n]{2,12})”/g, ([words = '']) => `&ldquo;${words}&rdquo;`),
    'an element': inside((random) => random.pick(['<span>', '</p>', '<br>', '<br/>', '<strong>', '</a>'])),
    'an element with attributes': inside((random) =>
      random.pick(['<a href="/zwgk/index.html">', '<span style="color:#333">', '<img src="a.png">', '<td width="30">']),
    ),
    'a page number inside': inside((random) => {
      const page = random.int(2, 29);
      return `\n${random.pick([`— ${page} —`, `- ${page} -`, `－${page}－`, `第${page}页`, `第 ${page} 页 共 30 页`])}\n`;
    }),
    'a page number between': between(['— 7 —', '－ 12 －', '第 5 页 共 18 页', '-9-', '· 6 ·']),
    'a line torn': inside(() => '\n'),
    'lines torn': inside(() => '\n', 3),
    'a line torn with an indent': inside(() => '\n　　'),
    'a line torn by a carriage return': inside(() => '\r\n'),
    'above the report': around('above', [
      '发布时间：2025-02-10 09:30　来源：区政府办公室',
      '您现在的位置：网站首页 > 政府信息公开',
      '【字体：大 中 小】',
      '浏览次数：2316',
    ]),
    'below the report': around('below', [
      '扫一扫在手机打开当前页',
      '【打印本页】 【关闭窗口】',
      '责任编辑：王小明',
      '上一篇：2024年政府工作报告',
      '版权所有：某某区人民政府办公室',
    ]),
    'lost characters': inside((random) => random.pick(['??', '???', '????'])),
    'a box': inside((random) => random.pick(['□', '□□', '〓'])),
  },
};

export const copyingKinds: readonly FaultKind[] = [script, noise];
