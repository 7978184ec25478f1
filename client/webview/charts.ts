/** The page of the panel with charts: shows what the extension tells, and asks it to show places. */
import './charts.css';
import type { ChartsContent, ChartsMessage } from '../src/views/chartsProtocol';
import type { Section } from './section';
import { createSection, element } from './section';
import { onThemeChange, readTheme } from './theme';

/** The only door out of the page, which the editor puts there. */
declare function acquireVsCodeApi(): {
  postMessage(message: ChartsMessage): void;
  getState(): unknown;
  setState(state: { readonly filter: string }): void;
};

const editor = acquireVsCodeApi();
const charts = byId('charts');
const tools = byId('tools');
const said = byId('said');
let sections: Section[] = [];
let shown = '';

/** Pictures are drawn when they come into sight: a report has some forty indicators. */
const sight = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const section = isIntersecting ? sections.find((one) => one.element === target) : undefined;
      if (section === undefined) continue;
      sight.unobserve(target);
      section.draw(readTheme());
      drawn.add(section);
    }
  },
  { rootMargin: '300px' },
);
const drawn = new Set<Section>();

onThemeChange(() => {
  const theme = readTheme();
  for (const section of drawn) section.draw(theme);
});

window.addEventListener('message', ({ data }: MessageEvent<ChartsContent>) => {
  // The same again must not take the focus away from who reads it.
  const content = JSON.stringify(data);
  if (content !== shown) show(data);
  shown = content;
});
editor.postMessage({ type: 'ready' });

function show({ rows, words }: ChartsContent): void {
  for (const section of sections) section.dispose();
  sight.disconnect();
  drawn.clear();
  sections = rows.map((row) =>
    createSection(row, words, {
      open: ({ location }) => {
        editor.postMessage({ type: 'open', location });
      },
      say: (sentence) => {
        said.textContent = sentence;
      },
    }),
  );
  charts.replaceChildren(...sections.map((section) => section.element));
  if (sections.length === 0) {
    tools.replaceChildren();
    charts.replaceChildren(element('p', {}, words.empty));
    return;
  }
  const filter = document.createElement('input');
  filter.type = 'search';
  filter.value = filterBefore();
  filter.placeholder = words.filter;
  filter.setAttribute('aria-label', words.filter);
  filter.addEventListener('input', () => {
    editor.setState({ filter: filter.value });
    applyFilter(filter.value);
  });
  tools.replaceChildren(filter, legend(words.target, 'target'), legend(words.result, 'result'));
  applyFilter(filter.value);
  for (const section of sections) sight.observe(section.element);
}

function applyFilter(text: string): void {
  for (const { element: own, name } of sections) own.hidden = !name.includes(text.trim());
}

function filterBefore(): string {
  const state = editor.getState();
  return typeof state === 'object' && state !== null && 'filter' in state ? String(state.filter) : '';
}

function legend(name: string, kind: 'target' | 'result'): HTMLElement {
  const made = element('span', { class: 'legend' });
  made.append(element('span', { class: `mark ${kind}`, 'aria-hidden': 'true' }), name);
  return made;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
}
