import { describe, expect, it } from 'vitest';
import { headOfTrace } from './log';

describe('headOfTrace', () => {
  it('keeps the name of a message and drops what it carries', () => {
    expect(headOfTrace('Sending notification \'textDocument/didOpen\'.\nParams: {"text":"各位代表"}')).toBe(
      "Sending notification 'textDocument/didOpen'.",
    );
    expect(headOfTrace('{"type":"send","message":{"text":"各位代表"}}')).not.toContain('代表');
    expect(headOfTrace('one line')).toBe('one line');
  });
});
