// `node tools/migrate.mjs create NAME` writes the migration that leads from the last one to
// prisma/schema.prisma; `check` says whether one is missing. Needs no database; build first.
import { createMigration, missingMigration } from '../libs/storage/dist/migrations.js';
import { withShadowDatabase } from '../libs/storage/dist/shadow-database.js';

const [command, name] = process.argv.slice(2);
switch (command) {
  case 'create': {
    if (!name) usage();
    const created = await withShadowDatabase((shadow) => createMigration(name, new Date(), shadow));
    console.log(created ? `Created prisma/migrations/${created}.` : 'Nothing to migrate.');
    break;
  }
  case 'check': {
    const sql = await withShadowDatabase((shadow) => missingMigration(shadow));
    console.log(sql || 'The migrations lead to prisma/schema.prisma.');
    process.exitCode = sql ? 1 : 0;
    break;
  }
  default:
    usage();
}

function usage() {
  console.error('node tools/migrate.mjs create NAME | check');
  process.exit(2);
}
