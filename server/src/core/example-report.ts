/** What a small report of a made-up place says: its review and its plan, paragraphs parted by line breaks. */
export interface ExampleParts {
  readonly year: number;
  readonly review: string;
  readonly plan: string;
}

/** A report in small, for the examples of rules and for tests; the paragraphs of the review begin in its seventh line. */
export function exampleReport({ year, review, plan }: ExampleParts): string {
  return [
    '政府工作报告',
    `——${String(year)}年1月10日在青禾区第十八届人民代表大会第四次会议上`,
    '青禾区人民政府区长 周明远',
    '各位代表：',
    '现在，我代表青禾区人民政府，向大会报告工作，请予审议。',
    `一、${String(year - 1)}年工作回顾`,
    review,
    `二、${String(year)}年工作安排`,
    plan,
    '各位代表，让我们齐心协力，把青禾的事情办好。',
    '',
  ].join('\n');
}
