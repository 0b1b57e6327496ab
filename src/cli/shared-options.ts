/** Arguments and options that several commands take, each declared once. */
import type { Option, Positional } from './command.ts';

export const RUN: Positional = {
  type: 'string',
  demandOption: true,
  describe: { nb: 'mappen kjøringen ligger i', en: 'the folder of the run' },
};

export const AGREEMENT: Positional = {
  type: 'string',
  describe: {
    nb: 'avtalen: mappen, navnet på den i catalogs, eller avtalenummeret',
    en: 'the agreement: its folder, the name of the folder in catalogs, or the agreement number',
  },
};

export const REQUIRED_AGREEMENT: Positional = { ...AGREEMENT, demandOption: true };

export const AGREEMENT_OF_RUN: Option = {
  type: 'string',
  describe: { nb: 'agreement.yaml (ellers den kjøringen brukte)', en: "agreement.yaml (default: the run's)" },
};

export const APPROVER: Option = {
  type: 'string',
  demandOption: true,
  describe: {
    nb: 'hvem som godkjenner: et navn som ikke kontrolleres uten --sign',
    en: 'who approves: a name taken on trust, see --sign',
  },
};

export const SIGN: Option = {
  type: 'string',
  describe: {
    nb: 'SSH-nøkkelen det signeres med (ssh-keygen), så navnet kan kontrolleres',
    en: 'the SSH key to sign with (ssh-keygen), so that the name can be checked',
  },
};

export const RULE_SET: Option = {
  type: 'string',
  describe: { nb: 'regelsett: fil eller katalogvakt:recommended', en: 'rule set: a file or katalogvakt:recommended' },
};

export const VOLUMES: Option = {
  type: 'string',
  describe: {
    nb: 'mengdene som kjøpes i året (ellers volumes.csv ved avtalen)',
    en: 'the quantities bought in a year (default: volumes.csv beside the agreement)',
  },
};

export const ALLOW_PLUGINS: Option = {
  type: 'boolean',
  default: false,
  describe: {
    nb: 'last inn regelmodulene som regelsettet nevner: de er kode og kan gjøre hva som helst',
    en: 'load the rule modules that the rule set names: they are code and can do anything',
  },
};
