import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { foldingRanges } from './folding';
import type { OutlineNode } from './symbols';
import { outline } from './symbols';

const TEXT = `政府工作报告
——2025年1月18日在云川市青禾区第十八届人民代表大会第四次会议上
青禾区人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、2024年工作回顾
过去一年，各项工作平稳。

二、2025年工作安排
（一）做强产业
建设“2+N”产业体系。
（二）改善民生
办好实事。

名词解释
1.“2+N”产业体系：“2”指两大产业，“N”指新兴产业。
2.“三提三降”：指提质降本。
`;
const { report } = createAnalyser().analyse(TEXT, { force: true });

function names(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.name}`, ...names(node.children, depth + 1)]);
}

function all(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

describe('outline', () => {
  it('nests headings and puts entries under the glossary', () => {
    expect(names(outline(report))).toEqual([
      '一、2024年工作回顾',
      '二、2025年工作安排',
      '  （一）做强产业',
      '  （二）改善民生',
      '名词解释',
      '  1. “2+N”产业体系',
      '  2. “三提三降”',
    ]);
  });

  it('keeps every node inside its parent and every selection inside its node', () => {
    const check = (nodes: readonly OutlineNode[]): void => {
      for (const node of nodes) {
        expect(node.selection.start).toBeGreaterThanOrEqual(node.start);
        expect(node.selection.end).toBeLessThanOrEqual(node.end);
        for (const child of node.children) {
          expect(child.start).toBeGreaterThanOrEqual(node.start);
          expect(child.end).toBeLessThanOrEqual(node.end);
        }
        check(node.children);
      }
    };
    check(outline(report));
  });

  it('shows the beginning of a definition', () => {
    expect(all(outline(report)).find(({ name }) => name.includes('三提三降'))?.detail).toBe('指提质降本。');
  });

  it('is empty for what is no report', () => {
    expect(outline(createAnalyser().analyse('一段普通文字。').report)).toEqual([]);
  });
});

describe('folding', () => {
  it('folds what stands under each heading, without the blank lines behind', () => {
    const folds = foldingRanges(report).map(({ start, end }) => TEXT.slice(start, end));
    expect(folds.map((fold) => fold.split('\n')[0])).toEqual([
      '一、2024年工作回顾',
      '二、2025年工作安排',
      '（一）做强产业',
      '（二）改善民生',
      '名词解释',
    ]);
    expect(folds[1]?.endsWith('办好实事。')).toBe(true);
    expect(folds[2]?.endsWith('产业体系。')).toBe(true);
  });

  it('folds nothing where there is nothing', () => {
    expect(foldingRanges(createAnalyser().analyse('').report)).toEqual([]);
  });
});
