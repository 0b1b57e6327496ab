/** A keyword proposed. */
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { Problem } from '../../engine/rule.ts';

/** Behind those there are, parted as they are. */
export function withKeyword({ keywords }: CatalogueLine, keyword: string, parameters: Problem['parameters']): Problem {
  const sign = keywords === undefined ? '' : (SIGNS.find((one) => keywords.includes(one)) ?? ',');
  const expected =
    keywords === undefined ? keyword : `${keywords}${sign}${sign === ',' || sign === ';' ? ' ' : ''}${keyword}`;
  return {
    field: 'keywords',
    ...(keywords === undefined ? {} : { actual: keywords }),
    expected,
    ...(parameters === undefined ? {} : { parameters }),
    correction: { keywords: expected },
  };
}

const SIGNS = ['|', ';', ',', '%'] as const;
