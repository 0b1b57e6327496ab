/**
 * What the report's page does in a browser: it finds among the findings, and takes down what the reader decides. Made
 * into one text by `npm run generate`; the page says everything without it, too.
 */
import type { PageData } from '../reporters/page/page-data.ts';
import { makeDecisions } from './decide.ts';
import { one } from './dom.ts';
import { makeFilter } from './filter.ts';
import { foldOutForPrint } from './print.ts';

const data = JSON.parse(one('#data', HTMLScriptElement).text) as PageData;
document.documentElement.classList.add('scripted');
makeFilter(data);
makeDecisions(data);
foldOutForPrint();
