import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceIn, workspaceOf } from './workspace.ts';

const at = (...parts: string[]): string => path.resolve('/', ...parts);

describe('the workspace', () => {
  it.each([
    ['is the folder above catalogs', at('w', 'catalogs', 'avtale', 'agreement.yaml'), at('w')],
    ['is the agreement’s own folder elsewhere', at('w', 'avtale', 'agreement.yaml'), at('w', 'avtale')],
  ])('%s', (_, agreement, folder) => {
    expect(workspaceOf(agreement, at('here'))).toBe(folder);
  });
  it('is the current folder without an agreement', () => {
    expect(workspaceOf(undefined, at('here'))).toBe(at('here'));
  });
});

describe('a file is named', () => {
  it.each([
    [at('w', 'catalogs', 'a', 'inbox', 'k.csv'), 'catalogs/a/inbox/k.csv'],
    [at('w', '..k.csv'), '..k.csv'],
    [at('elsewhere', 'k.csv'), 'k.csv'],
    [at('wider', 'k.csv'), 'k.csv'],
  ])('%s', (file, name) => {
    expect(sourceIn(at('w'), file)).toEqual({ name, path: file, typed: file });
  });
});
