import { databaseRoleSql } from "./database-roles";

process.stdout.write(`${databaseRoleSql()}\n`);
