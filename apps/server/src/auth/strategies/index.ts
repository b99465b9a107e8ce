import type { Configuration } from '../../configuration/configuration.js';
import { google } from './google.js';
import { oidc } from './oidc.js';
import type { Strategy } from './strategy.js';

/** All ways to sign in with a provider. Each is undefined when it is not configured. */
const strategies: readonly ((configuration: Configuration) => Strategy | undefined)[] = [
  google,
  oidc,
];

/** The configured ones, by name. */
export function configuredStrategies(configuration: Configuration): ReadonlyMap<string, Strategy> {
  const configured = strategies.flatMap((each) => each(configuration) ?? []);
  return new Map(configured.map((strategy) => [strategy.name, strategy]));
}
