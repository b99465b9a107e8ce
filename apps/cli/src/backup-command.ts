import type { BackupReport, DatabasePlace } from '@trellis/storage';

/** Says what was done, or in a sentence why not; sets the exit code. */
export async function runBackupCommand(
  name: 'backup' | 'restore',
  work: (place: DatabasePlace, file: string) => Promise<BackupReport>,
): Promise<void> {
  const [file, ...others] = process.argv.slice(2);
  if (!file || others.length > 0) {
    console.error(`npm run ${name} -- FILE`);
    process.exitCode = 2;
    return;
  }
  const { DATABASE_URL: databaseUrl, DATA_DIR } = process.env;
  try {
    const { tables, rows } = await work({ databaseUrl, dataDir: DATA_DIR || './data' }, file);
    console.log(
      `${name === 'backup' ? 'Saved' : 'Restored'} ${rows} rows of ${tables} tables: ${file}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
