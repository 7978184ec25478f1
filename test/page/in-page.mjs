/** What tests do and see inside a page of the editor. */

/**
 * The kind of theme that the page of the panel wears, and whether its ground and its first picture have the colours of
 * that theme.
 * @param {import('playwright-core').FrameLocator} charts
 */
export function looksOf(charts) {
  return charts.locator('body').evaluate((body) => {
    const given = getComputedStyle(document.documentElement);
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    const plain = (colour) => {
      pen.fillStyle = colour;
      return pen.fillStyle;
    };
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const blue = plain(given.getPropertyValue('--vscode-charts-blue'));
    const [red, green, last] = [1, 3, 5].map((at) => Number.parseInt(blue.slice(at, at + 2), 16));
    let picture = false;
    for (let i = 0; i < data.length && !picture; i += 4) {
      picture = data[i] === red && data[i + 1] === green && data[i + 2] === last && data[i + 3] === 255;
    }
    return {
      kind: body.dataset.vscodeThemeKind,
      ground:
        plain(getComputedStyle(body).backgroundColor) === plain(given.getPropertyValue('--vscode-editor-background')),
      picture,
    };
  });
}

/**
 * Lets a file fall on a row of a tree, as from a file manager.
 * @param {import('playwright-core').Locator} row
 * @param {string} uri
 */
export async function dropOn(row, uri) {
  await row.evaluate((element, address) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/uri-list', address);
    const { x, y } = element.getBoundingClientRect();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: x + 20, clientY: y + 8 }),
      );
    }
  }, uri);
}
