import { createAnalyser } from '../../server/src/core/analysis';
import type { Statement } from '../../server/src/core/model';

/** The texts of the tests are too short to be taken for reports by themselves. */
export const DRAFT = { force: true } as const;

/** A made-up report of 青禾区 for 2025 with the given text in its review and its plan. */
export function report(parts: { review?: string; plan?: string; goals?: string }): string {
  return [
    '政府工作报告',
    '——2025年1月8日在青禾区第六届人民代表大会第四次会议上',
    '青禾区人民政府区长　林知远',
    '各位代表：',
    '现在，我代表青禾区人民政府向大会报告工作，请予审议，并请区政协委员和列席人员提出意见。',
    '一、2024年工作回顾',
    '一年来，我们团结依靠全区人民，扎实做好各项工作。',
    parts.review ?? '全区经济平稳运行。',
    '二、2025年工作安排',
    parts.goals ?? '做好今年工作，任务艰巨，责任重大。',
    parts.plan ?? '我们要坚定信心，开拓前进。',
    '各位代表！让我们携手并肩，奋勇前进！',
  ].join('\n');
}

/** `indicator (name): measure direction bound value unit, year period`, with what is usual left out. */
export function show(statement: Statement): string {
  const { indicator, name, measure, direction, bound, min, max, unit, year, period, stretch } = statement;
  const value = bound === 'range' ? `${min ?? ''}~${max ?? ''}` : String(min ?? max ?? '');
  const words = [
    `${indicator}${name === indicator ? '' : ` (${name})`}:`,
    measure,
    direction,
    bound === 'exact' ? null : bound,
    measure === 'qualitative' ? null : `${value}${unit ?? ''}`,
    stretch === null ? null : `stretch ${stretch.bound} ${stretch.min ?? stretch.max ?? ''}`,
    period === 'annual' ? year : period,
    statement.estimated ? 'estimated' : null,
  ];
  return words.filter((word) => word !== null).join(' ');
}

/** The statements of one role in a report with these parts, as {@link show} prints them. */
export function statements(parts: Parameters<typeof report>[0], role: Statement['role']): string[] {
  return createAnalyser()
    .analyse(report(parts), DRAFT)
    .statements.filter((statement) => statement.role === role)
    .map(show);
}
