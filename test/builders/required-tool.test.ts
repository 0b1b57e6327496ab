import { describe, expect, it } from 'vitest';
import { describeWithTool, toolAvailable } from './required-tool.ts';

describe('a tool is available', () => {
  it('when it does what is asked of it', () => {
    expect(toolAvailable(process.execPath, ['-e', '0'])).toBe(true);
  });
  it('not when it fails', () => {
    expect(toolAvailable(process.execPath, ['-e', 'process.exit(1)'])).toBe(false);
  });
  it('not when there is no such program', () => {
    expect(toolAvailable('katalogvakt-no-such-program', [])).toBe(false);
  });
});

describeWithTool('tests that need a tool that is there', process.execPath, ['-e', '0'], () => {
  it('run', () => expect(process.version).toMatch(/^v\d/));
});
