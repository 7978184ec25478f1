import { describe, expect, it } from 'vitest';
import { createBlock, survey } from './document';
import { hasPinyin } from './pinyin';
import { read } from './reading';
import { isTraditional, toSimplified } from './script';

const plain = { traditional: false, pinyin: false };

function block(raw: string, options = plain) {
  return createBlock(raw, { start: 0, end: raw.length }, read(raw, options), {
    index: 0,
    kind: 'body',
    heading: -1,
    role: null,
  });
}

describe('read', () => {
  it.each([
    [
      'unifies marks of Chinese text',
      '全区上下,凝心聚力(含园区):增长5%;稳中有进!',
      '全区上下，凝心聚力（含园区）：增长5%；稳中有进！',
    ],
    ['keeps marks between digits', '会见1,234人次,比分3:1', '会见1,234人次，比分3:1'],
    ['narrows digits, letters and the per cent sign', '增长９．５％，建成２＋Ｎ体系', '增长9.5%，建成2+N体系'],
    ['drops spaces beside Han characters', '新增 26 户　规上 企业', '新增26户规上企业'],
    ['keeps one space between Latin words', 'City Brain  2 上线', 'City Brain 2上线'],
    ['joins capitals that a line break parted', '万元GD\nP能耗，Smart\nCity', '万元GDP能耗，Smart City'],
    ['drops line breaks inside a sentence', '在转型中守正创\r\n　　新，稳步前行', '在转型中守正创新，稳步前行'],
    ['drops Markdown marks', '### **（一）抓项目。**投资3*2亿元', '（一）抓项目。投资3*2亿元'],
    ['drops what pages leave behind', '增长&nbsp;5%<br/>左右</p>', '增长5%左右'],
    ['pairs straight quotes', '打造"三清零"样板', '打造“三清零”样板'],
    ['turns corner brackets into quotes', '打造「三清零」樣板', '打造“三清零”樣板'],
    ['reads round letters among numerals as zero', '二О二四年，二O二五年', '二〇二四年，二〇二五年'],
    ['leaves lost characters alone', '产值28.9亿元??，\ufffd域', '产值28.9亿元？？，\ufffd域'],
    ['reads radicals as characters', '⼯业⽣产⻓效', '工业生产长效'],
  ])('%s', (_name, raw, text) => {
    expect(read(raw, plain).text).toBe(text);
  });

  it('drops pinyin in brackets only where the document carries it', () => {
    const raw = '區(qū)域經(jīng)濟(jì)';
    expect(read(raw, { traditional: true, pinyin: true }).text).toBe('区域经济');
    expect(read('品牌(nong)', plain).text).toBe('品牌（nong）');
  });

  it('takes pinyin that a line break parted', () => {
    expect(read('區(q\nū)域', { traditional: true, pinyin: true }).text).toBe('区域');
  });

  it('maps every reading unit to where it stood', () => {
    const raw = '## **全　区**增长９％';
    const made = block(raw);
    const at = made.text.indexOf('增长9%');
    expect(raw.slice(made.span(at, at + 4).start, made.span(at, at + 4).end)).toBe('增长９％');
    expect(made.readingOffset(raw.indexOf('９'))).toBe(made.text.indexOf('9'));
  });

  it('prints the widths of the source', () => {
    const made = block('**指兩個,**方面(含园区)');
    expect(made.printed(0, made.text.length)).toBe('指兩個,方面(含园区)');
  });
});

describe('survey', () => {
  it('finds out script and pinyin of a whole text', () => {
    expect(isTraditional('過去的一年，全區經濟社會發展取得新成績')).toBe(true);
    expect(isTraditional('过去的一年，全区经济社会发展取得新成绩，吉乾公司落户')).toBe(false);
    expect(hasPinyin('區(qū)域經(jīng)濟(jì)')).toBe(true);
    expect(hasPinyin('龙头企业（APP）上线，品牌(nong)发布')).toBe(false);
    expect(survey('').script).toBe('simplified');
  });

  it('converts without moving anything', () => {
    const text = '過去的一年，總產值達到新水平';
    expect(toSimplified(text)).toHaveLength(text.length);
    expect(toSimplified(text)).toBe('过去的一年，总产值达到新水平');
  });
});
