/** Which rows of the queue are takes of one request. Pure. */
import type { Operation } from '../../../preload/contract/domain.ts';

/** Two or more takes of one request that stand one behind the other, or one operation. */
export type Block = readonly [Operation, ...Operation[]];

/** In the same order, takes that stand beside each other as one. */
export function blocksOf(operations: readonly Operation[]): Block[] {
  const blocks: [Operation, ...Operation[]][] = [];
  for (const operation of operations) {
    const block = blocks.at(-1);
    if (block && operation.group !== null && block[0].group?.id === operation.group.id) block.push(operation);
    else blocks.push([operation]);
  }
  return blocks;
}

/** The same operations, each take behind the first one of its request: where the order says nothing. */
export function together(operations: readonly Operation[]): Operation[] {
  const keyOf = ({ id, group }: Operation): string => group?.id ?? id;
  const order = [...new Set(operations.map(keyOf))];
  return operations.toSorted((one, other) => order.indexOf(keyOf(one)) - order.indexOf(keyOf(other)));
}

/** It is being sent or made, and nobody has cancelled it yet. */
export function canBeCancelled({ phase, isCancelling }: Operation): boolean {
  return (phase === 'submitting' || phase === 'processing') && !isCancelling;
}
