// `npm run backup -- FILE`, on the database of DATABASE_URL, or the embedded one in DATA_DIR while the club is stopped.
import { backUp } from '@trellis/storage';
import { runBackupCommand } from './backup-command.js';

await runBackupCommand('backup', backUp);
