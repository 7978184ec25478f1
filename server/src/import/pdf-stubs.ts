/**
 * pdf.js asks for these classes when it is loaded, and uses them only to draw. Text is taken out without drawing, so
 * that empty ones will do and no native canvas is needed. To be imported before the library.
 */
const place = globalThis as unknown as Record<string, unknown>;
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) place[name] ??= Object;
