/** Draws one indicator: results as bars, targets as a stroke across them (two strokes for a range). */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartConfiguration } from 'chart.js';
import type { IndicatorFigure, IndicatorRow } from '../../server/src/lsp/protocol';
import type { ChartsWords } from '../src/views/chartsProtocol';
import type { Theme } from './theme';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export type IndicatorChart = Chart<'bar' | 'line', (number | null)[], string>;

export function drawIndicator(
  canvas: HTMLCanvasElement,
  row: IndicatorRow,
  words: ChartsWords,
  theme: Theme,
): IndicatorChart {
  return new Chart(canvas, configuration(row, words, theme));
}

/** Takes the colours of another theme. */
export function recolour(chart: IndicatorChart, row: IndicatorRow, words: ChartsWords, theme: Theme): void {
  const { data, options } = configuration(row, words, theme);
  chart.data = data;
  if (options !== undefined) chart.options = options;
  chart.update('none');
}

function configuration(
  { years }: IndicatorRow,
  words: ChartsWords,
  theme: Theme,
): ChartConfiguration<'bar' | 'line', (number | null)[], string> {
  const stroke = {
    type: 'line' as const,
    showLine: false,
    pointStyle: 'line' as const,
    pointRadius: 16,
    pointHoverRadius: 18,
    pointBorderWidth: 3,
    pointHoverBorderWidth: 4,
    pointBorderColor: theme.target,
    borderColor: theme.target,
    backgroundColor: theme.target,
    // In front of the bars.
    order: 0,
  };
  const ranged = years.some(({ target }) => target !== null && upper(target) !== lower(target));
  const label = { color: theme.text, font: { family: theme.font, size: 12 } };
  return {
    type: 'bar',
    data: {
      labels: years.map(({ year }) => String(year)),
      datasets: [
        {
          type: 'bar',
          label: words.result,
          data: years.map(({ result }) => lower(result)),
          backgroundColor: theme.result,
          borderColor: theme.outline,
          borderWidth: 1,
          maxBarThickness: 28,
          order: 1,
        },
        { ...stroke, label: words.target, data: years.map(({ target }) => lower(target)) },
        ...(ranged ? [{ ...stroke, label: words.target, data: years.map(({ target }) => upper(target)) }] : []),
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: label, grid: { display: false }, border: { color: theme.grid } },
        y: {
          ticks: label,
          grid: { color: theme.grid, lineWidth: 0.5 },
          border: { display: false },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: theme.background,
          borderColor: theme.text,
          borderWidth: 1,
          titleColor: theme.text,
          bodyColor: theme.text,
          displayColors: false,
          filter: ({ datasetIndex }) => datasetIndex < 2,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const year = years[dataIndex];
              const figure = datasetIndex === 0 ? year?.result : year?.target;
              return figure ? `${datasetIndex === 0 ? words.result : words.target} ${figure.words}` : '';
            },
          },
        },
      },
    },
  };
}

/** What is drawn of a figure: its one number, or the ends of a range. */
function lower(figure: IndicatorFigure | null): number | null {
  return figure === null ? null : (figure.low ?? figure.high);
}

function upper(figure: IndicatorFigure | null): number | null {
  return figure === null ? null : (figure.high ?? figure.low);
}
