import { ConfigurationError, readConfiguration, type Configuration } from './configuration.js';

/** What the environment of this process says. A wrong one ends the process here, with all its faults named. */
export const configuration: Configuration = configured();

export function refuseToStart(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function configured(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) refuseToStart(error.message);
    throw error;
  }
}
