/** One indicator on the page: a heading, a picture where there are numbers, and always a table. */
import type { IndicatorFigure, IndicatorRow, IndicatorYear } from '../../server/src/lsp/protocol';
import type { ChartsWords } from '../src/views/chartsProtocol';
import type { IndicatorChart } from './draw';
import { drawIndicator, recolour } from './draw';
import type { Theme } from './theme';

export interface Section {
  readonly element: HTMLElement;
  readonly name: string;
  /** Draws the picture, or draws it again in other colours. */
  draw(theme: Theme): void;
  dispose(): void;
}

export interface SectionEvents {
  readonly open: (figure: IndicatorFigure) => void;
  /** Said aloud to those who do not see the picture. */
  readonly say: (words: string) => void;
}

export function createSection(row: IndicatorRow, words: ChartsWords, events: SectionEvents): Section {
  const unit = row.unit === '' ? '' : ` (${row.unit})`;
  const measure = row.measure === 'qualitative' ? words.measures.qualitative : words.measures[row.measure] + unit;
  const section = element('section', { 'aria-label': row.indicator });
  const heading = element('h2', {}, row.indicator);
  heading.append(element('span', { class: 'measure' }, measure));
  const body = element('div', { class: 'body' });
  section.append(heading, body);

  let chart: IndicatorChart | undefined;
  let canvas: HTMLCanvasElement | undefined;
  if (row.years.some(({ target, result }) => isNumber(target) || isNumber(result))) {
    const frame = element('div', { class: 'chart' });
    canvas = document.createElement('canvas');
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words.chart.replace('{name}', row.indicator));
    frame.append(canvas);
    body.append(frame);
    walkByKeys(canvas, row, words, events, () => chart);
  }
  body.append(tableOf(row, words, events));
  return {
    element: section,
    name: row.indicator,
    draw(theme) {
      if (canvas === undefined) return;
      if (chart === undefined) chart = drawIndicator(canvas, row, words, theme);
      else recolour(chart, row, words, theme);
    },
    dispose: () => chart?.destroy(),
  };
}

/** The arrows go from year to year, Home and End to the first and the last, Enter to where it is said. */
function walkByKeys(
  canvas: HTMLCanvasElement,
  { years }: IndicatorRow,
  words: ChartsWords,
  events: SectionEvents,
  chartOf: () => IndicatorChart | undefined,
): void {
  let at = -1;
  const mark = (index: number): void => {
    const chart = chartOf();
    const year = years[index];
    if (chart === undefined || year === undefined) return;
    at = index;
    const active = chart.data.datasets.flatMap(({ data }, datasetIndex) =>
      data[index] === null || data[index] === undefined ? [] : [{ datasetIndex, index }],
    );
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
    events.say(sentenceOf(year, words));
  };
  const unmark = (): void => {
    at = -1;
    const chart = chartOf();
    chart?.setActiveElements([]);
    chart?.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart?.update('none');
  };
  canvas.addEventListener('blur', unmark);
  canvas.addEventListener('keydown', (event) => {
    const last = years.length - 1;
    switch (event.key) {
      case 'ArrowRight':
        mark(Math.min(last, at + 1));
        break;
      case 'ArrowLeft':
        mark(at < 0 ? last : Math.max(0, at - 1));
        break;
      case 'Home':
        mark(0);
        break;
      case 'End':
        mark(last);
        break;
      case 'Escape':
        unmark();
        break;
      case 'Enter': {
        const year = years[at];
        const figure = year?.result ?? year?.target ?? null;
        if (figure !== null) events.open(figure);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  });
}

function sentenceOf({ year, target, result }: IndicatorYear, words: ChartsWords): string {
  const parts = [String(year)];
  if (target !== null) parts.push(`${words.target} ${target.words}`);
  if (result !== null) parts.push(`${words.result} ${result.words}`);
  return parts.join(' · ');
}

function tableOf({ indicator, years }: IndicatorRow, words: ChartsWords, events: SectionEvents): HTMLElement {
  const table = element('table', { 'aria-label': indicator });
  const head = element('tr');
  for (const name of [words.year, words.target, words.result]) head.append(element('th', { scope: 'col' }, name));
  const thead = element('thead');
  thead.append(head);
  const tbody = element('tbody');
  for (const { year, target, result } of [...years].reverse()) {
    const line = element('tr');
    line.append(element('th', { scope: 'row' }, String(year)), cellOf(target, events), cellOf(result, events));
    tbody.append(line);
  }
  table.append(thead, tbody);
  return table;
}

/** The words of a figure as a button that leads to where it is said. */
function cellOf(figure: IndicatorFigure | null, events: SectionEvents): HTMLElement {
  const cell = element('td');
  if (figure === null) {
    cell.textContent = '—';
    return cell;
  }
  const button = element('button', { type: 'button', class: 'link' }, figure.words);
  button.addEventListener('click', () => {
    events.open(figure);
  });
  cell.append(button);
  return cell;
}

function isNumber(figure: IndicatorFigure | null): boolean {
  return figure !== null && (figure.low ?? figure.high) !== null;
}

export function element(name: string, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
