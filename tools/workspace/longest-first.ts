import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node';

/**
 * Begins with these files, so that nothing long is left over when all else is done: where no run before has left its
 * times, Vitest goes by the size of the files. Those that share a process follow each other.
 * @param files names without their `.test.ts`, the longest first
 */
export function longestFirst(files: readonly string[]): TestSequencerConstructor {
  const rank = ({ moduleId, project }: TestSpecification) => {
    const at = files.findIndex((each) => isCalled(moduleId, each));
    if (at >= 0) return at;
    return files.length + (project.config.isolate ? 1 : 0);
  };
  return class LongestFirst extends BaseSequencer {
    override async sort(all: TestSpecification[]): Promise<TestSpecification[]> {
      return (await super.sort(all)).sort((one, other) => rank(one) - rank(other));
    }
  };
}

const isCalled = (path: string, name: string) =>
  ['.test.ts', '.test.mjs', '.integration.test.ts'].some((end) => path.endsWith(`/${name}${end}`));
