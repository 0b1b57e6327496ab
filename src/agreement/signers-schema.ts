/** The form of what `agreement.yaml` says of who approves catalogues. */
import { described, type JsonSchema, object, text } from '../engine/schema-words.ts';

export interface SignersFile {
  /** How many must approve; without: one. */
  readonly required?: number;
  /** More of them where the prices that go on make more than this in a year, in the agreement's currency. */
  readonly aboveEffect?: { readonly amount: number; readonly required: number };
  /** Who may; absent: anybody. */
  readonly names?: readonly string[];
  /** Whose keys count, as git and ssh-keygen have it; where it is named, an approval must be signed. */
  readonly allowedSigners?: string;
}

const MOST_SIGNERS = 2;

const required: JsonSchema = { type: 'integer', minimum: 1, maximum: MOST_SIGNERS, examples: [MOST_SIGNERS] };

export const signersSchema: JsonSchema = described(
  'Hvem som godkjenner kataloger på avtalen. Uten: én, hvem som helst.',
  'Who approves catalogues on the agreement. Without: one, whoever it is.',
  {
    ...object({
      required: described('Hvor mange som må godkjenne. Uten: 1.', 'How many must approve. Without: 1.', required),
      aboveEffect: described(
        'Flere må godkjenne når prisene over avtalt pris utgjør mer enn dette i året. Er det ikke kjent, gjelder det også.',
        'More must approve when the prices above the agreed ones make more than this in a year. Where that is not known, too.',
        object(
          {
            amount: described('Beløpet, i avtalens valuta.', 'The amount, in the agreement\u2019s currency.', {
              type: 'number',
              minimum: 0,
              maximum: 1e12,
              examples: [100_000],
            }),
            required: described('Hvor mange da.', 'How many then.', required),
          } satisfies Record<keyof NonNullable<SignersFile['aboveEffect']>, JsonSchema>,
          ['amount', 'required'],
        ),
      ),
      names: described('Hvem som kan godkjenne. Uten: alle.', 'Who may approve. Without: anybody.', {
        type: 'array',
        items: text('Kari Nordmann'),
        minItems: 1,
        uniqueItems: true,
        examples: [['Kari Nordmann', 'Ola Nordmann']],
      }),
      allowedSigners: described(
        'Filen med SSH-nøklene til dem som kan godkjenne (allowed_signers), med sti fra denne filen. Med den må hver godkjenning signeres.',
        'The file of the SSH keys of those who may approve (allowed_signers), by its path from this file. With it every approval must be signed.',
        text('allowed_signers'),
      ),
    } satisfies Record<keyof SignersFile, JsonSchema>),
    examples: [{ required: 1, aboveEffect: { amount: 100_000, required: 2 } }],
  },
);
