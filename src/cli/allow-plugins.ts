/** What commands that read rule sets say of modules named in them. */
import type { Text } from '../catalogue/text.ts';

export const ALLOW_PLUGINS: Text = {
  nb: 'last moduler med regler som regelsettet nevner: de er kode og kan gjøre hva som helst',
  en: 'load modules with rules that the rule set names: they are code and can do anything',
};
