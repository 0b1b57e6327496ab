/** Ticking findings, a cause or a whole rule, deciding on them, and the file of what was decided. */
import type { PageData } from '../reporters/page/page-data.ts';
import { type Decision, type DecisionTarget, type DecisionWord, decisionsYaml } from './decisions-yaml.ts';
import { all, filled, one } from './dom.ts';

interface Target {
  /** Tells targets apart. */
  readonly key: string;
  readonly what: DecisionTarget;
  /** For people. */
  readonly title: string;
  readonly box: HTMLInputElement;
  /** There is no line to keep or to leave out. */
  readonly onlyAccept: boolean;
  /** Where it is shown what was decided. */
  readonly place: Element | null;
}

interface Decided {
  readonly target: Target;
  readonly decision: Decision;
}

export function makeDecisions(data: PageData): void {
  const bar = document.querySelector('.decide');
  if (!(bar instanceof HTMLElement)) return;
  const form = one('form', HTMLFormElement, bar);
  const chosen = one('.chosen', HTMLElement, bar);
  const made = one('.made', HTMLElement, bar);
  const summary = one('summary', HTMLElement, made);
  const list = one('ul', HTMLUListElement, made);
  const said = one('.said', HTMLElement, made);
  const until = one('input[name=until]', HTMLInputElement, form);
  const targets = targetsOf(data);
  const decided = new Map<string, Decided>();
  let saved = true;

  const ticked = (): readonly Target[] => targets.filter(({ box }) => box.checked);

  const askForDay = (): void => {
    const accepting = new FormData(form).get('do') === 'accept';
    until.required = accepting;
    one('.until', HTMLElement, form).hidden = !accepting;
  };

  const allowOnlyAccept = (only: boolean): void => {
    for (const choice of all('input[name=do]', HTMLInputElement, form)) {
      choice.disabled = only && choice.value !== 'accept';
      if (only) choice.checked = choice.value === 'accept';
    }
    if (only) askForDay();
  };

  const show = (): void => {
    const chosenOnes = ticked();
    const count = chosenOnes.length;
    allowOnlyAccept(chosenOnes.some(({ onlyAccept }) => onlyAccept));
    form.hidden = count === 0;
    made.hidden = decided.size === 0;
    bar.hidden = form.hidden && made.hidden;
    document.documentElement.classList.toggle('deciding', !bar.hidden);
    chosen.textContent = counted(count, data.words.chosen, data.words.none);
    const { accept = 0, keepPrevious = 0, drop = 0 } = countsOf(decided);
    const parts = [
      [accept, data.words.accepted],
      [keepPrevious, data.words.kept],
      [drop, data.words.dropped],
    ].flatMap(([number, word]) => (number === 0 ? [] : [`${word}: ${number}`]));
    summary.textContent = `${counted(decided.size, data.words.decisions, '')} – ${parts.join(', ')}`;
  };

  const listDecided = (): void => {
    list.replaceChildren(...[...decided.values()].map((one) => decidedItem(one, data, forget)));
  };

  const changed = (): void => {
    saved = decided.size === 0;
    said.textContent = '';
    listDecided();
    show();
  };

  function forget(key: string): void {
    const one = decided.get(key);
    decided.delete(key);
    if (one !== undefined) mark(one.target, undefined, data);
    changed();
    const next = list.querySelector('button') ?? targets.find((target) => target.key === key)?.box;
    next?.focus();
  }

  const decide = (): void => {
    const fields = new FormData(form);
    const word = String(fields.get('do')) as DecisionWord;
    const reason = String(fields.get('reason')).trim();
    const day = String(fields.get('until'));
    for (const target of ticked()) {
      const decision: Decision = { ...target.what, do: word, reason, ...(word === 'accept' ? { until: day } : {}) };
      decided.set(target.key, { target, decision });
      target.box.checked = false;
      mark(target, decision, data);
    }
    changed();
    one('[name=download]', HTMLButtonElement, made).focus();
  };

  const download = (): void => {
    const decisions = [...decided.values()].map(({ decision }) => decision);
    const text = decisionsYaml(data.run, decisions, `${data.words.heading} ${data.about}`);
    const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'decisions.yaml';
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
    saved = true;
    said.textContent = data.words.saved;
  };

  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'do') askForDay();
    else if (target instanceof HTMLInputElement && target.type === 'checkbox') show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    decide();
  });
  one('[name=clear]', HTMLButtonElement, form).addEventListener('click', () => {
    const [first] = ticked();
    for (const { box } of ticked()) box.checked = false;
    show();
    first?.box.focus();
  });
  one('[name=download]', HTMLButtonElement, made).addEventListener('click', download);
  window.addEventListener('beforeunload', (event) => {
    if (!saved) event.preventDefault();
  });
  // A browser may have kept the ticks of an earlier visit.
  for (const { box } of targets) box.checked = false;
  form.reset();
  askForDay();
  show();
}

function counted(count: number, [single, many]: readonly [string, string], none: string): string {
  if (count === 0) return none;
  return filled(count === 1 ? single : many, count);
}

function countsOf(decided: ReadonlyMap<string, Decided>): Partial<Record<DecisionWord, number>> {
  const counts: Partial<Record<DecisionWord, number>> = {};
  for (const { decision } of decided.values()) counts[decision.do] = (counts[decision.do] ?? 0) + 1;
  return counts;
}

function targetsOf(data: PageData): readonly Target[] {
  return all('input[data-pick], input[data-rule]', HTMLInputElement).flatMap((box) => {
    const named = box.dataset['pick'] === undefined ? ruleTarget(box, data) : rowTarget(box, data);
    return named === undefined ? [] : [{ ...named, key: JSON.stringify(named.what), box }];
  });
}

type Named = Pick<Target, 'what' | 'title' | 'place' | 'onlyAccept'>;

function ruleTarget(box: HTMLInputElement, { rules, words }: PageData): Named | undefined {
  const rule = rules[Number(box.dataset['rule'])];
  if (rule === undefined) return undefined;
  const { cause } = box.dataset;
  const what = cause === undefined ? { rule: rule.id } : { rule: rule.id, cause };
  const which = cause === undefined ? words.wholeRule : filled(words.cause, cause);
  return { what, title: `${rule.fault} (${which})`, place: box.closest('p'), onlyAccept: rule.whole === true };
}

function rowTarget(box: HTMLInputElement, { rules, rows }: PageData): Named | undefined {
  const row = rows[Number(box.dataset['pick'])];
  const rule = row === undefined ? undefined : rules[row.r];
  if (row === undefined || rule === undefined) return undefined;
  const { item, field, value } = row;
  const what = {
    rule: rule.id,
    ...(item === undefined ? {} : { item }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
  return {
    what,
    title: `${item ?? ''} ${rule.fault}`.trim(),
    place: box.closest('tr')?.querySelector('th') ?? null,
    onlyAccept: item === undefined || rule.whole === true,
  };
}

function inWords({ do: word, until }: Decision, { words }: PageData): string {
  if (word === 'keepPrevious') return words.kept;
  if (word === 'drop') return words.dropped;
  return `${words.accepted} ${filled(words.until, until ?? '')}`;
}

/** Shows at the finding what was decided on it, or that nothing is any more. */
function mark({ place }: Target, decision: Decision | undefined, data: PageData): void {
  if (place === null) return;
  place.querySelector('.decision')?.remove();
  if (decision === undefined) return;
  const shown = document.createElement('span');
  shown.className = `decision ${decision.do}`;
  shown.textContent = inWords(decision, data);
  place.append(shown);
}

function decidedItem({ target, decision }: Decided, data: PageData, forget: (key: string) => void): HTMLLIElement {
  const item = document.createElement('li');
  const text = document.createElement('span');
  text.textContent = `${target.title}: ${inWords(decision, data)}. ${decision.reason}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', filled(data.words.remove, target.title));
  button.addEventListener('click', () => forget(target.key));
  item.append(text, button);
  return item;
}
