import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './malformed.ts';

const run = (imageUrl: string) =>
  runLineExample(rule, { why: '', line: { imageUrl } }).map(({ actual, message }) => [actual, message]);

describe('link/malformed', () => {
  it.each([
    'https://a.no',
    'http://a.no:8080/x?y=z#top',
    'https://bruker@a.no/',
    'HTTPS://A.NO/1.jpg',
    'ftp://a.no/1.jpg',
    'https://8.8.8.8/1.jpg',
    'https://cdn.a-b.co.uk/%20/1.jpg',
    'https://a.no/x?next=https://b.no/',
    'bilde 1.jpg',
    'Ja',
    '12.50',
    'v1.2',
  ])('%s is in order, or no link', (link) => {
    expect(run(link)).toEqual([]);
  });

  it.each([
    ['htp://a.no', 'slip'],
    ['http//a.no', 'slip'],
    ['https;//a.no', 'slip'],
    ['https://https://a.no', 'slip'],
    ['http:a.no', 'slip'],
    ['\\\\server\\bilder\\1.jpg', 'local'],
    ['file:///C:/1.jpg', 'local'],
    ['http://localhost/1.jpg', 'local'],
    ['http://192.168.1.20/1.jpg', 'local'],
    ['http://172.20.1.1/1.jpg', 'local'],
    ['https://bilder.local/1.jpg', 'local'],
    ['https://', 'host'],
    ['https:///1.jpg', 'host'],
    ['https://a..no/1.jpg', 'host'],
    ['https://-a.no', 'host'],
    ['a.no/bilder/1.jpg', 'scheme'],
    ['WWW.a.no', 'scheme'],
    ['https://a.no/b\u00a0c.jpg', 'blank'],
  ])('%s: %s', (link, message) => {
    expect(run(link)).toEqual([[link, message]]);
  });

  it('tells each of several links by itself', () => {
    expect(run('https://a.no/1.jpg;www.a.no/2.jpg|https://a.no/3 4.jpg')).toEqual([
      ['www.a.no/2.jpg', 'scheme'],
      ['https://a.no/3 4.jpg', 'blank'],
    ]);
  });

  it('reads a very long text in no time', () => {
    const started = process.cpuUsage().user;
    run(`https://${'a.'.repeat(200_000)}`);
    run(`${'a-'.repeat(200_000)}/`);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(500);
  });
});

it('a link that begins like one in order may be out of order', () => {
  expect(run('https://a.no/1.jpg')).toEqual([]);
  expect(run('https://a.no/2 3.jpg')).toEqual([['https://a.no/2 3.jpg', 'blank']]);
  expect(run('https://a.no/1.jpg;www.b.no')).toEqual([['www.b.no', 'scheme']]);
  expect(run('https://a.no/1.jpg;https://b/2.jpg')).toEqual([['https://b/2.jpg', 'host']]);
  expect(run('https://b/2.jpg')).toEqual([['https://b/2.jpg', 'host']]);
});

it('links are told field by field, whatever stands before them', () => {
  const line = { imageUrl: 'www.a.no/1.jpg', productUrl: 'https://a.no/x', sds: 'www.b.no/2.pdf' };
  expect(runLineExample(rule, { why: '', line }).map(({ field }) => field)).toEqual(['imageUrl', 'sds']);
});
