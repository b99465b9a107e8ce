/** What Postgres calls its errors: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';
const foreignKeyViolation = '23503';
const conflicts = new Set(['40001', '40P01']);
/** Wrong data, a broken constraint, a conflict: the statement certainly left no trace. */
const certainlyUndone = /^(22|23|40)/;

/** Prisma's own names for some of them. */
const statesOfPrisma: Readonly<Record<string, string>> = {
  P2002: uniqueViolation,
  P2003: foreignKeyViolation,
  P2034: '40001',
  UniqueConstraintViolation: uniqueViolation,
  ForeignKeyConstraintViolation: foreignKeyViolation,
  TransactionWriteConflict: '40001',
};

/**
 * The SQLSTATE of an error, whatever it is wrapped in. Prisma has at least four wrappings: P2002 and
 * P2034 by name, P2010 with the state in `meta`, and, when the conflict is found at COMMIT, a bare
 * DriverAdapterError whose cause has a kind.
 */
function sqlStateOf(error: unknown): string | undefined {
  const seen = new Set<unknown>();
  const look = (value: unknown): string | undefined => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
    seen.add(value);
    const fields = value as Readonly<Record<string, unknown>>;
    for (const name of ['originalCode', 'code', 'kind']) {
      const field = fields[name];
      if (typeof field !== 'string') continue;
      const state = statesOfPrisma[field];
      if (state) return state;
      if (/^[0-9A-Z]{5}$/.test(field) && !/^P\d{4}$/.test(field)) return field;
    }
    return look(fields.cause) ?? look(fields.meta) ?? look(fields.driverAdapterError);
  };
  return look(error);
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === uniqueViolation;
}

/** The row names one that is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  return sqlStateOf(error) === foreignKeyViolation;
}

/** Two transactions were in each other's way: the loser may try again. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(sqlStateOf(error) ?? '');
}

/** False for a broken connection: then nobody knows. */
export function isCertainlyUndone(error: unknown): boolean {
  return certainlyUndone.test(sqlStateOf(error) ?? '');
}

const mostTries = 5;

/** Runs a whole transaction again when another one was in its way. */
export async function retryingConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= mostTries || !isConflict(error)) throw error;
    }
  }
}
