import { describe, expect, it } from 'vitest';
import { createRememberingConverter } from './memory';
import type { Conversion } from './problems';

describe('a converter with a memory', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('converts a file again when its bytes are others, or when it was gone', async () => {
    const asked: string[] = [];
    const { convert, forget } = createRememberingConverter((_format, content) => {
      asked.push(new TextDecoder().decode(content));
      return Promise.resolve({ kind: 'text', text: new TextDecoder().decode(content) });
    });
    expect(await convert('a', 'html', bytes('一'))).toEqual({ kind: 'text', text: '一' });
    expect(await convert('a', 'html', bytes('一'))).toEqual({ kind: 'text', text: '一' });
    expect(await convert('b', 'html', bytes('一'))).toEqual({ kind: 'text', text: '一' });
    expect(await convert('a', 'html', bytes('二'))).toEqual({ kind: 'text', text: '二' });
    forget('a');
    await convert('a', 'html', bytes('二'));
    expect(asked).toEqual(['一', '一', '二', '二']);
  });

  it('gives what took too long another chance', async () => {
    const answers: Conversion[] = [
      { kind: 'problem', problem: 'slow' },
      { kind: 'text', text: '一' },
    ];
    const { convert } = createRememberingConverter(() =>
      Promise.resolve(answers.shift() ?? { kind: 'problem', problem: 'empty' }),
    );
    expect(await convert('a', 'pdf', bytes('一'))).toMatchObject({ problem: 'slow' });
    expect(await convert('a', 'pdf', bytes('一'))).toMatchObject({ text: '一' });
  });
});
