import { attacks, type Attack, type AttackOptions } from './attacks.js';

// A process of its own, so that what an attack costs its attacker is not counted as what it costs the neighbours.

export interface AttackOrder extends AttackOptions {
  readonly attack: Attack;
}

process.on('message', ({ attack, ...options }: AttackOrder) => {
  void attacks[attack](options).then((damage) => {
    const { user, system } = process.cpuUsage();
    process.send?.({ ...damage, attackerMs: Math.round((user + system) / 1000) });
  });
});
process.on('disconnect', () => process.exit());
