import { describe, expect, it } from 'vitest';
import { isGeneral, kinship, likeness, workOf } from './objects';

describe('workOf', () => {
  it.each([
    ['更新改造燃气管道', '更新改造', '燃气管道'],
    ['农村危旧桥梁改造', '改造', '农村危旧桥梁'],
    ['建设“小禾驿站”', '建设', '小禾驿站'],
    ['新增各类市场主体', '新增', '经营主体'],
    ['服务中心', '', '服务中心'],
    ['污水处理率', '', '污水处理率'],
    ['区财政安排教育支出', '', '区财政教育'],
    ['', '', ''],
  ])('%s', (name, verb, object) => {
    expect(workOf(name)).toEqual({ verb, object });
  });
});

describe('likeness', () => {
  it('is 1 for the same words and nearly so for the same characters', () => {
    expect(likeness('社区食堂', '社区食堂')).toBe(1);
    expect(likeness('城镇新增就业', '新增城镇就业')).toBeCloseTo(0.97);
  });

  it('is high where one names the other more closely, low where they share little', () => {
    expect(likeness('充电桩', '智能充电桩')).toBeGreaterThan(0.72);
    expect(likeness('停车场', '口袋公园')).toBe(0);
    expect(likeness('创新型人才', '优秀教师')).toBeLessThan(0.3);
  });

  it('is nothing for general words', () => {
    expect(likeness('项目', '重点项目')).toBe(0);
    expect(likeness('区财政', '区财政')).toBe(0);
    expect(isGeneral('中央财政')).toBe(true);
    expect(isGeneral('')).toBe(true);
  });
});

describe('kinship', () => {
  it.each([
    ['新建', '建成', 'same'],
    ['竣工', '开工', 'apart'],
    ['新增', '淘汰', 'apart'],
    ['新增', '', 'near'],
    ['', '', 'same'],
    ['签约', '落地', 'apart'],
  ] as const)('%s, %s', (a, b, expected) => {
    expect(kinship(a, b)).toBe(expected);
  });
});
