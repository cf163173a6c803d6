export interface Passwords {
  ownerPassword: string;
  appPassword: string;
}

const workers = ["countersign_resolver", "countersign_auditor", "countersign_retention"];

/**
 * The roles. The owner inherits nothing, so that row-level security holds for it too; it may still give functions
 * to the resolver and the auditor. (On PostgreSQL 16 and newer the grant takes its INHERIT from the role.)
 */
export function roleStatements({ ownerPassword, appPassword }: Passwords): string[] {
  const logins = { countersign_owner: ownerPassword, countersign_app: appPassword };
  const harmless = "nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit";
  return [
    ...[...Object.keys(logins), ...workers].map(createRole),
    ...Object.entries(logins).map(
      ([role, password]) => `alter role ${role} login ${harmless} password ${literal(password)}`,
    ),
    ...workers.map((role) => `alter role ${role} nologin ${harmless}`),
    "grant countersign_resolver, countersign_auditor to countersign_owner",
    "alter role countersign_app set statement_timeout = '15s'",
    "alter role countersign_app set lock_timeout = '5s'",
    "alter role countersign_app set idle_in_transaction_session_timeout = '10s'",
    // Joins run in the order they are written: planning ten of them otherwise takes ten times as long as running them.
    "alter role countersign_app set join_collapse_limit = 1",
  ];
}

/** To be run in the database itself; the resolver and the auditor need CREATE to own functions. */
export function databaseStatements(database: string): string[] {
  return [
    `alter database ${identifier(database)} owner to countersign_owner`,
    `revoke all on database ${identifier(database)} from public`,
    `grant connect on database ${identifier(database)} to countersign_owner, countersign_app`,
    "alter schema public owner to countersign_owner",
    "revoke create on schema public from public",
    "grant usage, create on schema public to countersign_resolver, countersign_auditor",
  ];
}

export function createDatabaseStatement(database: string): string {
  return `create database ${identifier(database)} owner countersign_owner encoding 'UTF8' template template0`;
}

/** What a database administrator runs once, by psql and as a superuser, on a server of their own. */
export function databaseRoleSql(database = "countersign"): string {
  const passwords = { ownerPassword: "choose a password for the owner", appPassword: "choose another one" };
  const script = [
    ...roleStatements(passwords),
    createDatabaseStatement(database),
    `\\connect ${identifier(database)}`,
    ...databaseStatements(database),
  ];
  return script.map((line) => (line.startsWith("\\") ? line : `${line};`)).join("\n");
}

function createRole(role: string): string {
  return `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
end $$`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
