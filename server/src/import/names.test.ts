import { describe, expect, it } from 'vitest';
import { guessFromNames } from './names';

describe('the names around a document', () => {
  it.each([
    ['/a/青禾区2024年政府工作报告.docx', '', '青禾区', 2024],
    ['/a/云川市青禾区 2024.pdf', '', '青禾区', 2024],
    ['C:\\报告\\临溪县\\2023\\政府工作报告（定稿）.docx', '', '临溪县', 2023],
    ['/邻区/乌兰左旗/2025-01-08报告.html', '', '乌兰左旗', 2025],
    ['/云川市/报告.txt', '', '云川市', null],
    ['/红石岭自治县/报告.txt', '', '红石岭自治县', null],
    ['/区县报告/全区汇总/报告20240108.txt', '', null, null],
    ['/报告.html', '政府工作报告\n来源：青禾区人民政府办公室　浏览次数：12', '青禾区', null],
    ['/2022/报告.html', '……主办：临溪县人民政府', '临溪县', 2022],
    ['报告.txt', '', null, null],
  ])('%s and %j tell of %s and %s', (path, text, issuer, planYear) => {
    expect(guessFromNames(path, text)).toEqual({ issuer, planYear });
  });
});
