import { describe, expect, it } from 'vitest';
import { findDifference } from './definitions';

describe('findDifference', () => {
  it.each([
    ['punctuation', '指提质量、提效率。', '指提质量，提效率；'],
    ['an opening 指', '指分类办理。', '分类办理'],
    ['particles', '指企业的研发投入等。', '指企业研发投入。'],
    ['the kind of figures', '指三个方面工作。', '指3个方面工作。'],
    ['quotes', '指“一网”通办。', '指一网通办。'],
  ])('sees none in %s', (_what, a, b) => {
    expect(findDifference(a, b)).toBeNull();
  });

  it.each([
    ['指研发机构、市级工匠培育。', '指研发机构、省级工匠培育。', '市级工匠培育', '省级工匠培育'],
    ['指提质量、提效率、降成本。', '指提质量、降成本。', '提效率', ''],
    ['指到2025年建成。', '指到2027年建成。', '到2025年建成', '到2027年建成'],
  ])('names it: %s / %s', (a, b, x, y) => {
    expect(findDifference(a, b)).toEqual({ a: x, b: y });
  });

  it('names nothing where everything is different', () => {
    const long = '按照轻重缓急把群众反映的事项分别交给镇街、部门和网格逐件办理并及时答复';
    expect(findDifference(`指${long}。`, '指五类服务。')).toEqual({ a: '', b: '' });
  });
});
