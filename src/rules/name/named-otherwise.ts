import type { GroupMember } from '../../engine/rule.ts';
import { spelledAlike } from './one-spelling.ts';

export interface NamedOtherwise {
  readonly member: GroupMember;
  /** Another item, with another name. */
  readonly other: GroupMember;
}

/** Of lines that are alike but for their names: each with one that is another item and is called something else. */
export function namedOtherwise(members: readonly GroupMember[]): readonly NamedOtherwise[] {
  const [first] = members;
  const second = members.find((member) => first !== undefined && differs(member, first));
  if (first === undefined || second === undefined) return [];
  return members.flatMap((member) => {
    const other = [first, second].find((one) => differs(member, one));
    return other === undefined ? [] : [{ member, other }];
  });
}

function differs(one: GroupMember, other: GroupMember): boolean {
  return one.item !== other.item && !spelledAlike(one.name ?? '', other.name ?? '');
}
